import TerminalUI
import Testing

@Suite struct WrappingTests {
  @Test(
    arguments: [
      ("", 10, []), ("   ", 10, []), ("one two", 10, ["one two"]), ("one two", 5, ["one", "two"]),
      ("one  two three", 7, ["one two", "three"]), ("abcdefgh", 3, ["abc", "def", "gh"]),
      ("a abcdefgh b", 3, ["a", "abc", "def", "gh", "b"]),
      ("参数的访问", 4, ["参数", "的访", "问"]), ("参数，的访问。", 6, ["参数，", "的访", "问。"]),
      ("用 data() 读取", 9, ["用 data()", "读取"]), ("用 data() 读取", 6, ["用", "data()", "读取"]),
      ("权重weight在", 8, ["权重", "weight在"]),
      ("x", 0, ["x"]),
    ] as [(String, Int, [String])])
  func `lines break at spaces and between wide characters`(
    text: String, columns: Int, lines: [String]
  ) {
    #expect(wrapped(text, to: columns) == lines)
  }
}
