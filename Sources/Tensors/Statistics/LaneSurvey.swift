/// The first pass over a lane of floats: counts, extremes, moments and leading bits.
struct LaneSurvey<Value: ScanLane> {
  private(set) var counts = ElementCounts()
  private(set) var leadingCounts: LeadingCounts<Value>
  private var lowest = Double.infinity
  private var highest = -Double.infinity
  private var fold = MomentsFold()

  init(valueCount: Int) {
    leadingCounts = LeadingCounts(
      bitCount: LeadingCounts<Value>.suitableBitCount(valueCount: valueCount))
  }

  /// The moments of the finite values.
  var moments: Moments { fold.moments }

  /// Looks at the next block, which is not empty.
  mutating func consume(_ values: UnsafeBufferPointer<Value>) {
    let block = unsafe leadingCounts.survey(values)
    if block.isFinite {
      counts.count += values.count
      append(block, count: values.count)
    } else {
      unsafe consumeSlowly(values)
    }
  }

  /// Surveys the finite values of a block whose leading bits are counted already.
  private mutating func consumeSlowly(_ values: UnsafeBufferPointer<Value>) {
    var finite: [Value] = []
    for index in 0..<values.count {
      // The index is below the number of values.
      let value = unsafe values[index]
      if value.isFinite {
        finite.append(value)
      } else {
        counts.add(Double(value), count: 1)
      }
    }
    guard !finite.isEmpty else {
      fold.append(Moments())
      return
    }
    var unused = LeadingCounts<Value>(bitCount: 12)
    let block = unsafe finite.withUnsafeBufferPointer { unsafe unused.survey($0) }
    counts.count += finite.count
    append(block, count: finite.count)
  }

  private mutating func append(_ block: BlockSurvey, count: Int) {
    counts.finite += count
    counts.zeros += block.zeroCount
    lowest = min(lowest, block.minimum)
    highest = max(highest, block.maximum)
    fold.append(block.moments)
  }

  /// The smallest and the largest finite value, if there is one.
  ///
  /// Comparisons take both zeros for equal; here the negative one is below the positive one. With
  /// no value below zero what leads with a sign bit is a negative zero, and likewise above.
  var extremes: (minimum: Double, maximum: Double)? {
    guard counts.finite > 0 else { return nil }
    let (negative, positive) = leadingCounts.countsNextToZero
    return (
      minimum: lowest == 0 ? negative > 0 ? -0.0 : 0 : lowest,
      maximum: highest == 0 ? positive > 0 ? 0 : -0.0 : highest
    )
  }
}
