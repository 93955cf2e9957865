internal import Checkpoints
internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Draws what floats over the panes while something is being done.
  mutating func draw(_ doing: Doing) {
    switch doing {
    case .command(let line): drawCommandLine(line)
    case .save(let dialog): drawSaveDialog(dialog)
    case .edits(let selection): drawEdits(selection)
    case .copy: drawCopying()
    case .pager(let pager): drawPager(pager)
    }
  }

  /// Dims what lies behind and draws a box in the middle; returns what is inside.
  mutating func drawFloating(_ title: Phrase, columns: Int, rows: Int) -> Rect {
    frame = frame.dimmed()
    drawFooter()
    let size = Size(
      columns: min(columns, state.size.columns), rows: min(rows, max(3, state.size.rows - 2)))
    return drawBox(title, in: state.size.bounds.centered(size))
  }

  // MARK: - Changes

  private mutating func drawEdits(_ selection: Int) {
    let edits = state.history.edits
    let inside = drawFloating("Changes", columns: 76, rows: edits.count + 5)
    let rows = max(1, inside.rows - 2)
    let first = max(0, min(selection - rows / 2, edits.count + 1 - rows))
    for row in first..<min(first + rows, edits.count + 1) {
      let y = inside.row + 1 + row - first
      let area = Rect(column: inside.column, row: y, columns: inside.columns, rows: 1)
      let isSelected = row == selection
      listTarget(area, row - selection)
      let back: Ink = isSelected ? .selectionBack : .terminal
      if isSelected { frame.fill(area, style: Style(.selectionText, on: back)) }
      if isSelected { write(glyphs.cursor, inside.column + 1, y, Style(.accent, on: back)) }
      let isPresent = row == state.history.undoCount
      if isPresent { write(glyphs.done, inside.column + 3, y, Style(.good, on: back)) }
      let ink: Ink = row > state.history.undoCount ? .dim : isSelected ? .selectionText : .text
      let style = isPresent ? Style(ink, on: back).bold : Style(ink, on: back)
      write("\(row)", endingAt: inside.column + 8, y, Style(.dim, on: back))
      let column = write(
        row == 0 ? say("as it was opened") : edits[row - 1].initializer, inside.column + 10, y,
        style, limit: 26)
      guard row > 0 else { continue }
      let room = inside.maxColumn - 2 - max(column + 2, inside.column + 38)
      write(
        consequences(edits[row - 1]), max(column + 2, inside.column + 38), y,
        Style(isSelected ? .selectionText : .dim, on: back), limit: max(0, room))
    }
  }

  /// What a change changed: the parameter, or how many.
  private func consequences(_ summary: ChangeSummary) -> String {
    let seed = summary.seed.map { ", " + say("seed \($0)") } ?? ""
    if let sharing = summary.sharing { return state.outline.uses[sharing.use].path }
    guard summary.changed.count == 1, let only = summary.changed.first,
      state.outline.parameters.indices.contains(only.parameter)
    else { return say("\(summary.changed.count) parameters") + seed }
    return state.outline.parameters[only.parameter].name + seed
  }

  // MARK: - Copy and pager

  private mutating func drawCopying() {
    let inside = drawFloating("Copy", columns: 52, rows: 7)
    guard let parameter = state.selectedParameter else { return }
    let name = state.outline.parameters[parameter].name
    let choices: [(String, Phrase)] = [
      ("n", "the name"), ("v", "the values, as NumPy prints them"), ("r", "the row, exact"),
    ]
    write(
      shortened(name, to: inside.columns - 4), inside.column + 2, inside.row, Style(.text).bold)
    for (offset, choice) in choices.enumerated() {
      let row = inside.row + 2 + offset
      write(choice.0, inside.column + 2, row, Style(.accent).bold)
      target(
        inside.columnRange, row: row, choice.0.first.map { [.character($0)] } ?? [])
      write(choice.1, inside.column + 6, row, limit: inside.columns - 8)
    }
  }

  private mutating func drawPager(_ pager: Pager) {
    let inside = drawFloating(
      Phrase(verbatim: pager.title), columns: 84, rows: max(8, pager.lines.count + 2))
    for (offset, line) in pager.lines.dropFirst(pager.scroll).prefix(inside.rows).enumerated() {
      write(line, inside.column + 2, inside.row + offset, limit: inside.columns - 4)
    }
    drawScrollbar(
      first: pager.scroll, rows: inside.rows, count: pager.lines.count,
      column: inside.maxColumn - 1, row: inside.row)
  }
}
