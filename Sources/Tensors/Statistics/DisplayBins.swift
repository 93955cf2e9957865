/// Counts values in equal bins over an axis, and those beyond its ends.
struct DisplayBins {
  let axis: DisplayAxis
  let binCount: Int
  /// A power of two that brings the axis into a range where nothing below over- or underflows.
  private let prescale: Double
  private let scaledLow: Double
  private let binsPerUnit: Double
  /// Below the axis, the bins, above the axis.
  private var counts: [Int]

  init(axis: DisplayAxis, binCount: Int = DisplayAxis.binCount) {
    self.axis = axis
    self.binCount = binCount
    let reach = max(abs(axis.low), abs(axis.high))
    let exponent = reach.exponent > 900 ? -600 : reach.exponent < -600 ? 400 : 0
    prescale = Double(sign: .plus, exponent: Int(exponent), significand: 1)
    scaledLow = axis.low * prescale
    binsPerUnit = Double(binCount) / (axis.high * prescale - scaledLow)
    counts = [Int](repeating: 0, count: binCount + 2)
  }

  /// The bin of a finite value, from 1; 0 lies below the axis, one more than the last above it.
  @inline(__always) private func slot(of value: Double) -> Int {
    if value < axis.low { return 0 }
    if value > axis.high { return binCount + 1 }
    return min(Int((value * prescale - scaledLow) * binsPerUnit), binCount - 1) + 1
  }

  /// Counts a finite value `count` times.
  mutating func add(_ value: Double, count: Int) {
    counts[slot(of: value)] += count
  }

  /// Counts `count` values between two finite ones if all share a bin, else says that they do not.
  mutating func addRun(from low: Double, to high: Double, count: Int) -> Bool {
    let slot = slot(of: low)
    guard self.slot(of: high) == slot else { return false }
    counts[slot] += count
    return true
  }

  /// What has been counted.
  var histogram: Histogram {
    Histogram(
      low: axis.low, high: axis.high, counts: Array(counts[1...binCount]),
      belowCount: counts[0], aboveCount: counts[binCount + 1])
  }
}
