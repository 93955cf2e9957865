/// Counts values as `numpy.histogram(x, n, (min, max))` does in 64-bit floats.
///
/// Source: numpy 2.4, `numpy/lib/_histograms_impl.py` (`histogram`, `_get_outer_edges`) and
/// `numpy/_core/function_base.py` (`linspace`).
struct NumPyBins {
  private let edges: [Double]
  private let span: Double
  private var counts: [Int]

  /// Creates bins between two extremes; nil if the range overflows or edges are not distinct.
  init?(minimum: Double, maximum: Double, binCount: Int) {
    let (low, high) =
      minimum == maximum ? (minimum - 0.5, maximum + 0.5) : (minimum, maximum)
    let span = high - low
    guard span.isFinite else { return nil }
    let step = span / Double(binCount)
    var edges = (0..<binCount).map { index in
      step == 0 ? Double(index) / Double(binCount) * span + low : Double(index) * step + low
    }
    edges.append(high)
    for index in 0..<binCount where edges[index] >= edges[index + 1] { return nil }
    self.edges = edges
    self.span = span
    counts = [Int](repeating: 0, count: binCount)
  }

  /// The bin of a value between the extremes.
  @inline(__always) private func bin(of value: Double) -> Int {
    let last = counts.count - 1
    var bin = min(Int((value - edges[0]) / span * Double(counts.count)), last)
    // The quotient is off by a few last places: the edges decide.
    if value < edges[bin] { bin -= 1 }
    if value >= edges[bin + 1] && bin != last { bin += 1 }
    return bin
  }

  /// Counts a finite value `count` times.
  mutating func add(_ value: Double, count: Int) {
    counts[bin(of: value)] += count
  }

  /// Counts `count` values between two finite ones if all share a bin, else says that they do not.
  mutating func addRun(from low: Double, to high: Double, count: Int) -> Bool {
    let bin = bin(of: low)
    guard self.bin(of: high) == bin else { return false }
    counts[bin] += count
    return true
  }

  /// What has been counted.
  var histogram: Histogram {
    Histogram(low: edges[0], high: edges[counts.count], counts: counts)
  }
}
