import TerminalUI
import Testing

@testable import Inspector

@Suite struct TextFieldTests {
  @Test(arguments: [
    "e\u{301}x", "\u{301}\u{301}", "क\u{94D}ष", "👍\u{1F3FD}a", "\u{1F1E9}\u{1F1EA}\u{1F1EB}",
  ])
  func `accents and other parts of characters join what was typed before`(text: String) {
    var field = TextField()
    func press(_ keys: Key...) {
      for key in keys {
        let isTaken = field.take(key)
        #expect(isTaken)
        #expect((0...field.text.count).contains(field.cursor))
      }
    }
    for scalar in text.unicodeScalars { press(.character(Character(scalar))) }
    #expect(field.text == text && field.cursor == text.count)
    press(.left, .character("\u{301}"), .delete, .home, .character("\u{1F1E9}"), .right, .end)
    while field.cursor > 0 { press(.backspace) }
    field.deleteWord()
    #expect(field.cursor == 0)
  }
}
