/// Counts of values in bins of equal width.
public struct Histogram: Hashable, Sendable {
  /// The lower edge of the first bin.
  public let low: Double
  /// The upper edge of the last bin, which it includes.
  public let high: Double
  /// The counts of the bins, ascending.
  public let counts: [Int]
  /// The number of finite values below the first bin.
  public let belowCount: Int
  /// The number of finite values above the last bin.
  public let aboveCount: Int

  /// Creates a histogram.
  ///
  /// - Precondition: `low` is below `high`, and there is a bin.
  public init(
    low: Double, high: Double, counts: [Int], belowCount: Int = 0, aboveCount: Int = 0
  ) {
    precondition(low < high, "the axis is empty")
    precondition(!counts.isEmpty, "a histogram needs a bin")
    self.low = low
    self.high = high
    self.counts = counts
    self.belowCount = belowCount
    self.aboveCount = aboveCount
  }

  /// The number of values in the bins.
  public var insideCount: Int { counts.reduce(0, +) }

  /// The number of finite values, inside the bins or not.
  public var totalCount: Int { belowCount + insideCount + aboveCount }

  /// The axis that the bins divide.
  public var axis: DisplayAxis { DisplayAxis(low: low, high: high) }

  /// The same counts in fewer bins, exactly; nil unless `binCount` divides the number of bins.
  ///
  /// - Complexity: O(n) in the number of bins.
  public func regrouped(into binCount: Int) -> Histogram? {
    guard binCount > 0, counts.count.isMultiple(of: binCount) else { return nil }
    let width = counts.count / binCount
    let grouped = (0..<binCount).map { bin in
      counts[(bin * width)..<((bin + 1) * width)].reduce(0, +)
    }
    return Histogram(
      low: low, high: high, counts: grouped, belowCount: belowCount, aboveCount: aboveCount)
  }
}
