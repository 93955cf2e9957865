internal import Tensors

/// A column of the parameter table, in the order from left to right.
enum TableColumn: CaseIterable, Hashable {
  case name, tie, shape, type, initializer, count, minimum, mean, deviation, gradient, greatest
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
    case .gradient: "grad l2"
    case .greatest: "max|x|"
    case .norm: "l2"
    case .zeros: "zeros"
    case .values: "values"
    }
  }

  /// What commands and configuration call it: the heading, in one word.
  var key: String { title.replacing(" ", with: "-") }

  /// Whether the cells end at the right edge, as numbers do.
  var isRightAligned: Bool {
    isNumber
  }

  /// Whether the cells are numbers.
  var isNumber: Bool { self == .count || isStatistic }

  /// Whether the cells are known only after the elements have been read.
  var isStatistic: Bool {
    switch self {
    case .minimum, .mean, .deviation, .gradient, .greatest, .norm, .zeros: true
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
    .zeros, .norm, .greatest, .minimum, .count, .type, .initializer, .gradient, .mean, .shape,
    .deviation,
    .values, .tie,
  ]
}

extension Summary {
  /// The largest magnitude of a finite value.
  var greatestMagnitude: Double? {
    maximum.flatMap { high in minimum.map { max(abs(high), abs($0)) } }
  }
}
