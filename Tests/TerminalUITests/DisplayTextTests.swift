import TerminalUI
import Testing

struct DisplayTextTests {
  @Test(arguments: [
    ("a", 1), ("é", 1), ("─", 1), ("…", 1), ("漢", 2), ("한", 2), ("Ａ", 2), ("👍", 2), ("ﾊ", 1),
    ("\u{FFFD}", 1), ("e\u{301}", 1), ("\u{1100}\u{1161}\u{11A8}", 2), ("\u{1F1E9}\u{1F1EA}", 2),
    ("👍🏽", 2), ("❤\u{FE0F}", 1), ("", 0),
  ])
  func `a text takes the columns that terminals give it`(text: String, width: Int) {
    #expect(CharacterWidth.displayWidth(of: text) == width)
  }

  @Test(arguments: [
    "\u{0}", "\t", "\n", "\u{1B}", "\u{7F}", "\u{85}", "\u{9B}", "\u{AD}", "\u{61C}", "\u{180E}",
    "\u{200B}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202E}", "\u{2028}", "\u{2029}",
    "\u{2060}", "\u{2066}", "\u{2069}", "\u{FEFF}", "\u{FFF9}", "\u{E000}", "\u{E0041}",
    "\u{10FFFF}", "\u{0378}", "\u{034F}", "\u{115F}", "\u{3164}", "\u{301}", "\u{20DD}",
    "\u{FE0F}", "\u{1F3FD}",
  ])
  func `an invisible or harmful scalar shows as one sign`(text: String) {
    #expect(DisplayText(text).string == "\u{FFFD}")
    #expect(DisplayText(text).width == 1)
  }

  @Test func `harmful scalars inside a name leave the rest readable`() {
    #expect(DisplayText("a\r\nb\u{1B}[31mc").string == "a��b�[31mc")
    #expect(DisplayText("x\u{202E}y\u{200D}z").string == "x�y�z")
  }

  @Test func `a cluster keeps four combining marks`() {
    let zalgo = "e" + String(repeating: "\u{301}", count: 50)
    let text = DisplayText(zalgo)
    #expect(text.clusters.count == 1)
    #expect(text.string.unicodeScalars.count == 5)
  }

  @Test func `a mark that cannot join the character before it stands alone`() {
    #expect(DisplayText("a\u{1161}").string == "a�")
  }

  @Test(arguments: [
    ("dense1_weight", 13, "dense1_weight"), ("layers.12.mlp.down_proj", 13, "laye…own_proj"),
    ("abcdef", 3, "…ef"), ("abcdef", 1, "…"), ("abcdef", 0, ""), ("abcdef", -5, ""),
    ("漢字漢字漢字", 7, "漢…漢字"),
  ])
  func `a long name loses its middle`(name: String, columns: Int, shown: String) {
    #expect(DisplayText(name).truncatedMiddle(to: columns).string == shown)
  }

  @Test(arguments: [
    ("é.слой", 6, 11), ("α×…±─", 5, 10), ("漢", 2, 2), ("abc", 3, 3), ("e\u{301}", 1, 1),
    ("\u{1B}", 1, 1), ("ｱ", 1, 1), ("“x”", 3, 5),
  ])
  func `ambiguous characters take one column, or two where the terminal draws them so`(
    text: String, columns: Int, wideColumns: Int
  ) {
    #expect(DisplayText(text).width == columns)
    CharacterWidth.$ambiguousIsWide.withValue(true) {
      #expect(DisplayText(text).width == wideColumns)
      #expect(DisplayText(text).prefix(columns: 3).width <= 3)
    }
  }

  @Test func `an ellipsis can be ASCII`() {
    let text = DisplayText("abcdefgh").truncatedMiddle(to: 4, ellipsis: Glyphs.ascii.ellipsis)
    #expect(text.string == "a~gh")
  }

  @Test func `padding counts columns, not characters`() {
    #expect(DisplayText("漢").padded(to: 4).string == "漢  ")
    #expect(DisplayText("漢").padded(to: 4, alignedRight: true).string == "  漢")
    #expect(DisplayText("abc").padded(to: 2).string == "abc")
  }

  @Test(arguments: [
    ("model.layers.17.self_attn.q_proj.weight", 40, "model.layers.17.self_attn.q_proj.weight"),
    ("model.layers.17.self_attn.q_proj.weight", 30, "mod…17.self_attn.q_proj.weight"),
    ("model.layers.17.self_attn.q_proj.weight", 20, "…17…tn.q_proj.weight"),
    ("17.self_attn.q_proj.weight", 20, "17.sel…q_proj.weight"),
    ("layers.3.moe.experts.117.w1.weight", 24, "…3…experts.117.w1.weight"),
    ("model.layers.17.x", 3, "….x"), ("1.2", 1, "…"), ("1.2", 0, ""), ("", 5, ""),
  ])
  func `a name keeps its numbers`(name: String, columns: Int, shortened: String) {
    let text = DisplayText(name).truncatedName(to: columns)
    #expect(text.width <= columns)
    #expect(text.string == shortened)
  }
}
