/// The scan of one lane of floats: feeds on blocks, pass by pass.
struct LaneScan<Value: ScanLane> {
  private let options: ScanOptions
  private let valueCount: Int
  private var survey: LaneSurvey<Value>
  private var isSurveyed = false
  private var refinement: LaneRefinement<Value>?

  init(options: ScanOptions, valueCount: Int) {
    self.options = options
    self.valueCount = valueCount
    survey = LaneSurvey(valueCount: valueCount)
  }

  private var needsRefinement: Bool {
    options.quantiles || options.distribution || options.binCount != nil
  }

  /// How many more passes are needed at most.
  var remainingPassCount: Int {
    if isSurveyed { return refinement?.remainingPassCount ?? 0 }
    guard needsRefinement else { return 1 }
    // One for each 16 bits that the survey leaves open.
    return 1 + (Value.Bits.bitWidth - survey.leadingCounts.bitCount + 15) / 16
  }

  /// Looks at the next block of this pass, which is not empty.
  mutating func consume(_ values: UnsafeBufferPointer<Value>) {
    if isSurveyed {
      unsafe refinement?.consume(values)
    } else {
      unsafe survey.consume(values)
    }
  }

  /// Ends a pass: all blocks have been consumed.
  mutating func finishPass() {
    if isSurveyed {
      refinement?.finishPass()
      return
    }
    isSurveyed = true
    if needsRefinement, let extremes = survey.extremes {
      refinement = LaneRefinement(
        survey, minimum: extremes.minimum, maximum: extremes.maximum, options: options)
    }
  }

  /// What was found out; all passes have been finished.
  var statistics: TensorStatistics {
    let extremes = survey.extremes
    let summary = Summary(
      counts: survey.counts, minimum: extremes?.minimum, maximum: extremes?.maximum,
      moments: survey.moments)
    return refinement?.statistics(summary) ?? TensorStatistics(summary: summary)
  }
}
