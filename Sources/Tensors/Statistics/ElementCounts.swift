/// How many elements there are, and of which kinds.
public struct ElementCounts: Hashable, Sendable {
  /// All elements.
  public var count: Int
  /// Elements that are neither NaN nor infinite.
  public var finite: Int
  /// Elements that are not a number.
  public var nan: Int
  /// Elements that are positive infinity.
  public var positiveInfinity: Int
  /// Elements that are negative infinity.
  public var negativeInfinity: Int
  /// Elements that are zero, of either sign.
  public var zeros: Int

  /// Creates counts; without arguments, those of nothing.
  public init(
    count: Int = 0, finite: Int = 0, nan: Int = 0, positiveInfinity: Int = 0,
    negativeInfinity: Int = 0, zeros: Int = 0
  ) {
    self.count = count
    self.finite = finite
    self.nan = nan
    self.positiveInfinity = positiveInfinity
    self.negativeInfinity = negativeInfinity
    self.zeros = zeros
  }

  /// Counts `count` more elements of the value `value`.
  mutating func add(_ value: Double, count added: Int) {
    count += added
    if value.isNaN {
      nan += added
    } else if value == .infinity {
      positiveInfinity += added
    } else if value == -.infinity {
      negativeInfinity += added
    } else {
      finite += added
      if value == 0 { zeros += added }
    }
  }
}
