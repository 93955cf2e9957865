internal import Tensors
internal import Words
internal import Workspace

extension InspectorState {
  /// Sorts the table by the next column that has something to say.
  mutating func sortByNextColumn() {
    let columns = sortableColumns
    let position = columns.firstIndex(of: sort?.column ?? .name) ?? 0
    let next = columns[(position + 1) % columns.count]
    sort(by: next, isReversed: false)
  }

  /// Turns the order of the table round.
  mutating func reverseSort() {
    let present = sort ?? TableSort(column: .name, isDescending: false)
    order(by: TableSort(column: present.column, isDescending: !present.isDescending))
  }

  /// Sorts the table by a column, numbers largest first, or the other way round.
  mutating func sort(by column: TableColumn, isReversed: Bool) {
    let isUsual = column == .name && !isReversed
    order(
      by: isUsual ? nil : TableSort(column: column, isDescending: column.isNumber != isReversed))
  }

  private mutating func order(by sort: TableSort?) {
    self.sort = sort
    if sort?.column.isStatistic ?? false { scanEverything() }
    table = TableState()
    listTable()
    guard let sort else {
      status = .text("in the order of names")
      return
    }
    let column = Phrase(key: sort.column.title)
    status =
      sort.isDescending ? .text("sorted by \(column), largest first") : .text("sorted by \(column)")
  }

  private var sortableColumns: [TableColumn] {
    TableColumn.allCases.filter { column in
      switch column {
      case .tie: !facts.usersOfTie.isEmpty
      case .initializer: outline.isNetwork
      case .type: !outline.isNetwork
      case .values: false
      default: true
      }
    }
  }

  /// Puts the rows in order; those whose key is not known yet come last, in the order of names.
  mutating func sortTable() {
    guard let sort else { return }
    let known = { (key: SortKey?) in key != nil }
    let keyed = rows.table.map { (use: $0, key: sortKey(sort.column, of: $0)) }
    let sorted = keyed.enumerated().sorted { left, right in
      guard let first = left.element.key, let second = right.element.key else {
        return known(left.element.key) != known(right.element.key)
          ? known(left.element.key) : left.offset < right.offset
      }
      if first == second { return left.offset < right.offset }
      return sort.isDescending ? second < first : first < second
    }
    rows.table = sorted.map(\.element.use)
    rows.isStale = false
  }

  /// Puts rows in order after more of them have become known.
  mutating func sortAgain() {
    guard rows.isStale, sort?.column.isStatistic ?? false else { return }
    // Who has not left the first row wants to see what is first.
    relistTable(keeping: table.selection == 0 ? nil : selectedUse)
    keepSelectionsVisible()
  }

  /// What a row is sorted by; nil while it is not known.
  private func sortKey(_ column: TableColumn, of use: Int) -> SortKey? {
    let parameter = outline.uses[use].parameter
    let info = outline.parameters[parameter]
    switch column {
    case .name, .values: return .number(Double(use))
    case .tie: return info.tie.map { .number(Double($0)) }
    case .shape: return .numbers(info.shape.dimensions)
    case .type: return .text(info.elementType.name)
    case .initializer: return info.origin.map { .text($0.name) }
    case .count: return info.elementCount.map { .number(Double($0)) }
    default:
      return figures[parameter]?.statistics.flatMap(column.statistic).map(SortKey.number)
    }
  }
}

/// What rows are compared by.
private enum SortKey: Comparable {
  case number(Double)
  case numbers([Int])
  case text(String)

  static func < (left: SortKey, right: SortKey) -> Bool {
    switch (left, right) {
    case (.number(let first), .number(let second)): first < second
    case (.numbers(let first), .numbers(let second)): first.lexicographicallyPrecedes(second)
    case (.text(let first), .text(let second)): first < second
    default: false
    }
  }
}
