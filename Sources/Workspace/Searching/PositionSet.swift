/// A set of positions in a list, one bit each: a million take 125 kB.
public struct PositionSet: Hashable, Sendable {
  private var words: [UInt64]
  /// The number of positions that are in it.
  public private(set) var count = 0

  /// Creates an empty set of positions below `limit`.
  public init(limit: Int) {
    words = [UInt64](repeating: 0, count: (max(0, limit) + 63) / 64)
  }

  /// Whether a position is in it.
  public func contains(_ position: Int) -> Bool {
    guard position >= 0, position / 64 < words.count else { return false }
    return words[position / 64] & (1 << UInt64(position % 64)) != 0
  }

  /// Adds a position below the limit.
  public mutating func insert(_ position: Int) {
    guard position >= 0, position / 64 < words.count, !contains(position) else { return }
    words[position / 64] |= 1 << UInt64(position % 64)
    count += 1
  }

  /// The first position in it that is at least `start`.
  ///
  /// - Complexity: O(n / 64).
  public func first(from start: Int) -> Int? {
    var word = max(0, start) / 64
    guard word < words.count else { return nil }
    var bits = words[word] & (~0 << UInt64(max(0, start) % 64))
    while bits == 0 {
      word += 1
      guard word < words.count else { return nil }
      bits = words[word]
    }
    return word * 64 + bits.trailingZeroBitCount
  }

  /// The last position in it that is at most `end`.
  ///
  /// - Complexity: O(n / 64).
  public func last(upTo end: Int) -> Int? {
    guard end >= 0, !words.isEmpty else { return nil }
    var word = min(end / 64, words.count - 1)
    var bits = words[word]
    if word == end / 64 { bits &= ~0 >> UInt64(63 - end % 64) }
    while bits == 0 {
      word -= 1
      guard word >= 0 else { return nil }
      bits = words[word]
    }
    return word * 64 + 63 - bits.leadingZeroBitCount
  }

  /// Whether any position of a range is in it.
  public func containsAny(of positions: Range<Int>) -> Bool {
    first(from: positions.lowerBound).map { $0 < positions.upperBound } ?? false
  }

  /// The number of positions in it that are at most `end`.
  public func count(upTo end: Int) -> Int {
    guard end >= 0 else { return 0 }
    let whole = min(end / 64, words.count)
    var sum = words[..<whole].reduce(0) { $0 + $1.nonzeroBitCount }
    if whole < words.count { sum += (words[whole] & (~0 >> UInt64(63 - end % 64))).nonzeroBitCount }
    return sum
  }
}
