/// How often each value of the leading bits of some bit patterns occurs.
struct LeadingCounts<Value: ScanLane> {
  /// The number of leading bits.
  let bitCount: Int
  /// By the leading bits; narrow, so that the part in use stays in a near cache.
  private var narrow: [UInt32]
  /// What was moved out of `narrow` before it could overflow, if that has happened.
  private var wide: [Int] = []
  private var narrowTotal = 0

  init(bitCount: Int) {
    self.bitCount = bitCount
    narrow = [UInt32](repeating: 0, count: 1 << bitCount)
  }

  /// A number of leading bits that suits a number of values.
  ///
  /// A table has to be cleared and read, so it should not be much longer than the data; the finer
  /// the buckets, the fewer values have to be looked at again.
  static func suitableBitCount(valueCount: Int) -> Int {
    if valueCount < 1 << 14 { return 12 }
    if valueCount < 1 << 21 { return 16 }
    return valueCount < 1 << 24 ? 18 : 20
  }

  /// Counts and surveys the values of a block.
  mutating func survey(_ values: UnsafeBufferPointer<Value>) -> BlockSurvey {
    narrowTotal += values.count
    if narrowTotal > Int(UInt32.max) { widen(keeping: values.count) }
    let shift = Value.Bits.bitWidth - bitCount
    return unsafe narrow.withUnsafeMutableBufferPointer { table in
      // The table has an entry for all that remains of a bit pattern after the shift.
      unsafe Value.survey(values, countingInto: table, shift: shift)
    }
  }

  private mutating func widen(keeping newCount: Int) {
    if wide.isEmpty { wide = [Int](repeating: 0, count: narrow.count) }
    for index in narrow.indices {
      wide[index] += Int(narrow[index])
      narrow[index] = 0
    }
    narrowTotal = newCount
  }

  /// How many finite values lie in the buckets of the negative and of the positive zero.
  var countsNextToZero: (negative: Int, positive: Int) {
    (negative: count(of: 1 << (bitCount - 1)), positive: count(of: 0))
  }

  /// The counts of finite values in the order of the values.
  var ascending: [Int] {
    // The leading bits of infinity: above them, or in the same bucket, are the NaNs.
    let infinity = Int(Value.infinity.bitPattern >> (Value.Bits.bitWidth - bitCount))
    let half = 1 << (bitCount - 1)
    var ascending = [Int](repeating: 0, count: 2 * half)
    for leading in 0..<infinity {
      ascending[half + leading] = count(of: leading)
      ascending[half - 1 - leading] = count(of: leading + half)
    }
    return ascending
  }

  private func count(of leading: Int) -> Int {
    Int(narrow[leading]) + (wide.isEmpty ? 0 : wide[leading])
  }
}
