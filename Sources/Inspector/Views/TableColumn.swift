internal import Tensors

/// A column of the parameter table, in the order from left to right.
enum TableColumn: CaseIterable, Hashable {
  case name, tie, shape, type, initializer, count, minimum, mean, deviation, greatest
  case norm, zeros, values

  /// The heading.
  var title: String {
    switch self {
    case .name: "name"
    case .tie: "tie"
    case .shape: "shape"
    case .type: "type"
    case .initializer: "init"
    case .count: "count"
    case .minimum: "min"
    case .mean: "mean"
    case .deviation: "std"
    case .greatest: "max|x|"
    case .norm: "l2"
    case .zeros: "zeros"
    case .values: "values"
    }
  }

  /// Whether the cells end at the right edge, as numbers do.
  var isRightAligned: Bool {
    isNumber
  }

  /// Whether the cells are numbers.
  var isNumber: Bool { self == .count || isStatistic }

  /// Whether the cells are known only after the elements have been read.
  var isStatistic: Bool {
    switch self {
    case .minimum, .mean, .deviation, .greatest, .norm, .zeros: true
    default: false
    }
  }

  /// The statistic in the column; nil where there is none.
  func statistic(_ scanned: ScannedTensor) -> Double? {
    guard let summary = scanned.components.first?.summary else { return nil }
    switch self {
    case .minimum: return summary.minimum
    case .mean: return summary.mean
    case .deviation: return summary.standardDeviation
    case .greatest: return summary.greatestMagnitude
    case .norm: return summary.l2
    case .zeros: return Double(scanned.counts.zeros)
    default: return nil
    }
  }

  /// The cells between this column and the one to its left; numbers seldom fill theirs.
  var gap: Int { isRightAligned ? 1 : 2 }

  /// The order in which columns leave a table that gets narrower.
  static let leaving: [TableColumn] = [
    .zeros, .norm, .greatest, .minimum, .count, .type, .initializer, .mean, .shape, .deviation,
    .values, .tie,
  ]

  /// The columns of a table and their widths.
  struct Plan {
    /// The columns that stay, with the number of cells each takes.
    let columns: [(column: TableColumn, width: Int)]

    /// Chooses the columns that fit into `room` cells beside a name of at least 12.
    ///
    /// - Parameters:
    ///   - room: The cells between the row's cursor and its mark.
    ///   - wanted: The columns that have something to say, with their widths; the name's is what
    ///     it would like to have.
    ///   - kept: A column that never leaves, as the rows are sorted by it.
    init(room: Int, wanted: [(column: TableColumn, width: Int)], keeping kept: TableColumn?) {
      var columns = wanted
      let nameWidth = wanted.first { $0.column == .name }?.width ?? 0
      for leaving in TableColumn.leaving
      where leaving != kept && Self.width(columns) > room - min(nameWidth, 24) {
        columns.removeAll { $0.column == leaving }
      }
      let rest = max(12, room - Self.width(columns))
      self.columns = columns.map {
        ($0.column, $0.column == .name ? min(nameWidth, rest) : $0.width)
      }
    }

    /// The columns with the cells that they take on the screen.
    func placed(from start: Int) -> [(column: TableColumn, cells: Range<Int>)] {
      var next = start
      return columns.enumerated().map { index, item in
        let first = index == 0 ? next : next + item.column.gap
        next = first + item.width
        return (item.column, first..<next)
      }
    }

    /// The cells that all columns but the name take, with two between neighbours.
    private static func width(_ columns: [(column: TableColumn, width: Int)]) -> Int {
      columns.filter { $0.column != .name }.map { $0.width + $0.column.gap }.reduce(0, +)
    }
  }
}

extension Summary {
  /// The largest magnitude of a finite value.
  var greatestMagnitude: Double? {
    maximum.flatMap { high in minimum.map { max(abs(high), abs($0)) } }
  }
}
