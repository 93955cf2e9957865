internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// The number of bars in a row of the table.
  static let sparklineWidth = 9

  /// Draws the parameter table with its heading.
  mutating func drawTable() {
    let rect = layout.table
    let isFocused = state.focus == .table && state.overlay == .none
    rule(rect.columnRange, row: layout.heading.row, isFocused: isFocused)
    drawTableHeading(isFocused: isFocused)
    let uses = state.selectedUses
    let plan = tablePlan
    drawColumnTitles(plan)
    for offset in 0..<layout.tableRowCount {
      let position = state.table.scroll + offset
      guard position < uses.count else { break }
      drawUse(
        uses[position], isSelected: position == state.table.selection, row: rect.row + 1 + offset,
        plan: plan)
    }
    if uses.isEmpty {
      let words: Phrase = state.rows.unfilteredCount > 0 ? "nothing matches" : "no parameters"
      write(words, rect.column + 3, rect.row + 1, Style(.dim))
    }
  }

  private mutating func drawTableHeading(isFocused: Bool) {
    let rect = layout.table
    let row = layout.heading.row
    let count = " \(tableCount) "
    let style = isFocused ? Style(.accent).bold : Style(.text)
    let node = state.outline.nodes[state.tree.selection]
    let path = state.rowPath(of: state.commonBlock)
    let name = state.outline.isNetwork || path.isEmpty ? node.name : path
    let room = rect.columns - 4 - (layout.isSinglePane ? 10 : count.count)
    write(
      " " + shortened(say("Parameters of \(name)"), to: max(8, room)) + " ", rect.column + 1, row,
      style)
    if layout.isSinglePane { return drawPanePosition() }
    write(count, endingAt: rect.maxColumn - 1, row, Style(.dim))
  }

  /// The number of rows, and of how many, if a filter hides some.
  private var tableCount: String {
    let (count, all) = (state.rows.table.count, state.rows.unfilteredCount)
    return state.find.filter?.matches == nil ? "\(count)" : say("\(count) of \(all)")
  }

  /// The columns that fit, chosen by what the listed parameters have to say.
  private var tablePlan: TableColumn.Plan {
    let uses = Array(
      state.selectedUses.dropFirst(state.table.scroll).prefix(layout.tableRowCount))
    let parameters = uses.map { state.outline.parameters[state.outline.uses[$0].parameter] }
    let names = uses.map { CharacterWidth.displayWidth(of: state.rowName(of: $0)) }
    var wanted: [(column: TableColumn, width: Int)] = [(.name, max(4, names.max() ?? 0))]
    if !state.facts.usersOfTie.isEmpty { wanted.append((.tie, 3)) }
    wanted.append((.shape, width(of: .shape, parameters.map(shapeText))))
    if !state.outline.isNetwork {
      wanted.append((.type, width(of: .type, parameters.map(\.elementType.name))))
    } else {
      wanted.append(
        (.initializer, width(of: .initializer, parameters.map { $0.origin?.name ?? "" })))
    }
    let counts = parameters.map { NumberText.count($0.elementCount ?? 0) }
    wanted.append((.count, width(of: .count, counts)))
    for (kind, width) in Self.statisticColumns {
      let texts = uses.map { numberText(kind, of: state.outline.uses[$0].parameter) ?? "" }
      wanted.append((kind, max(width, texts.map(\.count).max() ?? 0)))
    }
    wanted.append((.values, Self.sparklineWidth))
    wanted.removeAll { state.preferences.hiddenColumns.contains($0.column) }
    return TableColumn.Plan(
      room: layout.table.columns - 5, wanted: wanted, keeping: state.sort?.column)
  }

  private static let statisticColumns: [(TableColumn, Int)] = [
    (.minimum, 9), (.mean, 9), (.deviation, 8), (.greatest, 8), (.norm, 8), (.zeros, 7),
  ]

  private func width(of column: TableColumn, _ texts: [String]) -> Int {
    (texts + [heading(of: column)]).map { CharacterWidth.displayWidth(of: $0) }.max() ?? 0
  }

  /// The name of a column, with a sign where the rows are sorted by it.
  private func heading(of column: TableColumn) -> String {
    guard let sort = state.sort, sort.column == column else { return say(column.title) }
    return say(column.title) + (sort.isDescending ? glyphs.scrollDown : glyphs.scrollUp)
  }

  private mutating func drawColumnTitles(_ plan: TableColumn.Plan) {
    for (kind, columns) in plan.placed(from: layout.table.column + 3) {
      let isSorted = state.sort?.column == kind
      write(
        heading(of: kind), in: columns, layout.table.row,
        isSorted ? Style(.accent).bold : Style(.dim), kind)
    }
  }

  private mutating func write(
    _ text: String, in columns: Range<Int>, _ row: Int, _ style: Style, _ kind: TableColumn
  ) {
    if kind.isRightAligned {
      write(text, endingAt: columns.upperBound, row, style)
    } else {
      write(text, columns.lowerBound, row, style, limit: columns.count)
    }
  }

  private mutating func drawUse(
    _ use: Int, isSelected: Bool, row: Int, plan: TableColumn.Plan
  ) {
    let rect = layout.table
    let parameter = state.outline.uses[use].parameter
    let info = state.outline.parameters[parameter]
    let look = RowLook(
      isSelected: isSelected, isFocused: state.focus == .table && state.overlay == .none,
      isLit: state.lit.contains(parameter), flash: state.flash)
    let back = Rect(column: rect.column + 1, row: row, columns: max(0, rect.columns - 2), rows: 1)
    if look.hasBack { frame.fill(back, style: look.style(.text)) }
    if isSelected { write(glyphs.cursor, rect.column + 1, row, look.style(.accent)) }
    for (kind, columns) in plan.placed(from: rect.column + 3) {
      drawCell(kind, of: use, in: columns, row: row, look: look)
    }
    if info.isModified {
      write(glyphs.modified, endingAt: rect.maxColumn, row, Style(.warning).bold)
    }
  }

  private mutating func drawCell(
    _ kind: TableColumn, of use: Int, in columns: Range<Int>, row: Int, look: RowLook
  ) {
    let parameter = state.outline.uses[use].parameter
    let info = state.outline.parameters[parameter]
    switch kind {
    case .name:
      let name = shortenedName(state.rowName(of: use), to: columns.count)
      let isMatch = state.find.search?.matches?.uses.contains(use) ?? false
      writeName(name, columns.lowerBound, row, look, isMatch: isMatch)
    case .tie:
      guard let tie = info.tie else { return }
      write(tieText(tie), columns.lowerBound, row, look.style(.tie(tie)).bold)
    case .shape: write(shapeText(info), in: columns, row, look.style(.text), kind)
    case .type: write(info.elementType.name, in: columns, row, look.style(.dim), kind)
    case .initializer: write(info.origin?.name ?? "", in: columns, row, look.style(.dim), kind)
    case .count:
      write(NumberText.count(info.elementCount ?? 0), in: columns, row, look.style(.dim), kind)
    case .minimum, .mean, .deviation, .greatest, .norm, .zeros:
      drawNumber(kind, of: parameter, in: columns, row: row, look: look)
    case .values: drawValues(of: parameter, in: columns, row: row, look: look)
    }
  }

  private mutating func drawNumber(
    _ kind: TableColumn, of parameter: Int, in columns: Range<Int>, row: Int, look: RowLook
  ) {
    if let text = numberText(kind, of: parameter) {
      write(text, in: columns, row, look.style(.text), kind)
      return
    }
    switch (state.outline.parameters[parameter].state, state.figures[parameter]?.content) {
    case (.ready, .scanning(_, let fraction)):
      let text = kind == .mean ? say("scanning") : "\(Int(fraction * 100)) %"
      guard kind == .mean || kind == .deviation else { return }
      write(text, endingAt: columns.upperBound, row, look.style(.accent))
    case (.ready, nil): write(glyphs.waiting, endingAt: columns.upperBound, row, look.style(.dim))
    case (.ready, .failed) where kind == .deviation:
      write(glyphs.error, endingAt: columns.upperBound, row, look.style(.error))
    case (.deferred, _) where kind == .deviation, (.uninitialized, _) where kind == .deviation:
      write(glyphs.deferred, endingAt: columns.upperBound, row, look.style(.dim))
    default: break
    }
  }

  /// A statistic as text; nil while it is not known.
  private func numberText(_ kind: TableColumn, of parameter: Int) -> String? {
    guard let scanned = state.figures[parameter]?.statistics else { return nil }
    if kind == .zeros { return NumberText.count(scanned.counts.zeros) }
    return kind.statistic(scanned).map(NumberText.value) ?? "-"
  }

  /// Draws a small histogram, or why there is none.
  mutating func drawValues(
    of parameter: Int, in columns: Range<Int>, row: Int, look: RowLook
  ) {
    switch (state.outline.parameters[parameter].state, state.figures[parameter]?.content) {
    case (.deferred, _): write("deferred", columns.lowerBound, row, look.style(.dim))
    case (.uninitialized, _): write("empty", columns.lowerBound, row, look.style(.dim))
    case (.ready, .failed):
      write("unreadable", columns.lowerBound, row, look.style(.error), limit: columns.count + 1)
    case (.ready, .ready(let statistics)):
      drawSparkline(statistics, in: columns, row: row, look: look)
    case (.ready, .scanning(_, let fraction)):
      drawBar(fraction, in: columns, row: row, on: look)
    case (.ready, nil):
      let text = say("waiting")
      let fits = CharacterWidth.displayWidth(of: text) <= columns.count
      write(fits ? text : glyphs.waiting, columns.lowerBound, row, look.style(.dim))
    }
  }

  private mutating func drawSparkline(
    _ statistics: ScannedTensor, in columns: Range<Int>, row: Int, look: RowLook
  ) {
    let bins = statistics.components.first?.distribution?.regrouped(into: Self.sparklineWidth)
    guard let counts = bins?.counts, let greatest = counts.max(), greatest > 0 else {
      return drawMarks(statistics, in: columns, row: row, look: look)
    }
    let levels = glyphs.sparklineLevels
    let bars = counts.map { levels[min(levels.count - 1, $0 * levels.count / (greatest + 1))] }
    write(bars.joined(), columns.lowerBound, row, look.style(.now), limit: columns.count)
    if statistics.counts.finite < statistics.counts.count {
      write(glyphs.look, columns.upperBound, row, look.style(.warning).bold)
    }
  }

  /// Where there is no distribution: nothing, or nothing finite.
  private mutating func drawMarks(
    _ statistics: ScannedTensor, in columns: Range<Int>, row: Int, look: RowLook
  ) {
    let isEmpty = statistics.counts.count == 0
    write(
      isEmpty ? "empty" : "no number", columns.lowerBound, row,
      look.style(isEmpty ? .dim : .warning))
  }
}
