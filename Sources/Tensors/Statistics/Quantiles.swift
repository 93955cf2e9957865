/// Seven exact quantiles of the finite values, interpolated as NumPy's method "linear" does.
public struct Quantiles: Hashable, Sendable {
  /// The probabilities, ascending.
  public static let probabilities = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]

  /// The quantiles in the order of the probabilities.
  public let values: [Double]

  /// Creates quantiles from their values.
  ///
  /// - Precondition: There are as many values as probabilities.
  public init(values: [Double]) {
    precondition(values.count == Self.probabilities.count, "seven quantiles are needed")
    self.values = values
  }

  /// The quantile of a probability, or nil if it is not among the seven.
  public subscript(probability: Double) -> Double? {
    Self.probabilities.firstIndex(of: probability).map { values[$0] }
  }

  /// The median.
  public var median: Double { values[3] }

  /// Each probability with its quantile, ascending.
  public var labelled: [(probability: Double, value: Double)] {
    Array(zip(Self.probabilities, values)).map { (probability: $0, value: $1) }
  }

  /// Interpolates all quantiles of `count` values.
  ///
  /// - Parameters:
  ///   - count: The number of values.
  ///   - valueAtRank: The value at a position of the values in ascending order.
  /// - Precondition: `count` is positive.
  init(count: Int, valueAtRank: (Int) -> Double) {
    self.init(
      values: Self.probabilities.map { probability in
        let position = Self.position(of: probability, count: count)
        return Self.interpolate(
          valueAtRank(position.rank), valueAtRank(min(position.rank + 1, count - 1)),
          position.fraction)
      })
  }

  /// The positions in ascending order whose values the quantiles need, ascending, without repeats.
  static func ranks(count: Int) -> [Int] {
    guard count > 0 else { return [] }
    let ranks = probabilities.flatMap { probability in
      let rank = position(of: probability, count: count).rank
      return [rank, min(rank + 1, count - 1)]
    }
    return Set(ranks).sorted()
  }

  /// NumPy's virtual index of method "linear", q * (n - 1), as a whole number and a fraction.
  private static func position(of probability: Double, count: Int) -> (rank: Int, fraction: Double)
  {
    let virtualIndex = Double(count - 1) * probability
    let rank = min(Int(virtualIndex), count - 1)
    return (rank, virtualIndex - Double(rank))
  }

  /// NumPy's `_lerp` (numpy/lib/_function_base_impl.py), halved where the distance overflows.
  static func interpolate(_ low: Double, _ high: Double, _ fraction: Double) -> Double {
    let distance = high - low
    guard distance.isFinite else {
      return low * (1 - fraction) + high * fraction
    }
    let value = fraction >= 0.5 ? high - distance * (1 - fraction) : low + distance * fraction
    return value + 0  // The negative zero becomes the positive one.
  }
}
