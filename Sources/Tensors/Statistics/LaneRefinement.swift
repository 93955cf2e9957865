/// All passes but the first over a lane of floats: exact ranks and histograms.
struct LaneRefinement<Value: ScanLane> {
  private let options: ScanOptions
  private let finiteCount: Int
  private let minimum: Double
  private let maximum: Double
  private let leadingBitCount: Int
  private let ascendingCounts: [Int]
  private var buckets: RefinedBuckets<Value>
  private var selector: RankSelector<Value.Bits>?
  private var distribution: DisplayBins?
  private var histogram: NumPyBins?
  /// Whether the axis of the distribution depends on quantiles that are not known yet.
  private var waitsForAxis = false

  /// Begins from a survey that found finite values.
  init(
    _ survey: LaneSurvey<Value>, minimum: Double, maximum: Double, options: ScanOptions
  ) {
    self.options = options
    self.minimum = minimum
    self.maximum = maximum
    finiteCount = survey.counts.finite
    leadingBitCount = survey.leadingCounts.bitCount
    ascendingCounts = survey.leadingCounts.ascending
    buckets = RefinedBuckets(leadingBitCount: leadingBitCount)
    histogram = options.binCount.flatMap {
      NumPyBins(minimum: minimum, maximum: maximum, binCount: $0)
    }
    // Where all values are equal the ranks are known.
    let needsQuantiles = options.quantiles || options.distribution && options.axis == nil
    if needsQuantiles && minimum < maximum {
      selector = RankSelector(
        ranks: Quantiles.ranks(count: finiteCount), leadingCounts: ascendingCounts,
        leadingBitCount: leadingBitCount)
    }
    if options.distribution { chooseAxis() }
    preparePass(includingHistogram: true)
  }

  /// How many more passes are needed at most.
  var remainingPassCount: Int {
    guard buckets.isAnyMarked else { return 0 }
    return max(1, (selector?.remainingPassCount ?? 0) + (waitsForAxis ? 1 : 0))
  }

  /// Looks at the next block of this pass.
  mutating func consume(_ values: UnsafeBufferPointer<Value>) {
    unsafe buckets.consume(
      values, distribution: &distribution, histogram: &histogram, selector: &selector)
  }

  /// Ends a pass: all blocks have been consumed.
  mutating func finishPass() {
    if let isDone = selector?.isDone, !isDone { selector?.finishPass() }
    buckets = RefinedBuckets(leadingBitCount: leadingBitCount)
    if waitsForAxis && selector?.isDone == true {
      waitsForAxis = false
      chooseAxis()
      preparePass(includingHistogram: false)
    } else if let selector, !selector.isDone {
      buckets.mark(selector)
    }
  }

  private mutating func preparePass(includingHistogram: Bool) {
    var histogram = includingHistogram ? histogram : nil
    buckets.split(
      ascending: ascendingCounts, minimum: minimum, maximum: maximum,
      distribution: &distribution, histogram: &histogram)
    if includingHistogram { self.histogram = histogram }
    if let selector, !selector.isDone { buckets.mark(selector) }
  }

  private mutating func chooseAxis() {
    if let axis = options.axis {
      distribution = DisplayBins(axis: axis)
      return
    }
    guard let known = resolvedQuantiles else {
      waitsForAxis = true
      return
    }
    let axis = DisplayAxis(
      covering: minimum, maximum, lowQuantile: known[0], median: known[3], highQuantile: known[6],
      keeping: options.keptAxis)
    distribution = DisplayBins(axis: axis)
    if !options.quantiles { selector = nil }
  }

  /// The quantiles, or the middles of their buckets if these are narrow; nil if they are not.
  private var resolvedQuantiles: [Double]? {
    guard let selector, !selector.isDone else { return quantiles.values }
    let shift = Value.Bits.bitWidth - leadingBitCount
    let ranks = Quantiles.ranks(count: finiteCount)
    guard leadingBitCount >= 16, let first = ranks.first, let last = ranks.last,
      let low = selector.key(atRank: first), let high = selector.key(atRank: last),
      high >> shift - low >> shift >= 32
    else { return nil }
    return quantiles.values.map { min(max($0, minimum), maximum) }
  }

  /// The quantiles; exact when all passes have been finished.
  private var quantiles: Quantiles {
    Quantiles(count: finiteCount) { rank in
      selector?.key(atRank: rank).map { Double(Value(orderedKey: $0)) } ?? minimum
    }
  }

  /// What was found out; all passes have been finished.
  func statistics(_ summary: Summary) -> TensorStatistics {
    TensorStatistics(
      summary: summary, quantiles: options.quantiles ? quantiles : nil,
      histogram: histogram?.histogram, distribution: distribution?.histogram)
  }
}
