internal import CKernels

/// One MT19937 generator of 32-bit words, seeded when the first word is drawn.
///
/// Source: M. Matsumoto and T. Nishimura, "Mersenne Twister", ACM TOMACS 8 (1998), reference code of
/// 2002. A copy shares its words with the original until one of them regenerates its block.
struct MersenneTwister: Hashable, Sendable {
  static let wordCount = 624
  /// The state, or nothing while no word has been drawn.
  private(set) var words: [UInt32] = []
  /// The position of the next word of the block.
  var index = Self.wordCount

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
  mutating func advance(seed: UInt32) {
    if words.isEmpty {
      words = unsafe [UInt32](unsafeUninitializedCapacity: Self.wordCount) { buffer, count in
        // The buffer has room for all words, and so has an address.
        if let start = buffer.baseAddress { unsafe ck_seed(start, seed) }
        count = Self.wordCount
      }
    }
    unsafe words.withUnsafeMutableBufferPointer { buffer in
      // Seeding made all words, and nothing ever changes their number.
      if let start = buffer.baseAddress { unsafe ck_advance(start) }
    }
    index = 0
  }
}
