internal import TerminalUI
internal import Tensors
internal import Words
internal import Workspace

extension Screen {
  /// Draws lines of text, wrapped to the width of the pane; what does not fit ends in an ellipsis.
  mutating func drawNotice(_ paragraphs: [String], in rect: Rect, ink: Ink) {
    let columns = max(1, rect.columns - 2)
    let lines = Array(paragraphs.map { wrapped($0, to: columns) }.joined(separator: [""]))
    let room = max(0, rect.rows - 1)
    for (offset, line) in lines.prefix(room).enumerated() {
      let isCut = offset == room - 1 && lines.count > room
      let shown = DisplayText(line).prefix(columns: isCut ? columns - 2 : columns).string
      write(
        isCut ? "\(shown) \(glyphs.ellipsis)" : shown, rect.column + 1, rect.row + 1 + offset,
        Style(ink))
    }
  }

  /// Says that a parameter waits for the first forward, and why, in Gluon's words.
  mutating func drawDeferred(_ info: ParameterInfo, _ message: String, in rect: Rect) {
    let column = write(shapeText(info), rect.column + 1, rect.row + 1, Style(.text).bold)
    write("  waiting for the first forward", column, rect.row + 1, Style(.text))
    let block = String(repeating: glyphs.beforeBar, count: 16)
    let known = info.shape.dimensions.first.map { $0 > 0 ? say("\($0) outputs known") : "" } ?? ""
    let noted = info.origin.map { say("\($0.text) is noted") } ?? ""
    for (offset, text) in [known, say("inputs from the data"), "", noted].enumerated() {
      let row = rect.row + 3 + offset
      guard row < rect.maxRow else { return }
      write(block, rect.column + 1, row, Style(.dim))
      write(text, rect.column + 19, row, Style(.dim))
    }
    drawNotice([message], in: rect.inset(left: 0, top: 7, right: 0, bottom: 0), ink: .text)
  }

  /// Says what cannot be read, where, and what to do.
  mutating func drawUnreadable(_ info: ParameterInfo, _ message: Phrase, in rect: Rect) {
    let column = write(glyphs.error + " ", rect.column + 1, rect.row + 1, Style(.error).bold)
    write(
      shortened(say("\(info.name) cannot be read"), to: rect.columns - 4), column, rect.row + 1,
      Style(.text).bold)
    var row = rect.row + 3
    let facts = [
      ("file", state.outline.title), ("offset", info.offsetInFile.map(NumberText.grouped) ?? "-"),
      ("expected", say("\(NumberText.grouped(info.byteCount)) bytes")),
    ]
    for (label, text) in facts where row < rect.maxRow {
      write(say(label), rect.column + 3, row, Style(.dim))
      write(text, rect.column + 13, row, Style(.text), limit: rect.columns - 14)
      row += 1
    }
    if row < rect.maxRow { write("found", rect.column + 3, row, Style(.dim)) }
    let found = rect.inset(left: 12, top: row - rect.row - 1, right: 0, bottom: 0)
    drawNotice([say(message)], in: found, ink: .text)
    row += wrapped(say(message), to: max(1, found.columns - 2)).count
    let rest = rect.inset(left: 2, top: row - rect.row, right: 0, bottom: 0)
    drawNotice(
      [readableRest + " " + say("Check the disk or copy the file, then r reads again.")], in: rest,
      ink: .text)
  }

  /// Says how many of the others can be read, as far as that is known.
  private var readableRest: String {
    let others = state.outline.parameters.count - state.findings.unreadable.count
    guard state.scanning.reach == .everything, !state.isScanning, others > 0 else {
      return others > 0 ? say("The others may be readable.") : ""
    }
    return others == 1
      ? say("The other tensor can be read.") : say("The other \(others) tensors can be read.")
  }
}
