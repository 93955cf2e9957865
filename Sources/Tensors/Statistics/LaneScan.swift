/// The scan of one lane of floats: feeds on blocks, pass by pass.
struct LaneScan<Value: ScanLane> {
  /// The number of values in a block; the last one may be shorter.
  static var blockLength: Int { 4096 }

  private let options: ScanOptions
  private var counts = ElementCounts()
  private var minimum = Double.infinity
  private var maximum = -Double.infinity
  private var moments = MomentsFold()
  /// Counts of the leading 16 bits of the bit patterns.
  private var leadingCounts = [Int](repeating: 0, count: 1 << 16)
  private var isSurveyed = false
  private var selector: RankSelector<Value.Bits>?
  private var distribution: DisplayBins?
  private var histogram: NumPyBins?
  private var finishedDistribution: Histogram?
  private var finishedHistogram: Histogram?
  private var waitsForQuantiles = false

  init(options: ScanOptions) {
    self.options = options
  }

  /// How many more passes are needed at most.
  var remainingPassCount: Int {
    guard isSurveyed else {
      let needsMore = options.quantiles || options.distribution || options.binCount != nil
      return needsMore ? 1 + (Value.Bits.bitWidth - 16) / 16 : 1
    }
    let bins = distribution != nil || histogram != nil ? 1 : 0
    let ranks = selector.map { $0.isDone ? 0 : $0.remainingPassCount } ?? 0
    return max(bins, ranks + (waitsForQuantiles ? 1 : 0))
  }

  /// Looks at the next block of this pass, which is not empty.
  mutating func consume(_ values: UnsafeBufferPointer<Value>) {
    if !isSurveyed {
      unsafe survey(values)
      return
    }
    unsafe distribution?.add(values)
    unsafe histogram?.add(values)
    if let isDone = selector?.isDone, !isDone { unsafe selector?.consume(values) }
  }

  private mutating func survey(_ values: UnsafeBufferPointer<Value>) {
    for index in 0..<values.count {
      // The index is below the number of values, and 16 bits index the whole table.
      let bits = unsafe values[index].bitPattern
      leadingCounts[Int(truncatingIfNeeded: bits >> (Value.Bits.bitWidth - 16))] += 1
    }
    let block = unsafe Value.survey(values)
    if block.isFinite {
      counts.count += values.count
      append(block, count: values.count)
      return
    }
    unsafe surveySlowly(values)
  }

  /// Surveys a block some of whose values are not finite.
  private mutating func surveySlowly(_ values: UnsafeBufferPointer<Value>) {
    var finite: [Value] = []
    for index in 0..<values.count {
      // The index is below the number of values.
      let value = unsafe values[index]
      if value.isFinite {
        finite.append(value)
        counts.count += 1
      } else {
        counts.add(Double(value), count: 1)
      }
    }
    guard !finite.isEmpty else {
      moments.append(Moments())
      return
    }
    let block = unsafe finite.withUnsafeBufferPointer { unsafe Value.survey($0) }
    append(block, count: finite.count)
  }

  private mutating func append(_ block: BlockSurvey, count: Int) {
    counts.finite += count
    counts.zeros += block.zeroCount
    minimum = min(minimum, block.minimum)
    maximum = max(maximum, block.maximum)
    moments.append(block.moments)
  }

  /// Ends a pass: all blocks have been consumed.
  mutating func finishPass() {
    if isSurveyed {
      finishedDistribution = finishedDistribution ?? distribution?.histogram
      distribution = nil
      finishedHistogram = finishedHistogram ?? histogram?.histogram
      histogram = nil
      if let isDone = selector?.isDone, !isDone { selector?.finishPass() }
    } else {
      isSurveyed = true
      finishSurvey()
    }
    if waitsForQuantiles, selector?.isDone == true {
      waitsForQuantiles = false
      startDistribution()
    }
  }

  private mutating func finishSurvey() {
    guard counts.finite > 0 else { return }
    let ordered = orderedLeadingCounts()
    leadingCounts = []
    // Comparisons take both zeros for equal; the order of keys does not. With no value below zero,
    // what leads with a sign bit is the negative zero, and likewise above.
    if minimum == 0 { minimum = ordered[0x7FFF] > 0 ? -0.0 : 0 }
    if maximum == 0 { maximum = ordered[0x8000] > 0 ? 0 : -0.0 }
    if options.quantiles || options.distribution && options.axis == nil {
      selector = RankSelector(
        ranks: Quantiles.ranks(count: counts.finite), leadingCounts: ordered)
    }
    histogram = options.binCount.flatMap {
      NumPyBins(minimum: minimum, maximum: maximum, binCount: $0)
    }
    guard options.distribution else { return }
    waitsForQuantiles = options.axis == nil && minimum < maximum && !bucketsResolveSpread
    if !waitsForQuantiles { startDistribution() }
    if !options.quantiles && !waitsForQuantiles { selector = nil }
  }

  /// The counts of finite values in the order of the values.
  private func orderedLeadingCounts() -> [Int] {
    // The leading bits of infinity: above them are the NaNs, or in the same bucket.
    let infinity = Int(Value.infinity.bitPattern >> (Value.Bits.bitWidth - 16))
    var ordered = [Int](repeating: 0, count: 1 << 16)
    for leading in 0..<infinity {
      ordered[leading | 0x8000] = leadingCounts[leading]
      ordered[0x7FFF - leading] = leadingCounts[leading | 0x8000]
    }
    return ordered
  }

  /// Whether the buckets of the 1 % and the 99 % quantile are far enough apart to choose an axis.
  private var bucketsResolveSpread: Bool {
    let ranks = Quantiles.ranks(count: counts.finite)
    guard let first = ranks.first, let last = ranks.last,
      let low = selector?.leadingBits(atRank: first),
      let high = selector?.leadingBits(atRank: last)
    else { return false }
    return high - low >= 8
  }

  private mutating func startDistribution() {
    if let axis = options.axis {
      distribution = DisplayBins(axis: axis)
      return
    }
    let known = approximateQuantiles.map { min(max($0, minimum), maximum) }
    distribution = DisplayBins(
      axis: DisplayAxis(
        covering: minimum, maximum, lowQuantile: known[0], median: known[3],
        highQuantile: known[6]))
    if !options.quantiles { selector = nil }
  }

  /// The quantiles, or those of the middles of their buckets while these are all that is known.
  private var approximateQuantiles: [Double] {
    guard let selector, minimum < maximum else {
      return Quantiles.probabilities.map { _ in minimum }
    }
    return Quantiles(count: counts.finite) { rank in
      selector.key(atRank: rank).map { Double(Value(orderedKey: $0)) } ?? minimum
    }.values
  }

  /// What was found out; all passes have been finished.
  var statistics: TensorStatistics {
    let isEmpty = counts.finite == 0
    return TensorStatistics(
      summary: Summary(
        counts: counts, minimum: isEmpty ? nil : minimum, maximum: isEmpty ? nil : maximum,
        moments: moments.moments),
      quantiles: options.quantiles && !isEmpty ? exactQuantiles : nil,
      histogram: finishedHistogram, distribution: finishedDistribution)
  }

  private var exactQuantiles: Quantiles? {
    selector.map { selector in
      Quantiles(count: counts.finite) { rank in
        selector.key(atRank: rank).map { Double(Value(orderedKey: $0)) } ?? minimum
      }
    }
  }
}
