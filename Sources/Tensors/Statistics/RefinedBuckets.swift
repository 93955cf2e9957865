/// Which buckets of leading bits have to be looked at value by value, and why.
///
/// A bucket that lies within one bin is counted as a whole. What is left are the buckets on the edges
/// of bins, and those of wanted ranks.
struct RefinedBuckets<Value: ScanLane> {
  private let shift: Int
  /// The reasons by the leading bits of the bit pattern.
  private var reasons: [UInt8]
  /// Room for the bit patterns of a block, and one more.
  private var found: [Value.Bits]
  /// Whether any bucket has to be looked at.
  private(set) var isAnyMarked = false

  /// No bucket yet, of those of `leadingBitCount` bits.
  init(leadingBitCount: Int) {
    shift = Value.Bits.bitWidth - leadingBitCount
    reasons = [UInt8](repeating: 0, count: 1 << leadingBitCount)
    found = [Value.Bits](repeating: 0, count: scanBlockLength + 1)
  }

  /// Counts whole buckets in the bins, and marks the others.
  ///
  /// `ascending` has the counts of all buckets in the order of the values, which lie between
  /// `minimum` and `maximum`.
  mutating func split(
    ascending: [Int], minimum: Double, maximum: Double, distribution: inout DisplayBins?,
    histogram: inout NumPyBins?
  ) {
    for (bucket, count) in ascending.enumerated() where count > 0 {
      let first = Value.Bits(truncatingIfNeeded: bucket) << shift
      let last = first | ~(~0 << shift)
      let low = max(minimum, Double(Value(orderedKey: first)))
      let high = min(maximum, Double(Value(orderedKey: last)))
      if let isWhole = distribution?.addRun(from: low, to: high, count: count), !isWhole {
        mark(bucket, Reason.distribution)
      }
      if let isWhole = histogram?.addRun(from: low, to: high, count: count), !isWhole {
        mark(bucket, Reason.histogram)
      }
    }
  }

  /// Marks the buckets in which wanted ranks lie.
  mutating func mark(_ selector: RankSelector<Value.Bits>) {
    let bucketShift = shift - selector.unknownBitCount
    for prefix in selector.prefixes {
      mark(Int(truncatingIfNeeded: prefix >> bucketShift), Reason.rank)
    }
  }

  /// Marks a bucket, given as the leading bits of ordered keys.
  private mutating func mark(_ bucket: Int, _ reason: UInt8) {
    isAnyMarked = true
    let key = Value.Bits(truncatingIfNeeded: bucket) << shift
    reasons[Int(truncatingIfNeeded: Value(orderedKey: key).bitPattern >> shift)] |= reason
  }

  /// Looks at a block.
  mutating func consume(
    _ values: UnsafeBufferPointer<Value>, distribution: inout DisplayBins?,
    histogram: inout NumPyBins?, selector: inout RankSelector<Value.Bits>?
  ) {
    let foundCount = unsafe find(values)
    for index in 0..<foundCount {
      let bits = found[index]
      let reason = reasons[Int(truncatingIfNeeded: bits >> Value.Bits(truncatingIfNeeded: shift))]
      let value = Value(bitPattern: bits)
      if reason & 2 != 0 { distribution?.add(Double(value), count: 1) }
      if reason & 4 != 0 { histogram?.add(Double(value), count: 1) }
      if reason & 8 != 0 { selector?.consume(value.orderedKey) }
    }
  }

  /// Collects the bit patterns of values of marked buckets in `found`, without branches.
  private mutating func find(_ values: UnsafeBufferPointer<Value>) -> Int {
    let shift = Value.Bits(truncatingIfNeeded: shift)
    let source = UnsafeRawBufferPointer(values)
    return unsafe found.withUnsafeMutableBufferPointer { found in
      unsafe reasons.withUnsafeBufferPointer { reasons in
        var foundCount = 0
        for index in 0..<values.count {
          // At most one value is found per step and a block has fewer than there is room for; what
          // the shift leaves of a bit pattern is an index of the table.
          let bits = unsafe source.loadUnaligned(
            fromByteOffset: index &* MemoryLayout<Value.Bits>.size, as: Value.Bits.self)
          unsafe found[foundCount] = bits
          let reason = unsafe reasons[Int(truncatingIfNeeded: bits &>> shift)]
          foundCount &+= Int(truncatingIfNeeded: reason & Reason.any)
        }
        return foundCount
      }
    }
  }
}

/// Why a bucket is looked at; any reason sets the lowest bit too.
private enum Reason {
  static let any: UInt8 = 1
  static let distribution: UInt8 = 3
  static let histogram: UInt8 = 5
  static let rank: UInt8 = 9
}
