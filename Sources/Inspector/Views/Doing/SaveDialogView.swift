internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension SaveDialog {
  /// The lines with their labels.
  fileprivate static let labels: [(Line, Phrase)] = [
    (.file, "File"), (.format, "Format"), (.type, "Type"),
  ]
}

extension Screen {
  /// Draws the save dialog.
  mutating func drawSaveDialog(_ dialog: SaveDialog) {
    let inside = drawFloating("Save", columns: 70, rows: 13)
    let isLow = inside.rows < 10
    var row = inside.row + (isLow ? 0 : 1)
    let column = inside.column + 2
    let fieldColumn = column + 9
    let room = inside.maxColumn - fieldColumn - 2
    for (line, label) in SaveDialog.labels {
      write(label, column, row, Style(.dim))
      drawLine(line, dialog, fieldColumn, row, columns: room)
      row += 1
    }
    row += isLow ? 0 : 1
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

  private mutating func drawLine(
    _ line: SaveDialog.Line, _ dialog: SaveDialog, _ column: Int, _ row: Int, columns: Int
  ) {
    let isFocused = dialog.line == line
    let reach = ListSteps.upDown.keys(line.rawValue - dialog.line.rawValue)
    target(column..<(column + columns), row: row, reach)
    switch line {
    case .file:
      drawField(dialog.field, isFocused: isFocused, column: column, row: row, columns: columns)
      guard let path = dialog.paths.first, dialog.cycle == nil, isFocused,
        path.hasPrefix(dialog.field.text)
      else { return }
      let typed = min(columns, CharacterWidth.displayWidth(of: dialog.field.text))
      let rest = String(path.dropFirst(dialog.field.text.count))
      write(rest, column + typed, row, Style(.dim, on: .selectionBack), limit: columns - typed)
    case .format:
      let formats = dialog.formats(for: state.outline)
      drawChoices(
        formats.map(\.name), chosen: formats.firstIndex(of: dialog.format) ?? 0,
        isFocused: isFocused, reach: reach, column: column, row: row, columns: columns)
    case .type:
      drawChoices(
        SaveDialog.types.map { $0?.name ?? say("as it is") },
        chosen: SaveDialog.types.firstIndex(of: dialog.options.elementType) ?? 0,
        isFocused: isFocused, reach: reach, column: column, row: row, columns: columns)
    }
  }

  private func facts(_ forecast: SaveForecast, _ dialog: SaveDialog) -> [(Phrase, Phrase)] {
    let count = forecast.tensorCount
    let size = NumberText.bytes(forecast.byteCount)
    var facts: [(Phrase, Phrase)] = [
      ("Writes", count == 1 ? "1 tensor, \(size)" : "\(count) tensors, \(size)")
    ]
    if let path = forecast.parametersPath {
      facts.append(("Beside", "the parameters, as \(path)"))
    }
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
    case .parameters(let path, let byteCount):
      verdict = "\(path), \(NumberText.bytes(byteCount)), is there; it would be replaced"
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
    target(after..<(next + 8), row: row + 1, [.character("y")])
    target((next + 8)..<rect.maxColumn, row: row + 1, [.character("n")])
  }
}
