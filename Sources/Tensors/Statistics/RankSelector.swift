/// Finds the values at given positions of the ascending order, in several passes over all keys.
///
/// Radix selection, most significant digit first: each pass counts the next 16 bits of the keys that
/// share their leading bits with a wanted one. Few such keys are kept and searched in memory.
struct RankSelector<Bits: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable> {
  /// The number of bits that a pass counts.
  static var digitBitCount: Int { 16 }
  /// So many keys are sorted rather than counted.
  static var sortedKeyLimit: Int { 1 << 14 }
  /// So many keys are kept, where that saves a pass.
  static var keptKeyLimit: Int { 1 << 20 }

  /// A wanted position, and what is known of its key.
  private struct Target {
    let rank: Int
    var prefix: Bits
    var rankInBucket: Int
    var bucketCount: Int
  }

  private var targets: [Target]
  private var prefixBitCount = 16
  /// The distinct prefixes of the targets, ascending.
  private var prefixes: [Bits] = []
  /// For the leading 16 bits of a key: 0 if no target begins so, else 1 + the first such prefix.
  private var slots: [UInt8] = []
  private var tables: [Int] = []
  private var keptKeys: [Bits] = []
  private var isKeeping = false

  /// Begins from the counts of the leading 16 bits of all keys.
  init(ranks: [Int], leadingCounts: [Int]) {
    targets = ranks.map { Target(rank: $0, prefix: 0, rankInBucket: $0, bucketCount: 0) }
    for index in targets.indices { descend(&targets[index], in: leadingCounts[...]) }
    preparePass()
  }

  /// Whether every key is known.
  var isDone: Bool { prefixBitCount == Bits.bitWidth }

  /// How many more passes over the keys are needed at most.
  var remainingPassCount: Int {
    isKeeping ? 1 : (Bits.bitWidth - prefixBitCount) / Self.digitBitCount
  }

  /// The key at a position, exact when done; before that the middle of its bucket.
  func key(atRank rank: Int) -> Bits? {
    targets.first { $0.rank == rank }.map { target in
      isDone
        ? target.prefix
        : target.prefix << unknownBitCount | 1 << (unknownBitCount - 1)
    }
  }

  /// The leading 16 bits of the key at a position.
  func leadingBits(atRank rank: Int) -> Int? {
    targets.first { $0.rank == rank }.map { Int($0.prefix >> (prefixBitCount - 16)) }
  }

  private var unknownBitCount: Int { Bits.bitWidth - prefixBitCount }

  /// Looks at the next keys of this pass.
  @inline(__always) mutating func consume<Value: ScanLane>(_ values: UnsafeBufferPointer<Value>)
  where Value.Bits == Bits {
    for index in 0..<values.count {
      // The index is below the number of values.
      let key = unsafe values[index].orderedKey
      let slot = slots[Int(truncatingIfNeeded: key >> (Bits.bitWidth - 16))]
      if slot != 0 { consume(key, firstSlot: Int(slot) - 1) }
    }
  }

  private mutating func consume(_ key: Bits, firstSlot: Int) {
    let prefix = key >> unknownBitCount
    var slot = firstSlot
    while slot < prefixes.count && prefixes[slot] < prefix { slot += 1 }
    guard slot < prefixes.count && prefixes[slot] == prefix else { return }
    if isKeeping {
      keptKeys.append(key)
    } else {
      let digit = key >> (unknownBitCount - Self.digitBitCount) & 0xFFFF
      tables[slot << 16 | Int(truncatingIfNeeded: digit)] += 1
    }
  }

  /// Ends a pass: all keys have been consumed.
  mutating func finishPass() {
    if isKeeping {
      searchKeptKeys()
      return
    }
    let tables = tables
    for index in targets.indices {
      let slot = prefixes.firstIndex(of: targets[index].prefix) ?? 0
      descend(&targets[index], in: tables[(slot << 16)..<((slot + 1) << 16)])
    }
    prefixBitCount += Self.digitBitCount
    preparePass()
  }

  /// Extends the prefix of a target by the digit whose bucket holds it.
  private func descend(_ target: inout Target, in counts: ArraySlice<Int>) {
    var remaining = target.rankInBucket
    for (digit, count) in counts.enumerated() {
      if remaining < count {
        target.prefix = target.prefix << 16 | Bits(truncatingIfNeeded: digit)
        target.rankInBucket = remaining
        target.bucketCount = count
        return
      }
      remaining -= count
    }
    preconditionFailure("fewer keys than ranks")
  }

  private mutating func preparePass() {
    tables = []
    slots = []
    guard !isDone else { return }
    var bucketCounts: [Bits: Int] = [:]
    for target in targets { bucketCounts[target.prefix] = target.bucketCount }
    prefixes = bucketCounts.keys.sorted()
    let keyCount = bucketCounts.values.reduce(0, +)
    let isLastPass = unknownBitCount == Self.digitBitCount
    isKeeping = keyCount <= (isLastPass ? Self.sortedKeyLimit : Self.keptKeyLimit)
    slots = [UInt8](repeating: 0, count: 1 << 16)
    for (index, prefix) in prefixes.enumerated().reversed() {
      slots[Int(prefix >> (prefixBitCount - 16))] = UInt8(index + 1)
    }
    if isKeeping {
      keptKeys.reserveCapacity(keyCount)
    } else {
      tables = [Int](repeating: 0, count: prefixes.count << 16)
    }
  }

  private mutating func searchKeptKeys() {
    let keys = keptKeys.sorted()
    keptKeys = []
    // Keys below a bucket's first kept one do not count for the rank inside it.
    for index in targets.indices {
      let prefix = targets[index].prefix
      let shift = unknownBitCount
      let first = keys.partitioningIndex { $0 >> shift >= prefix }
      targets[index].prefix = keys[first + targets[index].rankInBucket]
    }
    isKeeping = false
    prefixBitCount = Bits.bitWidth
    slots = []
  }
}

extension Array {
  /// The first index whose element satisfies a predicate that no earlier element does.
  fileprivate func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
