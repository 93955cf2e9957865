import TerminalUI
import Testing

struct CellBufferTests {
  private func buffer(_ columns: Int = 6, _ rows: Int = 2) -> CellBuffer {
    CellBuffer(size: Size(columns: columns, rows: rows))
  }

  @Test(arguments: [
    (0, "abcdefgh", 6, "abcdef"), (4, "abc", 2, "    ab"), (-2, "abcd", 4, "cd"),
    (6, "abc", 0, ""), (-9, "abc", 3, ""), (Int.max, "abc", 0, ""), (Int.min, "abc", 3, ""),
    (5, "漢", 1, ""), (4, "漢字", 2, "    漢"), (3, "漢字", 3, "   漢"), (-1, "漢a", 3, " a"),
  ])
  func `text is clipped at both edges`(column: Int, text: String, taken: Int, shown: String) {
    var buffer = buffer()
    #expect(buffer.write(text, column: column, row: 0) == taken)
    #expect(buffer.lines == [shown, ""])
  }

  @Test(arguments: [-1, 2, Int.min, Int.max])
  func `a row outside draws nothing and counts the same columns`(row: Int) {
    var buffer = buffer()
    #expect(buffer.write("abc", column: 1, row: row) == 3)
    #expect(buffer == self.buffer())
  }

  @Test(arguments: [(2, 2, "ab"), (0, 0, ""), (-1, 0, ""), (Int.max, 3, "abc")])
  func `a limit ends the text`(limit: Int, taken: Int, shown: String) {
    var buffer = buffer()
    #expect(buffer.write("abc", column: 0, row: 0, limit: limit) == taken)
    #expect(buffer.lines[0] == shown)
  }

  @Test func `a limit never cuts a wide character in half`() {
    var buffer = buffer()
    #expect(buffer.write("漢字", column: 0, row: 0, limit: 3) == 3)
    #expect(buffer.lines[0] == "漢")
    #expect(!buffer[2, 0].isContinuation)
  }

  @Test(arguments: [(1, " x"), (2, "  x")])
  func `writing over half of a wide character blanks the other half`(column: Int, shown: String) {
    var buffer = buffer()
    buffer.write("漢", column: 1, row: 0)
    buffer.write("x", column: column, row: 0)
    #expect(buffer.lines[0] == shown)
    #expect((0..<6).allSatisfy { !buffer[$0, 0].isContinuation })
  }

  @Test func `a wide character may replace halves of two others`() {
    var buffer = buffer()
    buffer.write("漢字", column: 0, row: 0)
    buffer.write("한", column: 1, row: 0)
    #expect(buffer.lines[0] == " 한")
    #expect(buffer[2, 0].isContinuation && !buffer[3, 0].isContinuation)
  }

  @Test func `filling beyond the edges fills what is inside`() {
    var buffer = buffer(3, 2)
    buffer.fill(Rect(column: -5, row: 1, columns: 100, rows: .max), style: .rule, with: "─")
    #expect(buffer.lines == ["", "───"])
    buffer.fill(Rect(column: 9, row: 9, columns: -1, rows: 4), style: .rule, with: "x")
    #expect(buffer.text == "\n───\n")
  }

  @Test func `restyling keeps characters`() {
    var buffer = buffer(3, 1)
    buffer.write("漢", column: 0, row: 0)
    buffer.restyle(buffer.size.bounds) { $0.background = .flashBack }
    #expect(buffer.lines == ["漢"])
    #expect(buffer[1, 0].isContinuation)
    #expect(buffer[2, 0].style == Style.plain.on(.flashBack))
  }

  @Test func `behind a dialog everything is faint`() {
    var buffer = buffer(3, 1)
    buffer.write("abc", column: 0, row: 0, style: Style(.accent, on: .titleBack, .bold))
    let dimmed = buffer.dimmed()
    #expect(dimmed.lines == ["abc"])
    #expect((0..<3).allSatisfy { dimmed[$0, 0].style == Style(.faint) })
  }

  @Test func `the description shows characters, then styles`() {
    var buffer = buffer(8, 2)
    buffer.write("a漢", column: 1, row: 0, style: Style(.tie(0), on: .flashBack, .bold))
    buffer.write("x", column: 7, row: 1, style: .dim.reversed)
    buffer.cursor = Position(column: 7, row: 1)
    #expect(
      buffer.description == """
         a漢
               x
        -- 8x2, cursor at column 7 row 1
        0: 1+3 tie(0) on flashBack bold
        1: 7+1 dim reversed

        """)
  }

  @Test func `a cell outside is a mistake of the program`() async {
    await #expect(processExitsWith: .failure) {
      _ = CellBuffer(size: Size(columns: 1, rows: 1))[1, 0]
    }
  }
}
