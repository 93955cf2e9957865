import TerminalUI
import Testing
import Words

struct KeyScriptTests {
  @Test func `characters stand for themselves`() throws {
    let script = try KeyScript("jé漢>")
    #expect(script.events == ["j", "é", "漢", ">"].map { .key(.character($0)) })
  }

  @Test(arguments: [
    ("<lt>", Key.character("<")), ("<Space>", .character(" ")), ("<CR>", .enter),
    ("<Enter>", .enter), ("<Esc>", .escape), ("<Tab>", .tab), ("<S-Tab>", .backTab),
    ("<BS>", .backspace), ("<Del>", .delete), ("<Insert>", .insert), ("<Up>", .up),
    ("<Down>", .down), ("<Left>", .left), ("<Right>", .right), ("<Home>", .home),
    ("<End>", .end), ("<PageUp>", .pageUp), ("<PageDown>", .pageDown), ("<F1>", .function(1)),
    ("<F12>", .function(12)), ("<C-d>", .control("d")), ("<C-Space>", .control(" ")),
  ])
  func `a name in brackets is a key, in any case`(notation: String, key: Key) throws {
    #expect(try KeyScript(notation).events == [.key(key)])
    #expect(try KeyScript(notation.uppercased()).events == [.key(key)])
  }

  @Test(arguments: [
    Key.character("x"), .character("<"), .character(" "), .enter, .backTab, .function(7),
    .control("r"), .control(" "), .control("]"), .pageDown,
  ])
  func `a key's notation gives the key`(key: Key) throws {
    #expect(try KeyScript(key.notation).events == [.key(key)])
  }

  @Test(arguments: [
    ("<C-m>", Key.enter), ("<C-i>", .tab), ("<C-[>", .escape), ("<C-h>", .backspace),
  ])
  func `control keys that terminals cannot tell from others are those`(
    notation: String, key: Key
  ) throws {
    #expect(try KeyScript(notation).events == [.key(key)])
  }

  @Test func `clicks and resizes are events`() throws {
    let script = try KeyScript("a<Click 10,5><resize 80X24>\n")
    #expect(
      script.events == [
        .key(.character("a")), .click(Position(column: 10, row: 5)),
        .resized(Size(columns: 80, rows: 24)), .key(.enter),
      ])
  }

  @Test(arguments: [
    ("ab<Foo>", "<Foo>", 2), ("<", "<", 0), ("x<a b c", "<a b c", 1), ("<F13>", "<F13>", 0),
    ("<F0>", "<F0>", 0), ("<>", "<>", 0), ("é<C-ab>", "<C-ab>", 1),
    ("<Resize 80>", "<Resize 80>", 0),
    ("<Resize -1x5>", "<Resize -1x5>", 0), ("<Click 1,2,3>", "<Click 1,2,3>", 0),
  ])
  func `an unknown notation is named with its place`(
    notation: String, found: String, offset: Int
  ) {
    #expect(throws: KeyScriptError.unknownNotation(found, characterOffset: offset)) {
      try KeyScript(notation)
    }
  }

  @Test(arguments: ["<Resize 0x24>", "<Resize 80x1001>", "<Click 1000,0>"])
  func `a cell that no screen has is out of range`(notation: String) {
    #expect(throws: KeyScriptError.outOfRange(notation, characterOffset: 0)) {
      try KeyScript(notation)
    }
  }

  @Test func `the message names the place, what was found and what is known`() {
    let message = KeyScriptError.unknownNotation("<Foo>", characterOffset: 2).description
    #expect(message.hasPrefix("keys, character 3: \"<Foo>\" is no known key."))
    #expect(message.contains("<S-Tab>") && message.contains("<Resize 80x24>"))
  }
}
