import ModelEngine
import Tensors
import Testing

@Suite struct DistributionTests {
  static let samples: [Distribution] = [
    .uniform(low: -1, high: 3), .normal(mean: 2, sigma: 0.5),
    .truncatedNormal(mean: 0, sigma: 1, low: -2, high: 2),
    .truncatedNormal(mean: 1, sigma: 2, low: 1.5, high: 9),
    .truncatedNormal(mean: 0, sigma: 1, low: 8, high: 9),
    .sphereCoordinate(dimension: 7, radius: 2),
  ]

  @Test(arguments: samples)
  func `the quantile inverts the cumulative probability`(distribution: Distribution) {
    for share in [1e-6, 0.01, 0.25, 0.5, 0.75, 0.99, 1 - 1e-6] {
      let value = distribution.quantile(share)
      #expect(abs(distribution.cumulativeProbability(value) - share) < 1e-9)
    }
    #expect(distribution.quantile(0) == distribution.bounds.low)
    #expect(distribution.quantile(1) == distribution.bounds.high)
    #expect(distribution.quantile(.nan).isNaN)
  }

  @Test(arguments: samples)
  func `mean and deviation are the integrals of the quantiles`(distribution: Distribution) {
    let count = 40_000
    var sum = 0.0
    var squares = 0.0
    for index in 0..<count {
      let value = distribution.quantile((Double(index) + 0.5) / Double(count))
      sum += value / Double(count)
      squares += (value - distribution.mean) * (value - distribution.mean) / Double(count)
    }
    let deviation = distribution.standardDeviation
    #expect(abs(sum - distribution.mean) <= 1e-4 * deviation)
    #expect(abs(squares.squareRoot() - deviation) <= 2e-3 * deviation)
  }

  // Abramowitz and Stegun, "Handbook of Mathematical Functions" (1964), tables 26.1 and 26.5.
  @Test(
    arguments: [
      (0.5, 0), (0.75, 0.6744897501960817), (0.99, 2.3263478740408408),
      (0.001, -3.0902323061678132), (1e-10, -6.361340902404056),
    ])
  func `normal quantiles are those of the tables`(share: Double, value: Double) {
    let quantile = Distribution.normal(mean: 0, sigma: 1).quantile(share)
    #expect(abs(quantile - value) <= 2e-15 * max(1, abs(value)))
  }

  @Test func `zeros among other values are a jump at zero`() {
    let mixed = Distribution.withZeros(share: 0.5, .normal(mean: 0, sigma: 1))
    #expect(mixed.quantile(0.3) == 0)
    #expect(mixed.quantile(0.7) == 0)
    #expect(mixed.cumulativeProbability(0) == 0.75)
    #expect(mixed.cumulativeProbability((0.0).nextDown) == 0.25)
    #expect(abs(mixed.quantile(0.875) - 0.6744897501960817) < 1e-14)
    #expect(mixed.standardDeviation == 0.5.squareRoot())
    let ones = Distribution.withZeros(share: 0.75, .constant(1))
    #expect(ones.mean == 0.25)
    #expect(abs(ones.standardDeviation - (0.25 * 0.75).squareRoot()) < 1e-15)
    #expect(ones.quantile(0.7) == 0)
    #expect(ones.quantile(0.8) == 1)
    #expect(Distribution.constant(3).quantile(0.1) == 3)
  }

  @Test func `a standard normal cut at two deviations deviates by Keras's constant`() {
    let cut = Distribution.truncatedNormal(mean: 0, sigma: 1, low: -2, high: 2)
    #expect(abs(cut.standardDeviation - 0.87962566103423978) < 1e-15)
  }

  @Test func `bounds in the far tail keep their values inside`() throws {
    var stream = RandomStream(seed: 1)
    let target = InitializerTarget(name: "w", shape: [1000])
    for (low, high) in [(8.0, 8.5), (-60.0, -50.0), (50.0, 60.0)] {
      let tail = Distribution.truncatedNormal(mean: 0, sigma: 1, low: low, high: high)
      let values = try tail.tensor(for: target, from: &stream).floats
      #expect(values.allSatisfy { Double($0) >= low && Double($0) <= high })
    }
  }
}
