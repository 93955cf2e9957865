import TerminalUI
import Testing

@testable import NcursesBackend

/// What terminals answer to questions about themselves.
@Suite struct TerminalAnswersTests {
  private func answers(_ text: String) -> TerminalAnswers { TerminalAnswers(Array(text.utf8)) }

  @Test func `all answers are read, in any order`() {
    let all = answers(
      "\u{1B}]11;rgb:1414/1717/1c1c\u{1B}\\\u{1B}[?2026;2$y\u{1B}[12;2R\u{1B}[?62;22c")
    #expect(all.background == RGB(0x14171C))
    #expect(all.canSynchronize && all.ruleWidth == 1 && all.isComplete && all.keys.isEmpty)
    #expect(answers("\u{1B}[?1;2c\u{1B}]11;rgb:f/f/f\u{07}").background == RGB(0xFFFFFF))
    #expect(answers("\u{1B}]11;rgba:ff/00/80/ff\u{07}").background == RGB(0xFF0080))
  }

  @Test(arguments: [("\u{1B}[?2026;0$y", false), ("\u{1B}[?2026;1$y", true), ("", false)])
  func `frames are synchronized only where the terminal says that it can`(
    text: String, canSynchronize: Bool
  ) {
    #expect(answers(text).canSynchronize == canSynchronize)
  }

  @Test func `a wide rule is noticed`() {
    #expect(answers("\u{1B}[1;3R").ruleWidth == 2)
    #expect(answers("\u{1B}[1;4R").ruleWidth == 3)
  }

  @Test func `keys pressed meanwhile are kept in order`() {
    let mixed = answers("j\u{1B}[A\u{1B}[?1;2cq")
    #expect(mixed.isComplete)
    #expect(mixed.keys == Array("j\u{1B}[Aq".utf8))
  }

  @Test(arguments: [
    "\u{1B}]11;rgb:", "\u{1B}]11;rgb:xyz/1/2\u{07}", "\u{1B}[", "\u{1B}", "\u{1B}[?2026;9$y",
    "\u{1B}[99999999999999999999;99999999999999999999R", "\u{1B}]", "\u{1B}]11;rgb:1/2\u{1B}",
  ])
  func `nonsense answers nothing`(text: String) {
    let nothing = answers(text)
    #expect(nothing.background == nil && nothing.ruleWidth == nil)
    #expect(!nothing.canSynchronize && !nothing.isComplete)
  }

  @Test(arguments: [(0x000000, false), (0x14171C, false), (0x002B36, false), (0xFDF6E3, true)])
  func `a background is light or dark`(color: UInt32, isLight: Bool) {
    #expect(RGB(color).isLight == isLight)
  }
}
