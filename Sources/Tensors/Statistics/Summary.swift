/// Counts, extremes and moments of some values; extremes and moments are over the finite ones.
public struct Summary: Hashable, Sendable {
  /// How many values there are, and of which kinds.
  public var counts: ElementCounts
  /// The smallest finite value; the negative zero is below the positive one.
  public var minimum: Double?
  /// The largest finite value.
  public var maximum: Double?
  /// The mean, right to 1e-9 of the larger of its magnitude and the standard deviation.
  public var mean: Double?
  /// The population standard deviation, right to 1e-9 of itself; exactly 0 if all are equal.
  public var standardDeviation: Double?
  /// The square root of the sum of squares, right to 1e-9 of itself; nil also if it overflows.
  public var l2: Double?

  /// Creates a summary.
  ///
  /// - Parameters:
  ///   - counts: The kinds of all values.
  ///   - minimum: The smallest finite value, if there is one.
  ///   - maximum: The largest finite value, if there is one.
  ///   - moments: The moments of the finite values.
  public init(counts: ElementCounts, minimum: Double?, maximum: Double?, moments: Moments) {
    self.counts = counts
    self.minimum = minimum
    self.maximum = maximum
    mean = moments.mean
    standardDeviation = moments.standardDeviation
    l2 = moments.l2
  }

  /// The number of values.
  public var count: Int { counts.count }
  /// The number of values that are neither NaN nor infinite.
  public var finite: Int { counts.finite }
  /// The number of values that are not a number.
  public var nan: Int { counts.nan }
  /// The number of values that are positive infinity.
  public var positiveInfinity: Int { counts.positiveInfinity }
  /// The number of values that are negative infinity.
  public var negativeInfinity: Int { counts.negativeInfinity }
  /// The number of values that are zero, of either sign.
  public var zeros: Int { counts.zeros }
}
