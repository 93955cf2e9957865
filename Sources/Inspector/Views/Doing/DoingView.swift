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
  private mutating func drawFloating(_ title: Phrase, columns: Int, rows: Int) -> Rect {
    frame = frame.dimmed()
    drawFooter()
    let size = Size(
      columns: min(columns, state.size.columns), rows: min(rows, max(3, state.size.rows - 2)))
    return drawBox(title, in: state.size.bounds.centered(size))
  }

  // MARK: - Save

  private mutating func drawSaveDialog(_ dialog: SaveDialog) {
    let inside = drawFloating("Save", columns: 66, rows: 13)
    let isLow = inside.rows < 10
    var row = inside.row + (isLow ? 0 : 1)
    let column = inside.column + 2
    write("File", column, row, Style(.dim))
    let fieldColumn = column + 9
    let room = inside.maxColumn - fieldColumn - 2
    drawField(dialog.field, isFocused: true, column: fieldColumn, row: row, columns: room)
    if let path = dialog.paths.first, dialog.cycle == nil, path.hasPrefix(dialog.field.text) {
      let typed = min(room, CharacterWidth.displayWidth(of: dialog.field.text))
      let rest = String(path.dropFirst(dialog.field.text.count))
      write(rest, fieldColumn + typed, row, Style(.dim, on: .selectionBack), limit: room - typed)
    }
    row += isLow ? 1 : 2
    guard let forecast = dialog.forecast else {
      write("looking", fieldColumn, row, Style(.dim))
      return
    }
    for (label, text) in facts(forecast, dialog) where row < inside.maxRow - (isLow ? 1 : 3) {
      write(label, column, row, Style(.dim))
      write(text, fieldColumn, row, limit: room)
      row += 1
    }
    drawVerdict(forecast, dialog, in: inside)
  }

  private func facts(_ forecast: SaveForecast, _ dialog: SaveDialog) -> [(Phrase, Phrase)] {
    let count = forecast.tensorCount
    let size = NumberText.bytes(forecast.byteCount)
    let type = dialog.options.elementType.map { ", \($0.name)" } ?? ""
    var facts: [(Phrase, Phrase)] = [
      ("Format", Phrase(verbatim: forecast.format.name + type)),
      ("Writes", count == 1 ? "1 tensor, \(size)" : "\(count) tensors, \(size)"),
    ]
    if !forecast.repeatedNames.isEmpty {
      let names = Status.enumeration(forecast.repeatedNames)
      facts.append(("Shared", "written again as \(names)"))
    }
    // Room is worth a line only where it is scarce.
    if let free = forecast.freeByteCount, free / 4 < forecast.byteCount {
      facts.append(("Free", Phrase(verbatim: NumberText.bytes(free))))
    }
    return facts
  }

  /// Says what would be lost, or why it cannot be saved.
  private mutating func drawVerdict(
    _ forecast: SaveForecast, _ dialog: SaveDialog, in rect: Rect
  ) {
    let row = rect.maxRow - 2
    if let refusal = forecast.refusal { return drawTrouble(refusal, in: rect, row: row) }
    let verdict: Phrase
    switch forecast.target {
    case .free: return
    case .file(let byteCount):
      verdict = "a file of \(NumberText.bytes(byteCount)) is there; it would be replaced"
    case .openedFile: verdict = "this is the file that is open; it would be replaced"
    }
    let column = write(glyphs.look + " ", rect.column + 2, row, Style(.warning).bold)
    write(verdict, column, row, Style(.text), limit: rect.maxColumn - column - 1)
    guard dialog.isAsking else { return }
    let after = write("Overwrite it?  ", column, row + 1, Style(.text).bold)
    let next = write("y", after, row + 1, Style(.accent).bold)
    write("n", write(" yes   ", next, row + 1, Style(.dim)), row + 1, Style(.accent).bold)
    write(" no", next + 8, row + 1, Style(.dim))
    frame.cursor = Position(column: after, row: row + 1)
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
