/// What the two lists show, in order; kept so that a key never walks the whole model.
public struct Rows: Hashable, Sendable {
  /// The nodes of the tree, ascending.
  public internal(set) var tree: [Int] = []
  /// The uses in the table.
  public internal(set) var table: [Int] = []
  /// The number of uses that the table would list without the filter.
  public internal(set) var unfilteredCount = 0
  /// What the names in the table begin and end with.
  var sharedEnds = SharedEnds()
  /// Whether statistics became known that the order may depend on.
  var isStale = false
  /// Whether the uses in the table are too many to have been sorted where they were listed.
  var awaitsOrder = false
}

extension Array where Element: Comparable {
  /// The position of an element in ascending order, or that of the last one before it.
  ///
  /// - Complexity: O(log n).
  func position(notAfter element: Element) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= element { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : low - 1
  }

  /// The position of an element in ascending order.
  ///
  /// - Complexity: O(log n).
  func position(of element: Element) -> Int? {
    position(notAfter: element).flatMap { self[$0] == element ? $0 : nil }
  }
}
