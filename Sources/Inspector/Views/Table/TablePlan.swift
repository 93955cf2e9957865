internal import Tensors
internal import TerminalUI
internal import Workspace

extension TableColumn {
  /// The columns of a table that fit, and their widths.
  struct Plan {
    /// A column and the number of cells it takes.
    typealias Placed = (column: TableColumn, width: Int)

    /// The columns that stay, the name first.
    let columns: [Placed]
    /// How far the table can be scrolled sideways; 0 where every column is on the screen.
    let lastScroll: Int
    /// Whether there are columns between the name and the first one shown.
    let hidesLeft: Bool
    /// Whether there are columns to scroll to.
    let hidesRight: Bool
    /// Whether names lack what all of them share.
    var hasShortNames = false

    /// The widest name that columns make room for.
    private static let widestNameKept = 24
    private static let narrowestName = 12

    /// Chooses the columns that fit into `room` cells beside the name.
    ///
    /// Unscrolled, the least important ones leave; from the first step on all stand in their order.
    /// - Parameters:
    ///   - room: The cells between the row's cursor and its mark.
    ///   - wanted: The columns that have something to say, the name first, with their widths; the
    ///     name's is what it would like to have.
    ///   - kept: A column that never leaves, as the rows are sorted by it.
    ///   - scroll: The steps to the right.
    init(room: Int, wanted: [Placed], keeping kept: TableColumn?, scroll: Int) {
      let nameWidth = wanted.first { $0.column == .name }?.width ?? 0
      let others = wanted.filter { $0.column != .name }
      let spare = room - min(nameWidth, Self.widestNameKept)
      let important = Self.important(others, in: spare, keeping: kept)
      lastScroll = important.count == others.count ? 0 : Self.lastScroll(others, in: spare)
      let scroll = min(scroll, lastScroll)
      let shown = scroll == 0 ? important : Self.fitting(others.dropFirst(scroll - 1), in: spare)
      hidesLeft = scroll > 1
      hidesRight = scroll < lastScroll
      let rest = max(Self.narrowestName, room - Self.width(shown))
      columns = [(.name, min(nameWidth, rest))] + shown
    }

    /// The cells of the name.
    var nameWidth: Int { columns[0].width }

    /// The columns with the cells that they take on the screen.
    func placed(from start: Int) -> [(column: TableColumn, cells: Range<Int>)] {
      var next = start
      return columns.enumerated().map { index, item in
        let first = index == 0 ? next : next + item.column.gap
        next = first + item.width
        return (item.column, first..<next)
      }
    }

    private static func important(
      _ columns: [Placed], in room: Int, keeping kept: TableColumn?
    ) -> [Placed] {
      var columns = columns
      for leaving in TableColumn.leaving where leaving != kept && width(columns) > room {
        columns.removeAll { $0.column == leaving }
      }
      return columns
    }

    /// The first columns that fit, at least one.
    private static func fitting(_ columns: ArraySlice<Placed>, in room: Int) -> [Placed] {
      var count = columns.count
      while count > 1, width(columns.prefix(count)) > room { count -= 1 }
      return Array(columns.prefix(count))
    }

    /// The first step at which the last column is in sight; at step 1 all stand from the first on.
    private static func lastScroll(_ columns: [Placed], in room: Int) -> Int {
      1 + (columns.indices.first { width(columns.dropFirst($0)) <= room } ?? columns.count - 1)
    }

    /// The cells that columns take with those before them.
    private static func width(_ columns: some Sequence<Placed>) -> Int {
      columns.reduce(0) { $0 + $1.width + $1.column.gap }
    }
  }
}

extension Screen {
  /// The columns that fit, chosen by what the listed parameters have to say.
  var tablePlan: TableColumn.Plan {
    let uses = Array(
      state.selectedUses.dropFirst(state.table.scroll).prefix(layout.tableRowCount))
    let plan = tablePlan(of: uses, hasShortNames: false)
    let isCut = uses.contains {
      CharacterWidth.displayWidth(of: rowName(of: $0, isShort: false)) > plan.nameWidth
    }
    guard isCut, state.rows.sharedEnds != SharedEnds() else { return plan }
    return tablePlan(of: uses, hasShortNames: true)
  }

  /// The name of a use in the table; a short one lacks what all rows share.
  func rowName(of use: Int, isShort: Bool) -> String {
    let name = state.rowName(of: use)
    return isShort ? state.rows.sharedEnds.stripped(name) : name
  }

  private func tablePlan(of uses: [Int], hasShortNames: Bool) -> TableColumn.Plan {
    let names = uses.map {
      CharacterWidth.displayWidth(of: rowName(of: $0, isShort: hasShortNames))
    }
    var wanted: [TableColumn.Plan.Placed] = [(.name, max(4, names.max() ?? 0))]
    wanted += wantedColumns(uses.map { state.outline.uses[$0].parameter })
    wanted.removeAll { state.preferences.hiddenColumns.contains($0.column) }
    var plan = TableColumn.Plan(
      room: layout.table.columns - 5, wanted: wanted, keeping: state.sort?.column,
      scroll: state.columnScroll)
    plan.hasShortNames = hasShortNames
    return plan
  }

  /// The columns behind the name that have something to say, and their widths.
  private func wantedColumns(_ parameters: [Int]) -> [TableColumn.Plan.Placed] {
    let infos = parameters.map { state.outline.parameters[$0] }
    let isNetwork = state.outline.isNetwork
    var wanted: [TableColumn.Plan.Placed] = state.facts.usersOfTie.isEmpty ? [] : [(.tie, 3)]
    wanted.append((.shape, width(of: .shape, infos.map(shapeText))))
    wanted.append(
      isNetwork
        ? (.initializer, width(of: .initializer, infos.map { $0.origin?.name ?? "" }))
        : (.type, width(of: .type, infos.map(\.elementType.name))))
    wanted.append((.count, width(of: .count, infos.map { NumberText.count($0.elementCount ?? 0) })))
    for (kind, width) in Self.statisticColumns where kind != .gradient || state.hasGradients {
      let texts = parameters.map { numberText(kind, of: $0) ?? "" }
      wanted.append((kind, max(width, texts.map(\.count).max() ?? 0)))
    }
    return wanted + [(.values, Self.sparklineWidth)]
  }

  private static let statisticColumns: [TableColumn.Plan.Placed] = [
    (.minimum, 9), (.mean, 9), (.deviation, 8), (.gradient, 8), (.greatest, 8), (.norm, 8),
    (.zeros, 7),
  ]

  private func width(of column: TableColumn, _ texts: [String]) -> Int {
    (texts + [heading(of: column)]).map { CharacterWidth.displayWidth(of: $0) }.max() ?? 0
  }
}
