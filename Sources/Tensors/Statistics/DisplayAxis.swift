// Powers of ten.
private import Glibc

/// A calm range of values for a screen: round ends, which a few far values cannot stretch.
public struct DisplayAxis: Hashable, Sendable {
  /// The lower end.
  public let low: Double
  /// The upper end.
  public let high: Double

  /// The number of bins of a distribution on the screen: many smaller numbers divide it.
  public static let binCount = 1440

  /// How much farther from the median than the 1 % or 99 % quantile a value may lie on the axis.
  ///
  /// The largest of 100 million normal values lies 5.6 standard deviations out, 2.4 times as far as
  /// the 99 % quantile: a normal distribution is not cut.
  static let coveredReach = 2.5

  /// The reach of a cut axis beyond the 1 % and 99 % quantiles.
  static let cutReach = 1.25

  /// Creates an axis.
  ///
  /// - Precondition: Both ends are finite, `low` below `high`.
  public init(low: Double, high: Double) {
    precondition(low.isFinite && high.isFinite && low < high, "the axis is empty")
    self.low = low
    self.high = high
  }

  /// Chooses the axis for values between two extremes.
  ///
  /// - Everything is covered if no value is more than 2.5 times as far from the median as the 1 % or
  ///   the 99 % quantile on its side, or if these quantiles are equal. Otherwise the axis reaches
  ///   1.25 times as far as the quantiles.
  /// - Where values of both signs remain it is symmetric about 0, and ends at a number of two digits.
  /// - A constant c lies in the middle of c ± |c| / 2, and 0 in that of ±1.
  ///
  /// - Parameters:
  ///   - minimum: The smallest finite value.
  ///   - maximum: The largest finite value.
  ///   - lowQuantile: The 1 % quantile.
  ///   - median: The median.
  ///   - highQuantile: The 99 % quantile.
  ///   - kept: An axis to keep where it suffices, and to grow where it does not.
  /// - Precondition: The arguments are finite, `minimum` is at most `maximum`.
  public init(
    covering minimum: Double, _ maximum: Double, lowQuantile: Double, median: Double,
    highQuantile: Double, keeping kept: DisplayAxis? = nil
  ) {
    precondition(minimum.isFinite && maximum.isFinite && minimum <= maximum, "no finite range")
    // Halves, so that no distance overflows.
    let below = median / 2 - lowQuantile / 2
    let above = highQuantile / 2 - median / 2
    var low = minimum
    var high = maximum
    if lowQuantile < highQuantile {
      // A side without any spread takes the other side's.
      let belowSpread = below > 0 ? below : above
      let aboveSpread = above > 0 ? above : below
      if median / 2 - minimum / 2 > Self.coveredReach * belowSpread {
        low = max(minimum, 2 * (median / 2 - Self.cutReach * belowSpread))
      }
      if maximum / 2 - median / 2 > Self.coveredReach * aboveSpread {
        high = min(maximum, 2 * (median / 2 + Self.cutReach * aboveSpread))
      }
    }
    self = kept?.grown(toHold: low, high) ?? Self.rounded(low, high)
  }

  /// The axis grown by half, to round ends, as often as it takes to hold two numbers.
  func grown(toHold low: Double, _ high: Double) -> DisplayAxis {
    var axis = self
    while low < axis.low || high > axis.high {
      guard let next = axis.grownByHalf(below: low < axis.low, bothSigns: low < 0 && high > 0),
        next != axis
      else { return Self.rounded(min(low, self.low), max(high, self.high)) }
      axis = next
    }
    return axis
  }

  /// A longer axis: about zero, if it lies on both sides of it or has to; nil where numbers end.
  private func grownByHalf(below: Bool, bothSigns: Bool) -> DisplayAxis? {
    let half = high / 2 - low / 2
    var (low, high) = below ? (low - half, high) : (low, high + half)
    if bothSigns || self.low < 0 && self.high > 0 {
      high = 1.5 * max(-self.low, self.high)
      low = -high
    }
    return low.isFinite && high.isFinite ? Self.rounded(low, high) : nil
  }

  /// The narrowest calm axis over two numbers.
  private static func rounded(_ low: Double, _ high: Double) -> DisplayAxis {
    if low < 0 && high > 0 {
      let end = roundEnd(max(-low, high))
      return DisplayAxis(low: -end, high: end)
    }
    if low == high { return around(low) }
    if high <= 0 {
      let mirrored = rounded(-high, -low)
      return DisplayAxis(low: -mirrored.high, high: -mirrored.low)
    }
    // From zero, if that leaves no more than half of the axis empty.
    if low <= high / 2 { return DisplayAxis(low: 0, high: roundEnd(high)) }
    return oneSided(low, high)
  }

  private static func around(_ constant: Double) -> DisplayAxis {
    if constant == 0 { return DisplayAxis(low: -1, high: 1) }
    let half = abs(constant) / 2
    let low = constant - half
    let high = constant + half
    // Next to the ends of the range of numbers there is no room for a half.
    guard high.isFinite, low.isFinite, low < high else {
      return constant.magnitude > 1
        ? DisplayAxis(low: min(constant, 0), high: max(constant, 0))
        : DisplayAxis(low: min(constant, 0), high: max(constant.nextUp, 0))
    }
    return DisplayAxis(low: low, high: high)
  }

  /// Ends at multiples of a quarter of the span, rounded up to 1, 2, 2.5 or 5 times a power of ten.
  private static func oneSided(_ low: Double, _ high: Double) -> DisplayAxis {
    let step = roundUp((high - low) / 4, to: [1, 2, 2.5, 5])
    let lowEnd = (low / step).rounded(.down) * step
    let highEnd = (high / step).rounded(.up) * step
    guard step > 0, lowEnd <= low, highEnd >= high, lowEnd < highEnd, highEnd.isFinite else {
      return DisplayAxis(low: low, high: high)
    }
    return DisplayAxis(low: lowEnd, high: highEnd)
  }

  /// The smallest m × 10^k that is at least `magnitude`; halves and quarters of m have few digits.
  static func roundEnd(_ magnitude: Double) -> Double {
    roundUp(magnitude, to: [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 4.8, 6.4, 8])
  }

  private static func roundUp(_ magnitude: Double, to mantissas: [Double]) -> Double {
    let exponent = Int(log10(magnitude).rounded(.down))
    for power in (exponent - 1)...(exponent + 1) {
      for mantissa in mantissas {
        let candidate = decimal(mantissa, power)
        if candidate >= magnitude { return min(candidate, .greatestFiniteMagnitude) }
      }
    }
    return .greatestFiniteMagnitude
  }

  /// `mantissa` × 10^`power`, correctly rounded where the power is exact (up to 10^22).
  private static func decimal(_ mantissa: Double, _ power: Int) -> Double {
    let digits = mantissa * 10
    let shift = power - 1
    return shift < -300
      ? digits / pow(10, 300) / pow(10, Double(-300 - shift))
      : shift < 0 ? digits / pow(10, Double(-shift)) : digits * pow(10, Double(shift))
  }
}
