/// One MT19937 generator of 32-bit words, seeded when the first word is drawn.
///
/// Source: M. Matsumoto and T. Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998), reference code of
/// 2002. A copy shares its words with the original until one of them regenerates its block.
struct MersenneTwister: Hashable, Sendable {
  private static let wordCount = 624
  private static let shift = 397

  /// The state, or nothing while no word has been drawn.
  private var words: [UInt32] = []
  /// The position of the next word of the block.
  private var index = Self.wordCount

  /// The next word, after seeding the generator if this is its first.
  mutating func next(seed: UInt32) -> UInt32 {
    if index == Self.wordCount { advance(seed: seed) }
    var word = words[index]
    index += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9D2C_5680
    word ^= (word << 15) & 0xEFC6_0000
    word ^= word >> 18
    return word
  }

  /// Makes the next block of words current.
  private mutating func advance(seed: UInt32) {
    if words.isEmpty { words = Self.seeded(seed) }
    let tail = Self.wordCount - Self.shift
    for k in 0..<tail { mix(k, next: k + 1, far: k + Self.shift) }
    for k in tail..<(Self.wordCount - 1) { mix(k, next: k + 1, far: k - tail) }
    mix(Self.wordCount - 1, next: 0, far: Self.shift - 1)
    index = 0
  }

  private mutating func mix(_ k: Int, next: Int, far: Int) {
    let joined = (words[k] & 0x8000_0000) | (words[next] & 0x7FFF_FFFF)
    words[k] = words[far] ^ (joined >> 1) ^ (0 &- (joined & 1)) & 0x9908_B0DF
  }

  private static func seeded(_ seed: UInt32) -> [UInt32] {
    var words = [UInt32](repeating: seed, count: wordCount)
    for i in 1..<wordCount {
      words[i] = 1_812_433_253 &* (words[i - 1] ^ (words[i - 1] >> 30)) &+ UInt32(i)
    }
    return words
  }
}
