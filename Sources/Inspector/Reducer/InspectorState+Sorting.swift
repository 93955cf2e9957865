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
    if let column = sort?.column, column.isStatistic, column != .gradient { scanEverything() }
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
      case .gradient: hasGradients
      case .values: false
      default: true
      }
    }
  }

  /// So many rows are put in order at once; more are sorted aside, which a key need not wait for.
  static let mostSortedAtOnce = 20_000

  /// Puts the rows, which are in the order of names, in the order that is wanted, or asks for that.
  mutating func sortTable() {
    jobs.sorting = nil  // Other rows are being sorted.
    rows.awaitsOrder = sort != nil && rows.table.count > Self.mostSortedAtOnce
    guard sort != nil, !rows.awaitsOrder else { return }
    rows.table = rowOrder(of: rows.table).sorted()
    rows.isStale = false
  }

  /// The rows of the table with what they are to be sorted by.
  public var rowOrder: RowOrder { rowOrder(of: listedUses) }

  private func rowOrder(of uses: [Int]) -> RowOrder {
    RowOrder(
      uses: uses, sort: sort, outline: outline, figures: figures, gradientNorms: gradientNorms)
  }

  /// Has rows sorted that are too many to be sorted at once.
  mutating func startSorting() -> [InspectorEffect] {
    guard rows.awaitsOrder else { return [] }
    rows.awaitsOrder = false
    rows.isStale = false
    let id = jobs.next()
    jobs.sorting = id
    return [.sort(id)]
  }

  /// Takes over rows that were sorted aside; the cursor stays on its row, or on the first.
  mutating func adopt(_ uses: [Int], sortedBy id: JobID) {
    guard jobs.sorting == id else { return }
    jobs.sorting = nil
    let use = table.selection == 0 ? nil : selectedUse
    rows.table = uses
    table.selection = use.flatMap { uses.firstIndex(of: $0) } ?? 0
  }

  /// Puts rows in order after more of them have become known.
  mutating func sortAgain() {
    guard rows.isStale, sort?.column.isStatistic ?? false, jobs.sorting == nil else { return }
    if rows.table.count > Self.mostSortedAtOnce {
      rows.awaitsOrder = true  // The rows stay as they are until they are sorted anew.
      return
    }
    // Who has not left the first row wants to see what is first.
    relistTable(keeping: table.selection == 0 ? nil : selectedUse)
    keepSelectionsVisible()
  }
}
