internal import TerminalUI
internal import Words

extension Screen {
  /// Draws the keys of what lies under the help, from the table that they come from.
  mutating func drawHelp(scroll: Int, over overlay: InspectorState.Overlay) {
    frame = frame.dimmed()
    targets = []
    drawFooter()
    let page = HelpPage(self, over: overlay)
    let inside = drawBox("Keys in \(page.title)", in: page.box)
    let first = min(scroll, page.lastScroll)
    let room = inside.rows - 1
    let isCut = page.lines.count - first > room
    for (offset, line) in page.lines.dropFirst(first).prefix(isCut ? room - 1 : room).enumerated() {
      for piece in line {
        write(
          piece.text, inside.column + piece.column, inside.row + 1 + offset, piece.style,
          limit: inside.columns - piece.column)
      }
    }
    guard isCut else { return }
    let left = page.lines.count - first - room + 1
    write(
      "\(glyphs.scrollDown) \(say("\(left) more lines"))", inside.column + 2, inside.row + room,
      Style(.warning))
  }

  /// Asks whether to leave with unsaved changes.
  mutating func drawLeaving() {
    frame = frame.dimmed()
    drawFooter()
    let box = state.size.bounds.centered(Size(columns: min(52, state.size.columns), rows: 6))
    let inside = drawBox("Leave", in: box)
    let count = state.modifiedCount
    write(
      count == 1
        ? "1 parameter is modified, not saved." : "\(count) parameters are modified, not saved.",
      inside.column + 2, inside.row + 1, Style(.text))
    let column = write("y", inside.column + 2, inside.row + 2, Style(.text).bold)
    let next = write(" leave and lose them   ", column, inside.row + 2, Style(.dim))
    write(" stay", write("n", next, inside.row + 2, Style(.text).bold), inside.row + 2, Style(.dim))
    target((inside.column + 2)..<next, row: inside.row + 2, [.character("y")])
    target(next..<inside.maxColumn, row: inside.row + 2, [.character("n")])
  }
}
