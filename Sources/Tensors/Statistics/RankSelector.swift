/// Finds the keys at given positions of the ascending order, in several passes over all keys.
///
/// Radix selection, most significant digit first: each pass counts the next bits of the keys that
/// share their leading bits with a wanted one. Where they are few, they are kept and searched in
/// memory.
struct RankSelector<Bits: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable> {
  /// The largest number of bits that a pass counts.
  static var digitBitCount: Int { 16 }
  /// So many keys are kept, where that saves a pass.
  private let keptKeyLimit: Int
  /// So many keys are kept rather than counted in the last pass.
  private let shortListLimit: Int

  /// A wanted position, and what is known of its key.
  private struct Target {
    let rank: Int
    var prefix: Bits
    var rankInBucket: Int
    var bucketCount: Int
  }

  private var targets: [Target]
  private var prefixBitCount: Int
  /// The distinct prefixes of the targets, ascending.
  private(set) var prefixes: [Bits] = []
  /// The counts of the next digit for each prefix.
  private var tables: [Int] = []
  private var keptKeys: [Bits] = []
  private var isKeeping = false

  /// Begins from the counts of the leading bits of all keys, `1 << leadingBitCount` of them.
  init(
    ranks: [Int], leadingCounts: [Int], leadingBitCount: Int, keptKeyLimit: Int = 1 << 20,
    shortListLimit: Int = 1 << 14
  ) {
    (self.keptKeyLimit, self.shortListLimit) = (keptKeyLimit, shortListLimit)
    targets = ranks.map { Target(rank: $0, prefix: 0, rankInBucket: $0, bucketCount: 0) }
    prefixBitCount = 0
    descend(bitCount: leadingBitCount) { _ in leadingCounts[...] }
  }

  /// Whether every key is known.
  var isDone: Bool { prefixBitCount == Bits.bitWidth }

  /// How many more passes over the keys are needed at most.
  var remainingPassCount: Int {
    isKeeping ? 1 : (unknownBitCount + Self.digitBitCount - 1) / Self.digitBitCount
  }

  /// The key at a position, exact when done; before that the middle of its bucket.
  func key(atRank rank: Int) -> Bits? {
    guard let target = targets.first(where: { $0.rank == rank }) else { return nil }
    if isDone { return target.prefix }
    return target.prefix << unknownBitCount | 1 << (unknownBitCount - 1)
  }

  /// The number of the lowest bits of the keys that are not known.
  var unknownBitCount: Int { Bits.bitWidth - prefixBitCount }

  /// Looks at a key; in a pass this is done at least with all that begin with a prefix.
  @inline(__always) mutating func consume(_ key: Bits) {
    let prefix = key >> unknownBitCount
    guard let slot = prefixes.firstIndex(of: prefix) else { return }
    if isKeeping {
      keptKeys.append(key)
    } else {
      let digit = (key & ~(~0 << unknownBitCount)) >> (unknownBitCount - nextBitCount)
      tables[slot << nextBitCount | Int(truncatingIfNeeded: digit)] += 1
    }
  }

  private var nextBitCount: Int { min(Self.digitBitCount, unknownBitCount) }

  /// Ends a pass: all keys have been looked at.
  mutating func finishPass() {
    if isKeeping {
      searchKeptKeys()
      return
    }
    let bitCount = nextBitCount
    let tables = tables
    let prefixes = prefixes
    descend(bitCount: bitCount) { prefix in
      let slot = prefixes.firstIndex(of: prefix) ?? 0
      return tables[(slot << bitCount)..<((slot + 1) << bitCount)]
    }
  }

  /// Extends all prefixes by the digits whose buckets hold the targets, and prepares a pass.
  private mutating func descend(bitCount: Int, counts: (Bits) -> ArraySlice<Int>) {
    for index in targets.indices {
      let counts = counts(targets[index].prefix)
      var remaining = targets[index].rankInBucket
      var digit = counts.startIndex
      while remaining >= counts[digit] {
        remaining -= counts[digit]
        digit += 1
      }
      targets[index].prefix <<= bitCount
      targets[index].prefix |= Bits(truncatingIfNeeded: digit - counts.startIndex)
      targets[index].rankInBucket = remaining
      targets[index].bucketCount = counts[digit]
    }
    prefixBitCount += bitCount
    preparePass()
  }

  private mutating func preparePass() {
    tables = []
    guard !isDone else { return }
    var bucketCounts: [Bits: Int] = [:]
    for target in targets { bucketCounts[target.prefix] = target.bucketCount }
    prefixes = bucketCounts.keys.sorted()
    let keyCount = bucketCounts.values.reduce(0, +)
    let isLastPass = unknownBitCount <= Self.digitBitCount
    isKeeping = keyCount <= (isLastPass ? shortListLimit : keptKeyLimit)
    if isKeeping {
      keptKeys.reserveCapacity(keyCount)
    } else {
      tables = [Int](repeating: 0, count: prefixes.count << nextBitCount)
    }
  }

  private mutating func searchKeptKeys() {
    for prefix in prefixes {
      let keys = keptKeys.filter { $0 >> unknownBitCount == prefix }
      for index in targets.indices where targets[index].prefix == prefix {
        targets[index].prefix = Self.key(
          atRank: targets[index].rankInBucket, of: keys, unknownBitCount: unknownBitCount)
      }
    }
    keptKeys = []
    isKeeping = false
    prefixBitCount = Bits.bitWidth
  }

  /// The key at a position of the ascending order of keys whose leading bits are equal.
  ///
  /// - Complexity: O(n).
  static func key(atRank rank: Int, of keys: [Bits], unknownBitCount: Int) -> Bits {
    var keys = keys
    var rank = rank
    var shift = unknownBitCount
    while keys.count > 256 && shift > 0 {
      let bitCount = min(8, shift)
      shift -= bitCount
      let mask = ~(~Bits(0) << bitCount)
      var counts = [Int](repeating: 0, count: 1 << bitCount)
      for key in keys { counts[Int(truncatingIfNeeded: key >> shift & mask)] += 1 }
      var digit = 0
      while rank >= counts[digit] {
        rank -= counts[digit]
        digit += 1
      }
      keys = keys.filter { $0 >> shift & mask == Bits(truncatingIfNeeded: digit) }
    }
    return keys.sorted()[rank]
  }
}
