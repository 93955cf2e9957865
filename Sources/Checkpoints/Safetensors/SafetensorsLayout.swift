/// The rule that the tensors of a safetensors file cover its data: no gap, no overlap, no rest.
enum SafetensorsLayout {
  /// Checks where tensors lie.
  ///
  /// - Parameters:
  ///   - entries: The tensors in any order.
  ///   - dataByteCount: How many bytes the file has after its header.
  /// - Throws: The first gap or overlap, else a lack or rest of data at the end.
  /// - Complexity: O(n) where `entries` are in the order of their bytes, else O(n log n).
  static func check(
    _ entries: [SafetensorsEntry], dataByteCount: Int
  ) throws(HeaderFailure) {
    let isInOrder = zip(entries, entries.dropFirst()).allSatisfy { !precedes($1.range, $0.range) }
    let order = isInOrder ? nil : order(of: entries)
    var previous: SafetensorsEntry?
    for position in entries.indices {
      let entry = entries[order?[position] ?? position]
      try check(entry, after: previous)
      previous = entry
    }
    let end = previous?.range.upperBound ?? 0
    if end > dataByteCount {
      throw HeaderFailure(.dataCut(needed: end, available: dataByteCount))
    }
    if end < dataByteCount {
      throw HeaderFailure(.trailingBytes(count: dataByteCount - end, dataEnd: end))
    }
  }

  private static func check(
    _ entry: SafetensorsEntry, after previous: SafetensorsEntry?
  ) throws(HeaderFailure) {
    let end = previous?.range.upperBound ?? 0
    let range = entry.range
    if range.lowerBound > end {
      throw HeaderFailure(
        .gap(begin: end, end: range.lowerBound, previousName: previous?.name),
        tensorName: entry.name)
    }
    if range.lowerBound < end, let previous {
      throw HeaderFailure(
        .overlap(range: range, previousName: previous.name, previousRange: previous.range),
        tensorName: entry.name)
    }
  }

  /// The positions of entries by their first byte, then by their last.
  private static func order(of entries: [SafetensorsEntry]) -> [Int] {
    var keys = entries.indices.map { (range: entries[$0].range, index: $0) }
    keys.sort { precedes($0.range, $1.range) }
    return keys.map(\.index)
  }

  private static func precedes(_ first: Range<Int>, _ second: Range<Int>) -> Bool {
    (first.lowerBound, first.upperBound) < (second.lowerBound, second.upperBound)
  }
}
