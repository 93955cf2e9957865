/// The scan of a type of at most 16 bits: one pass counts codes, and everything follows from that.
struct CodeScan {
  private let elementType: ElementType
  private let options: ScanOptions
  private var codes: CodeCounts

  init(elementType: ElementType, options: ScanOptions) {
    self.elementType = elementType
    self.options = options
    codes = CodeCounts(elementType: elementType)
  }

  /// Counts the codes of the next `elementCount` elements.
  mutating func consume(_ bytes: [UInt8], elementCount: Int) {
    codes.consume(bytes, elementCount: elementCount)
  }

  /// What was found out.
  var statistics: TensorStatistics {
    let values = CodeTable.values(of: elementType)
    let counts = codes.counts
    var kinds = ElementCounts()
    var runs: [(value: Double, count: Int)] = []
    for code in elementType.ascendingCodes where counts[code] > 0 {
      let value = Double(values[code])
      kinds.add(value, count: counts[code])
      if value.isFinite { runs.append((value: value, count: counts[code])) }
    }
    return statistics(of: runs, kinds: kinds)
  }

  private func statistics(
    of runs: [(value: Double, count: Int)], kinds: ElementCounts
  ) -> TensorStatistics {
    let minimum = runs.first?.value
    let maximum = runs.last?.value
    var result = TensorStatistics(
      summary: Summary(
        counts: kinds, minimum: minimum, maximum: maximum, moments: Moments(ofRuns: runs)))
    guard let minimum, let maximum else { return result }
    let quantiles = Quantiles(ofAscendingRuns: runs, count: kinds.finite)
    if options.quantiles { result.quantiles = quantiles }
    if let binCount = options.binCount,
      var bins = NumPyBins(minimum: minimum, maximum: maximum, binCount: binCount)
    {
      for run in runs { bins.add(run.value, count: run.count) }
      result.histogram = bins.histogram
    }
    if options.distribution {
      let axis =
        options.axis
        ?? DisplayAxis(
          covering: minimum, maximum, lowQuantile: quantiles.values[0], median: quantiles.median,
          highQuantile: quantiles.values[6], keeping: options.keptAxis)
      var bins = DisplayBins(axis: axis)
      for run in runs { bins.add(run.value, count: run.count) }
      result.distribution = bins.histogram
    }
    return result
  }
}

extension ElementType {
  /// All codes of a type of at most 16 bits in the order of their values, NaN anywhere.
  fileprivate var ascendingCodes: [Int] {
    let codeCount = 1 << bitCount
    let half = codeCount / 2
    switch self {
    case .bool, .uint8, .uint16, .float8E8M0FNU: return Array(0..<codeCount)
    case .int8, .int16: return Array(half..<codeCount) + Array(0..<half)
    default: return (half..<codeCount).reversed() + Array(0..<half)
    }
  }
}

extension Moments {
  /// The moments of finite values that occur several times each, none above 2^400.
  init(ofRuns runs: [(value: Double, count: Int)]) {
    guard let mode = runs.max(by: { $0.count < $1.count })?.value else {
      self.init()
      return
    }
    // The most frequent value has a fair share of all squares: its distance from the mean is small.
    let count = runs.reduce(0) { $0 + $1.count }
    var distances = CompensatedSum()
    for run in runs { distances.add((run.value - mode) * Double(run.count)) }
    let meanDistance = distances.value / Double(count)
    var squares = CompensatedSum()
    for run in runs {
      let distance = run.value - mode - meanDistance
      squares.add(distance * distance * Double(run.count))
    }
    self.init(
      count: count, shift: mode, distance: meanDistance, scaledSquares: squares.value, exponent: 0)
  }
}

extension Quantiles {
  /// The quantiles of `count` values that occur several times each, ascending.
  fileprivate init(ofAscendingRuns runs: [(value: Double, count: Int)], count: Int) {
    var valueByRank: [Int: Double] = [:]
    var run = 0
    var end = runs.first?.count ?? 0
    for rank in Self.ranks(count: count) {
      while rank >= end {
        run += 1
        end += runs[run].count
      }
      valueByRank[rank] = runs[run].value
    }
    self.init(count: count) { valueByRank[$0] ?? .nan }
  }
}

/// A sum that keeps what rounding drops (Neumaier 1974).
struct CompensatedSum {
  private var sum = 0.0
  private var lost = 0.0

  mutating func add(_ term: Double) {
    let next = sum + term
    lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
    sum = next
  }

  var value: Double { sum + lost }
}
