internal import ModelEngine
internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Draws a box with a title over what lies behind, and returns what is inside.
  @_disfavoredOverload
  mutating func drawBox(_ title: String, in box: Rect) -> Rect {
    frame.fill(box, style: .plain)
    let style = Style(.accent)
    rule(box.columnRange, row: box.row, style)
    rule(box.columnRange, row: box.maxRow - 1, style)
    for row in box.rowRange {
      write(glyphs.verticalRule, box.column, row, style)
      write(glyphs.verticalRule, box.maxColumn - 1, row, style)
    }
    write(glyphs.cornerTopLeft, box.column, box.row, style)
    write(glyphs.cornerTopRight, box.maxColumn - 1, box.row, style)
    write(glyphs.cornerBottomLeft, box.column, box.maxRow - 1, style)
    write(glyphs.cornerBottomRight, box.maxColumn - 1, box.maxRow - 1, style)
    write(" \(title) ", box.column + 2, box.row, style.bold)
    return box.inset(columns: 1, rows: 1)
  }

  private mutating func rule(_ columns: Range<Int>, row: Int, _ style: Style) {
    write(String(repeating: glyphs.rule, count: columns.count), columns.lowerBound, row, style)
  }

  /// Draws a thin rule with a title across a box.
  @_disfavoredOverload
  mutating func drawSection(_ title: String, remark: String, in box: Rect, row: Int) {
    write(glyphs.joinRight, box.column, row, Style(.accent))
    write(
      String(repeating: glyphs.rule, count: max(0, box.columns - 2)), box.column + 1, row,
      Style(.rule))
    write(glyphs.joinLeft, box.maxColumn - 1, row, Style(.accent))
    write(" \(title) ", box.column + 2, row, Style(.text).bold)
    if !remark.isEmpty { write(" \(remark) ", endingAt: box.maxColumn - 2, row, Style(.dim)) }
  }

  /// Draws the reinitialize dialog.
  mutating func drawDialog(_ dialog: DialogState) {
    frame = frame.dimmed()
    drawFooter()
    let rows = min(24, max(8, state.size.rows - 2))
    let columns = min(82, state.size.columns - (state.size.columns >= 84 ? 4 : 0))
    let box = Rect(
      column: (state.size.columns - columns) / 2, row: max(1, (state.size.rows - rows) / 2),
      columns: columns, rows: rows)
    let inside = drawBox(dialog.expression == nil ? "Initialize" : "Edit", in: box)
    let spacing = inside.rows >= 22 ? 1 : 0
    var row = inside.row + spacing
    drawScopes(dialog, in: inside, row: row)
    row += 1 + spacing
    // The pattern takes the line below, empty or not.
    if dialog.scope == .matching, spacing == 0 { row += 1 }
    let messageRow = inside.maxRow - 2
    let wantedRows = inside.rows >= 18 ? 7 : max(3, inside.rows - 9)
    let hasPreview = row + wantedRows + spacing + 4 < messageRow
    let listRows = hasPreview ? wantedRows : messageRow - row
    // Where both do not fit, the one with the focus shows.
    let isNarrow = inside.columns < 56
    if let expression = dialog.expression {
      drawExpression(expression, dialog, in: inside, row: row, rows: listRows)
    } else if !isNarrow || dialog.field == .list {
      drawInitializers(dialog, in: inside, row: row, rows: listRows)
    }
    if dialog.expression == nil, !isNarrow || dialog.field != .list {
      let column = inside.column + (isNarrow ? 2 : 32)
      drawFields(dialog, in: inside, column: column, row: row, rows: listRows)
    }
    row += listRows + spacing
    if hasPreview {
      drawSection("Preview", remark: "one axis, two scales", in: box, row: row)
      let preview = Rect(
        column: inside.column, row: row + 1, columns: inside.columns,
        rows: messageRow - row - 1 - spacing)
      drawPreview(dialog, in: preview)
    }
    if let complaint = dialog.trouble, !hasPreview {
      drawTrouble(complaint, in: inside, row: messageRow)
    } else {
      drawConsequences(dialog, in: inside, row: messageRow)
    }
  }

  private mutating func drawScopes(_ dialog: DialogState, in rect: Rect, row: Int) {
    let column = write("What", rect.column + 2, row, Style(.dim)) + 3
    let name = shortened(dialog.parameterLabel(state.outline), to: rect.columns >= 76 ? 22 : 10)
    drawChoices(
      dialog.scopes.map { $0 == .parameter ? name : say($0.label) },
      chosen: dialog.scopes.firstIndex(of: dialog.scope) ?? 0, isFocused: dialog.field == .scope,
      reach: keys(to: .scope, in: dialog), column: column, row: row,
      columns: rect.maxColumn - column)
    guard dialog.scope == .matching else { return }
    target(
      (rect.column + 9)..<(rect.column + 9 + min(30, rect.columns - 12)), row: row + 1,
      keys(to: .pattern, in: dialog))
    drawField(
      dialog.pattern, isFocused: dialog.field == .pattern, column: rect.column + 9, row: row + 1,
      columns: min(30, rect.columns - 12))
  }

  private mutating func drawInitializers(
    _ dialog: DialogState, in rect: Rect, row: Int, rows: Int
  ) {
    write("With", rect.column + 2, row, Style(.dim))
    // What was typed shows in the name that it found, else on its own.
    if !dialog.entry.name.hasPrefix(dialog.query.lowercased()) {
      write(dialog.query, rect.column + 2, row + 1, Style(.accent).bold, limit: 6)
    }
    let entries = InitializerCatalog.standard.entries
    let isFocused = dialog.field == .list
    let first = max(0, min(dialog.initializer - rows / 2, entries.count - rows))
    for offset in 0..<min(rows, entries.count) {
      let position = first + offset
      let isChosen = position == dialog.initializer
      let area = Rect(column: rect.column + 9, row: row + offset, columns: 18, rows: 1)
      listTarget(
        area, position - dialog.initializer, reach: keys(to: .list, in: dialog))
      let back: Ink = isChosen ? (isFocused ? .selectionBack : .unfocusedBack) : .terminal
      if isChosen { frame.fill(area, style: Style(.text, on: back)) }
      if isChosen { write(glyphs.cursor, area.column, area.row, Style(.accent, on: back)) }
      let style = isChosen ? Style(.accent, on: back).bold : Style(.text)
      write(entries[position].name, area.column + 2, area.row, style)
      drawQuery(dialog, entries[position].name, isChosen: isChosen, at: area)
    }
    drawScrollbar(
      first: first, rows: rows, count: entries.count, column: rect.column + 28, row: row)
  }

  /// Puts the cursor behind what was typed of the chosen name.
  private mutating func drawQuery(
    _ dialog: DialogState, _ name: String, isChosen: Bool, at area: Rect
  ) {
    guard isChosen, dialog.field == .list else { return }
    let typed = name.hasPrefix(dialog.query.lowercased()) ? dialog.query.count : 0
    frame.cursor = Position(column: area.column + 2 + typed, row: area.row)
  }

  mutating func drawScrollbar(first: Int, rows: Int, count: Int, column: Int, row: Int) {
    guard count > rows else { return }
    for offset in 0..<rows { write(glyphs.scrollTrack, column, row + offset, Style(.rule)) }
    let length = max(1, rows * rows / count)
    let start = (rows - length) * first / max(1, count - rows)
    for offset in start..<(start + length) {
      write(glyphs.scrollThumb, column, row + offset, Style(.rule))
    }
  }

  private mutating func drawFields(
    _ dialog: DialogState, in rect: Rect, column: Int, row: Int, rows: Int
  ) {
    let end = row + rows
    let labels = dialog.entry.arguments.map(\.name) + ["seed"]
    let labelWidth = max(11, (labels.map(\.count).max() ?? 0)) + 2
    var row = row
    for (position, argument) in dialog.entry.arguments.enumerated() where row < end - 1 {
      write(argument.name, column, row, Style(.dim))
      target(
        column..<(column + labelWidth + 10), row: row, keys(to: .argument(position), in: dialog))
      drawField(
        dialog.arguments[position], isFocused: dialog.field == .argument(position),
        column: column + labelWidth, row: row, columns: 10)
      if case .choice(let choices) = argument.kind {
        let room = rect.maxColumn - column - labelWidth - 13
        write(
          choices.joined(separator: "  "), column + labelWidth + 12, row, Style(.dim),
          limit: max(0, room))
        makeClickable(
          choices, of: position, dialog, row: row,
          in: (column + labelWidth + 12)..<max(column + labelWidth + 12, rect.maxColumn - 1))
      }
      row += 1
    }
    write("seed", column, row, Style(.dim))
    target(column..<(rect.maxColumn - 1), row: row, keys(to: .seed, in: dialog))
    drawField(
      dialog.seed, isFocused: dialog.field == .seed, column: column + labelWidth, row: row,
      columns: 10)
    write(
      dialog.seed.text.isEmpty ? "continues the stream" : "Ctrl-N next", column + labelWidth + 12,
      row,
      Style(.dim), limit: max(0, rect.maxColumn - column - labelWidth - 13))
    drawTheory(dialog, column: column, rows: (row + 2)..<max(row + 2, end), end: rect.maxColumn - 1)
  }

  /// A click on one of the words that an argument can be takes it.
  private mutating func makeClickable(
    _ choices: [String], of argument: Int, _ dialog: DialogState, row: Int,
    in columns: Range<Int>
  ) {
    let present = choices.firstIndex(of: dialog.arguments[argument].text) ?? 0
    var column = columns.lowerBound
    for (index, choice) in choices.enumerated() where column < columns.upperBound {
      target(
        column..<min(column + choice.count, columns.upperBound), row: row,
        reach: keys(to: .argument(argument), in: dialog),
        ListSteps.leftRight.keys(index - present))
      column += choice.count + 2
    }
  }

  private mutating func drawTheory(
    _ dialog: DialogState, column: Int, rows: Range<Int>, end: Int
  ) {
    guard let preview = dialog.preview.shown, !rows.isEmpty else { return }
    var row = rows.lowerBound
    for formula in preview.theory.formulas.prefix(min(2, rows.count)) {
      let isNumber = Double(formula.substituted) != nil
      let middle = isNumber ? "" : "\(formula.substituted) = ".replacing("√", with: glyphs.root)
      let text = "\(formula.symbol) = \(middle)"
      let after = write(text, column, row, Style(.dim), limit: max(0, end - column - 8))
      write(NumberText.value(formula.value), after, row, Style(.text).bold)
      row += 1
    }
    guard preview.theory.formulas.count < 2, row < rows.upperBound,
      let distribution = preview.theory.distribution
    else { return }
    write("std = \(NumberText.value(distribution.standardDeviation))", column, row, Style(.dim))
  }

  /// Draws a field of text; the cursor of the terminal stands in the one with the focus.
  mutating func drawField(
    _ field: TextField, isFocused: Bool, column: Int, row: Int, columns: Int
  ) {
    let back: Ink = isFocused ? .selectionBack : .unfocusedBack
    let style = Style(isFocused ? .selectionText : .text, on: back)
    frame.fill(Rect(column: column, row: row, columns: columns, rows: 1), style: style)
    let start = max(0, field.cursor - columns + 1)
    write(String(field.text.dropFirst(start)), column, row, style, limit: columns)
    if isFocused { frame.cursor = Position(column: column + field.cursor - start, row: row) }
  }
}

extension DialogState {
  /// The name of the parameter that the first scope means.
  func parameterLabel(_ outline: Outline) -> String { outline.parameters[parameter].name }
}

extension DialogState.ScopeKind {
  /// The word on the button.
  var label: String {
    switch self {
    case .parameter: "parameter"
    case .layer: "layer"
    case .subtree: "subtree"
    case .network: "network"
    case .matching: "matching"
    }
  }
}
