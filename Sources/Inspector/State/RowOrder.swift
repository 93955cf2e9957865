internal import Tensors
internal import Workspace

/// Rows of the table with all that their order depends on: a value that can be sorted anywhere.
public struct RowOrder: Sendable {
  let uses: [Int]
  let sort: TableSort?
  let outline: Outline
  let figures: [Int: Figure]
  let gradientNorms: [Int: Double]

  /// The rows in order; those whose key is not known yet come last, in the order of names.
  ///
  /// - Complexity: O(n log n).
  public func sorted() -> [Int] {
    guard let sort else { return uses }
    var known: [(use: Int, offset: Int, key: SortKey)] = []
    var unknown: [Int] = []
    for (offset, use) in uses.enumerated() {
      if let key = key(sort.column, of: use) {
        known.append((use, offset, key))
      } else {
        unknown.append(use)
      }
    }
    known.sort { left, right in
      if left.key == right.key { return left.offset < right.offset }
      return sort.isDescending ? right.key < left.key : left.key < right.key
    }
    return known.map(\.use) + unknown
  }

  /// What a row is sorted by; nil while it is not known.
  private func key(_ column: TableColumn, of use: Int) -> SortKey? {
    let parameter = outline.uses[use].parameter
    switch column {
    case .name, .values: return .number(Double(use))
    case .tie: return outline.parameters[parameter].tie.map { .number(Double($0)) }
    case .shape: return .numbers(outline.parameters[parameter].shape.dimensions)
    case .type: return .text(outline.parameters[parameter].elementType.name)
    case .initializer: return outline.parameters[parameter].origin.map { .text($0.name) }
    case .count: return outline.parameters[parameter].elementCount.map { .number(Double($0)) }
    case .gradient: return gradientNorms[parameter].map(SortKey.number)
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
