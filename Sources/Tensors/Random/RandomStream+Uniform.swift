extension RandomStream {
  /// Draws 32-bit floats between two bounds; `high` itself is possible, as in MXNet.
  ///
  /// Large numbers of values are drawn on all cores, with the same result on any number of them.
  ///
  /// - Parameters:
  ///   - low: The lower bound.
  ///   - high: The upper bound.
  ///   - count: How many.
  ///   - threadCount: The most threads that draw; nil leaves that to the system.
  /// - Returns: The values.
  /// - Precondition: `count` is not negative, `threadCount` is positive.
  /// - Complexity: O(`count`).
  public mutating func uniform(
    low: Float, high: Float, count: Int, threadCount: Int? = nil
  ) -> [Float] {
    let width = high - low
    return unsafe floats(count: count, threadCount: threadCount) { run in
      unsafe run.twister.pointee.uniform(seed: run.seed, low: low, width: width, into: run.output)
    }
  }

  /// Draws 64-bit floats between two bounds, with two words for each.
  ///
  /// - Precondition: `count` is not negative.
  /// - Complexity: O(`count`).
  public mutating func uniformDoubles(low: Float, high: Float, count: Int) -> [Double] {
    let width = Double(high - low)
    let low = Double(low)
    return generate(count: count) { twister, seed in low + width * twister.double(seed: seed) }
  }

  /// Draws 16-bit floats between two bounds: 64-bit draws, rounded to 32 and then to 16 bits.
  ///
  /// - Precondition: `count` is not negative.
  /// - Complexity: O(`count`).
  public mutating func uniformHalves(low: Float, high: Float, count: Int) -> [Float16] {
    uniformDoubles(low: low, high: high, count: count).map { Float16(Float($0)) }
  }
}

extension MersenneTwister {
  /// A number from 0 to 1, both possible: a word rounded to nearest, over 2^32.
  mutating func float(seed: UInt32) -> Float {
    Float(next(seed: seed)) * 0x1p-32
  }

  /// A number from 0 to 1 made of two words, the lower one first.
  mutating func double(seed: UInt32) -> Double {
    let lower = Double(next(seed: seed))
    let upper = Double(next(seed: seed))
    return (lower + upper * 0x1p32) * 0x1p-64
  }
}
