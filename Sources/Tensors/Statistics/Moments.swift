// Square roots.
private import Glibc

/// The count, mean and spread of some values, which can be merged with those of others.
///
/// Mean and squares are held in units of a power of two, so that no finite value overflows or
/// underflows them. Merging: Chan, Golub and LeVeque, "Updating Formulae and a Pairwise Algorithm
/// for Computing Sample Variances" (1979).
public struct Moments: Hashable, Sendable {
  /// The number of values.
  public private(set) var count: Int
  /// The mean, divided by the unit.
  private var scaledMean: Double
  /// What the mean lacks to be right beyond its last place, divided by the unit.
  ///
  /// Without it, means of blocks whose values differ in their last places only would be too coarse
  /// for the distances between them.
  private var scaledMeanRest: Double
  /// The sum of the squared distances from the mean, divided by the unit's square.
  private var scaledSquares: Double
  /// The unit is two to this power: -600, 0 or 600.
  private var exponent: Int

  /// The moments of no values.
  public init() {
    self.init(count: 0, shift: 0, distance: 0, scaledSquares: 0, exponent: 0)
  }

  /// The moments of `count` values in units of 2^`exponent`, whose mean is `shift` + `distance`.
  init(count: Int, shift: Double, distance: Double, scaledSquares: Double, exponent: Int) {
    self.count = count
    (scaledMean, scaledMeanRest) = Self.exactSum(shift, distance)
    self.scaledSquares = scaledSquares
    self.exponent = exponent
  }

  /// The moments of some finite values.
  ///
  /// - Precondition: All values are finite.
  /// - Complexity: O(n).
  public init(of values: [Double]) {
    precondition(values.allSatisfy(\.isFinite), "a value is not finite")
    self.init()
    guard !values.isEmpty else { return }
    var unused = LeadingCounts<Double>(bitCount: 12)
    self = unsafe values.withUnsafeBufferPointer { unsafe unused.survey($0).moments }
  }

  /// Adds the values of `other`.
  ///
  /// Rounding depends on how values were grouped, and on the order: merge parts of fixed lengths in
  /// the order of their elements.
  public mutating func merge(_ other: Moments) {
    guard other.count > 0 else { return }
    guard count > 0 else {
      self = other
      return
    }
    var other = other
    let common = max(exponent, other.exponent)
    rescale(to: common)
    other.rescale(to: common)
    let total = count + other.count
    let share = Double(other.count) / Double(total)
    let distance =
      (other.scaledMean - scaledMean) + (other.scaledMeanRest - scaledMeanRest)
    (scaledMean, scaledMeanRest) =
      Self.exactSum(scaledMean, scaledMeanRest + distance * share)
    scaledSquares += other.scaledSquares + distance * distance * (Double(count) * share)
    count = total
  }

  /// A sum and its rounding error (Knuth, The Art of Computer Programming, volume 2, 4.2.2).
  private static func exactSum(_ a: Double, _ b: Double) -> (Double, Double) {
    let sum = a + b
    let part = sum - a
    return (sum, (a - (sum - part)) + (b - part))
  }

  private mutating func rescale(to newExponent: Int) {
    guard newExponent != exponent else { return }
    let factor = Double(sign: .plus, exponent: exponent - newExponent, significand: 1)
    scaledMean *= factor
    scaledMeanRest *= factor
    scaledSquares = scaledSquares * factor * factor
    exponent = newExponent
  }

  /// The mean, or nil of no values.
  public var mean: Double? {
    count > 0 ? unscaled(scaledMean) : nil
  }

  /// The population standard deviation, or nil of no values; exactly 0 if all are equal.
  public var standardDeviation: Double? {
    guard count > 0 else { return nil }
    // No distance from the mean exceeds the largest finite value, whatever rounding says.
    return min(unscaled(sqrt(scaledSquares / Double(count))), .greatestFiniteMagnitude)
  }

  /// The square root of the sum of the squares, or nil of no values or if it overflows.
  public var l2: Double? {
    guard count > 0 else { return nil }
    let norm = unscaled(sqrt(scaledSquares + Double(count) * scaledMean * scaledMean))
    return norm.isFinite ? norm : nil
  }

  private func unscaled(_ value: Double) -> Double {
    value * Double(sign: .plus, exponent: exponent, significand: 1)
  }
}
