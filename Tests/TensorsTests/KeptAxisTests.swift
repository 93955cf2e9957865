import Testing

@testable import Tensors

/// An axis that is kept while values stay on it.
@Suite struct KeptAxisTests {
  private func scan(_ values: [Float], keeping axis: DisplayAxis?) throws -> DisplayAxis? {
    try Tensor(values, shape: [values.count]).statistics(ScanOptions(keptAxis: axis))
      .components.first?.distribution?.axis
  }

  @Test func `an axis stays until values leave it, then grows by half, and never shrinks`() throws {
    let first = try #require(try scan([-0.05, 0.01, 0.06], keeping: nil))
    #expect(first == DisplayAxis(low: -0.064, high: 0.064))
    #expect(try scan([-0.02, 0.02, 0.01], keeping: first) == first)
    let grown = try #require(try scan([-0.02, 0.07, 0.01], keeping: first))
    #expect(grown == DisplayAxis(low: -0.1, high: 0.1))
    #expect(try scan([-0.01, 0.01, 0.01], keeping: grown) == grown)
  }

  /// The ends of an axis, and the values that it has to hold.
  struct Growth: Sendable {
    var low: Double
    var high: Double
    var least: Double
    var greatest: Double

    init(_ low: Double, _ high: Double, _ least: Double, _ greatest: Double) {
      (self.low, self.high, self.least, self.greatest) = (low, high, least, greatest)
    }
  }

  nonisolated static let growths: [Growth] = [
    Growth(0, 1, -0.1, 0.5), Growth(0, 1, 0.2, 1.1), Growth(-1, 0, -0.5, 0.5),
    Growth(0.9, 1.1, 0.95, 1.3), Growth(0.9, 1.1, -3, 1), Growth(-1e-300, 1e-300, -1e300, 5),
    Growth(1e308, 1.5e308, 1e308, 1.7e308), Growth(-1.7e308, 1.7e308, -1.79e308, 0),
    Growth(1e16, 10_000_000_000_000_002, 9_999_999_999_999_996, 1e16),
    Growth(-2, 2, 0, Double.leastNonzeroMagnitude),
  ]

  @Test(arguments: growths)
  func `a grown axis holds what it had to hold, and what it was`(growth: Growth) {
    let axis = DisplayAxis(low: growth.low, high: growth.high)
    let grown = axis.grown(toHold: growth.least, growth.greatest)
    #expect(grown.low <= min(growth.low, growth.least))
    #expect(grown.high >= max(growth.high, growth.greatest))
    #expect(grown.low.isFinite && grown.high.isFinite)
    let isHeld = growth.least >= growth.low && growth.greatest <= growth.high
    #expect((grown == axis) == isHeld)
  }

  @Test func `types of sixteen bits keep their axis too`() throws {
    let axis = DisplayAxis(low: -1, high: 1)
    let values = Tensor([0.25, -0.5] as [Float], shape: [2])
    let halves = try #require(values.converted(to: .float16))
    let kept = try halves.statistics(ScanOptions(keptAxis: axis)).components.first?.distribution
    #expect(kept?.axis == axis)
    #expect(kept?.totalCount == 2)
  }
}
