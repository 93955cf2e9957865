private import Glibc

extension RandomStream {
  /// Draws 32-bit normal deviates by the polar method, whose second deviate is thrown away.
  ///
  /// The logarithm has the bits of glibc's `logf`, which MXNet uses: it is not correctly rounded. Large
  /// numbers of values are drawn on all cores, with the same result on any number of them.
  ///
  /// - Parameters:
  ///   - mean: The mean.
  ///   - sigma: The standard deviation.
  ///   - count: How many.
  ///   - threadCount: The most threads that draw; nil leaves that to the system.
  /// - Returns: The values.
  /// - Precondition: `count` is not negative, `threadCount` is positive.
  /// - Complexity: O(`count`), 2.55 words for each element on average.
  public mutating func normal(
    mean: Float, sigma: Float, count: Int, threadCount: Int? = nil
  ) -> [Float] {
    unsafe floats(count: count, threadCount: threadCount) { run in
      unsafe run.twister.pointee.normal(seed: run.seed, mean: mean, sigma: sigma, into: run.output)
    }
  }

  /// Draws 64-bit normal deviates by the polar method.
  ///
  /// Bits equal MXNet's on processors with fused multiply-add, where glibc's `log` is the same.
  ///
  /// - Precondition: `count` is not negative.
  /// - Complexity: O(`count`), 5.1 words for each element on average.
  public mutating func normalDoubles(mean: Float, sigma: Float, count: Int) -> [Double] {
    let mean = Double(mean)
    let sigma = Double(sigma)
    return generate(count: count) { twister, seed in
      twister.normalDouble(seed: seed) * sigma + mean
    }
  }

  /// Draws 16-bit normal deviates: 64-bit ones, rounded to 32 and then to 16 bits.
  ///
  /// - Precondition: `count` is not negative.
  /// - Complexity: O(`count`).
  public mutating func normalHalves(mean: Float, sigma: Float, count: Int) -> [Float16] {
    normalDoubles(mean: mean, sigma: sigma, count: count).map { Float16(Float($0)) }
  }
}

// G. Marsaglia and T. A. Bray, "A convenient method for generating normal variables", SIAM Review 6
// (1964), in the form of libstdc++ 4.8. Each operation is rounded by itself.
extension MersenneTwister {
  fileprivate mutating func normalDouble(seed: UInt32) -> Double {
    while true {
      let x = 2 * double(seed: seed) - 1
      let y = 2 * double(seed: seed) - 1
      let square = x * x + y * y
      if square > 0, square <= 1 { return y * (-2 * log(square) / square).squareRoot() }
    }
  }
}
