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
    let uses = state.selectedUses
    let plan = tablePlan
    drawTableHeading(isFocused: isFocused, hasShortNames: plan.hasShortNames)
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

  private mutating func drawTableHeading(isFocused: Bool, hasShortNames: Bool) {
    let rect = layout.table
    let row = layout.heading.row
    let count = " \(tableCount) "
    let style = isFocused ? Style(.accent).bold : Style(.text)
    let node = state.outline.nodes[state.tree.selection]
    let path = state.rowPath(of: state.commonBlock)
    let name = state.outline.isNetwork || path.isEmpty ? node.name : path
    let ends = state.rows.sharedEnds
    let start = ends.start.isEmpty ? "" : " \(ends.start)\(glyphs.ellipsis)"
    let ending = ends.ending.isEmpty ? "" : " \(glyphs.ellipsis)\(ends.ending)"
    let title = say("Parameters of \(name)") + (hasShortNames ? start + ending : "")
    let room = rect.columns - 4 - (layout.isSinglePane ? 10 : count.count)
    write(" " + shortened(title, to: max(8, room)) + " ", rect.column + 1, row, style)
    if layout.isSinglePane { return drawPanePosition() }
    write(count, endingAt: rect.maxColumn - 1, row, Style(.dim))
  }

  /// The number of rows, and of how many, if a filter hides some.
  private var tableCount: String {
    let (count, all) = (state.rows.table.count, state.rows.unfilteredCount)
    return state.find.filter?.matches == nil ? "\(count)" : say("\(count) of \(all)")
  }

  /// The name of a column, with a sign where the rows are sorted by it.
  func heading(of column: TableColumn) -> String {
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
    let row = layout.table.row
    if plan.hidesLeft {
      write(glyphs.cutLeft, layout.table.column + 3 + plan.nameWidth, row, Style(.accent))
    }
    if plan.hidesRight {
      write(glyphs.cutRight, endingAt: layout.table.maxColumn, row, Style(.accent))
    }
  }

  mutating func write(
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
      drawCell(kind, of: use, in: columns, row: row, look: look, hasShortNames: plan.hasShortNames)
    }
    if info.isModified {
      write(glyphs.modified, endingAt: rect.maxColumn, row, Style(.warning).bold)
    }
  }
}
