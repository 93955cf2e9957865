import TerminalUI
import Testing

struct GlyphsTests {
  @Test(arguments: [Glyphs.unicode, .ascii])
  func `every sign has its width`(glyphs: Glyphs) {
    let wider = ["radioOn": 3, "radioOff": 3]
    for case (let name?, let value) in Mirror(reflecting: glyphs).children {
      let signs = (value as? [String]) ?? [value as? String ?? ""]
      let isWord = glyphs == .ascii && ["root", "plusMinus", "done"].contains(name)
      for sign in signs where !isWord {
        #expect(CharacterWidth.displayWidth(of: sign) == wider[name] ?? 1, "\(name)")
      }
    }
    #expect(glyphs.barLevels.count == 9 && glyphs.sparklineLevels.count == 7)
  }

  @Test func `ASCII is ASCII`() {
    for case (_, let value) in Mirror(reflecting: Glyphs.ascii).children {
      let signs = (value as? [String]) ?? [value as? String ?? ""]
      #expect(signs.joined().utf8.allSatisfy { $0 < 0x80 })
    }
  }
}
