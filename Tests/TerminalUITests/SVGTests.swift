import TerminalUI
import Testing

struct SVGTests {
  private func frame() -> CellBuffer {
    var frame = CellBuffer(size: Size(columns: 12, rows: 3))
    frame.write("<b>&\"q\" 漢", column: 0, row: 0, style: .accent.bold)
    frame.write("▁▁█─╭▸░", column: 0, row: 1, style: Style(.now, on: .selectionBack))
    frame.write("a\u{1B}[0m\u{202E}", column: 0, row: 2)
    return frame
  }

  @Test func `markup in a name is only text`() {
    let svg = frame().svg()
    #expect(svg.contains(">&lt;b&gt;&amp;&quot;q&quot;</text>"))
    #expect(!svg.contains("<b>") && !svg.contains("\u{1B}") && !svg.contains("\u{202E}"))
  }

  @Test(arguments: Theme.allCases)
  func `the same frame gives the same document`(theme: Theme) {
    #expect(frame().svg(theme: theme) == frame().svg(theme: theme))
    #expect(frame().svg(theme: theme).contains(theme.canvas.hexadecimal))
  }

  @Test func `every element that opens closes`() {
    let svg = frame().svg()
    #expect(svg.hasPrefix("<svg ") && svg.hasSuffix("</svg>\n"))
    #expect(svg.split(separator: "<text ").count == svg.split(separator: "</text>").count)
    for line in svg.split(separator: "\n").dropFirst(3).dropLast(2) {
      #expect(line.hasSuffix("/>") || line.hasSuffix("</text>"))
    }
  }

  @Test func `blocks and rules are shapes and equal ones are one`() {
    let svg = frame().svg()
    for glyph in "▁█─╭▸░" { #expect(!svg.contains(glyph)) }
    #expect(svg.contains("<path d=\"M0 43h22v3h-22Z\""))
  }

  @Test func `a word is placed and measured by its cells`() {
    #expect(
      frame().svg().contains(
        "<text x=\"0\" y=\"18\" textLength=\"77\" fill=\"#56C8B4\" font-weight"))
  }
}
