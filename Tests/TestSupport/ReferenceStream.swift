private import Glibc

/// MXNet's random numbers in the plainest Swift: one word after another, one engine after another.
///
/// What is fast is compared with this. Source: M. Matsumoto and T. Nishimura, "Mersenne Twister", ACM
/// TOMACS 8 (1998); G. Marsaglia and T. A. Bray, SIAM Review 6 (1964).
public struct ReferenceStream {
  private let seed: UInt32
  private var engines = [ReferenceTwister?](repeating: nil, count: 1024)

  /// Creates the stream of a seed.
  public init(seed: Int32) { self.seed = UInt32(bitPattern: seed) }

  /// Draws floats between two bounds.
  public mutating func uniform(low: Float, high: Float, count: Int) -> [Float] {
    let width = high - low
    return generate(count) { low + width * $0.unit() }
  }

  /// Draws normal deviates with the logarithm of the C library.
  public mutating func normal(mean: Float, sigma: Float, count: Int) -> [Float] {
    generate(count) { engine in
      while true {
        let x = 2 * engine.unit() - 1
        let y = 2 * engine.unit() - 1
        let square = x * x + y * y
        guard square > 0, square <= 1 else { continue }
        return y * (-2 * logf(square) / square).squareRoot() * sigma + mean
      }
    }
  }

  /// The next words of an engine.
  public mutating func words(engine: Int, count: Int) -> [UInt32] {
    withEngine(engine) { engine in (0..<count).map { _ in engine.next() } }
  }

  private mutating func generate(
    _ count: Int, _ draw: (inout ReferenceTwister) -> Float
  ) -> [Float] {
    guard count > 0 else { return [] }
    let runs = min((count + 63) / 64, 1024)
    let runLength = (count + runs - 1) / runs
    var values: [Float] = []
    for engine in 0..<runs {
      withEngine(engine) { twister in
        for _ in 0..<min(runLength, count - values.count) { values.append(draw(&twister)) }
      }
    }
    return values
  }

  private mutating func withEngine<Result>(
    _ number: Int, _ body: (inout ReferenceTwister) -> Result
  ) -> Result {
    var engine = engines[number] ?? ReferenceTwister(seed: seed &* 127 &+ UInt32(number))
    engines[number] = nil
    defer { engines[number] = engine }
    return body(&engine)
  }
}

/// One MT19937 generator.
private struct ReferenceTwister {
  private var words: [UInt32]
  private var index = 624

  init(seed: UInt32) {
    words = [seed]
    for i in 1..<624 {
      words.append(1_812_433_253 &* (words[i - 1] ^ (words[i - 1] >> 30)) &+ UInt32(i))
    }
  }

  mutating func unit() -> Float { Float(next()) * 0x1p-32 }

  mutating func next() -> UInt32 {
    if index == 624 { advance() }
    var word = words[index]
    index += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9D2C_5680
    word ^= (word << 15) & 0xEFC6_0000
    return word ^ (word >> 18)
  }

  private mutating func advance() {
    for k in 0..<624 {
      let joined = (words[k] & 0x8000_0000) | (words[(k + 1) % 624] & 0x7FFF_FFFF)
      let odd: UInt32 = joined % 2 == 1 ? 0x9908_B0DF : 0
      words[k] = words[(k + 397) % 624] ^ (joined >> 1) ^ odd
    }
    index = 0
  }
}
