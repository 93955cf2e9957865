import Tensors
import Testing

struct HistogramTests {
  /// np.histogram((np.arange(1000) % 11) / 10, bins, (0, 1))[0] of numpy 2.4.
  @Test(arguments: [
    (10, [91, 91, 182, 0, 91, 182, 91, 0, 91, 181]), (7, [182, 91, 182, 91, 182, 91, 181]),
  ])
  func `values on edges fall where numpy puts them`(binCount: Int, expected: [Int]) throws {
    let values = (0..<1000).map { Double($0 % 11) / 10 }
    let histogram = try statistics(values, ScanOptions(binCount: binCount)).histogram
    #expect(histogram?.counts == expected)
  }

  @Test func `a constant lies in the middle of a range of one`() throws {
    // np.histogram(np.full(5, 3.0), 4, (3, 3))
    let histogram = try statistics([3, 3, 3, 3, 3], ScanOptions(binCount: 4)).histogram
    #expect(histogram == Histogram(low: 2.5, high: 3.5, counts: [0, 0, 5, 0]))
  }

  @Test func `a range that overflows or has no room for edges has no histogram`() throws {
    let options = ScanOptions(binCount: 64)
    #expect(try statistics([-1e308, 1e308], options).histogram == nil)
    #expect(try statistics([1e20, 1e20], options).histogram == nil)
    #expect(try statistics([1, 1.0.nextUp], options).histogram == nil)
  }

  @Test func `a display histogram exists for every finite range`() throws {
    let ranges: [[Double]] = [
      [-1e308, 1e308], [-.greatestFiniteMagnitude, .greatestFiniteMagnitude], [1e20, 1e20],
      [1, 1.0.nextUp], [0x1p-1074, 0x1p-1074], [-0x1p-1074, 0x1p-1074], [0, 0],
      [0x1p-1030, 0x3p-1030],
      [.greatestFiniteMagnitude, .greatestFiniteMagnitude], [-1e-300, 2e-300],
    ]
    for values in ranges {
      let distribution = try #require(try statistics(values).distribution)
      #expect(distribution.insideCount == 2, "\(values)")
      #expect(distribution.counts.count == DisplayAxis.binCount)
    }
  }

  @Test func `regrouping keeps every count`() throws {
    let fine = try #require(try statistics(NumPyExample.values).distribution)
    let coarse = try #require(fine.regrouped(into: 12))
    #expect(coarse.counts.count == 12)
    #expect(coarse.totalCount == 1000 && coarse.axis == fine.axis)
    #expect(coarse.counts[0] == fine.counts[..<(fine.counts.count / 12)].reduce(0, +))
    #expect(fine.regrouped(into: 7) == nil && fine.regrouped(into: 0) == nil)
  }

  @Test func `fine bins agree with a count from scratch`() throws {
    for count in [1000, 30_000] {
      let values = (0..<count).map { NumPyExample.values[$0 % 1000] * Double($0 % 7 + 1) }
      let fine = try #require(try statistics(values).distribution)
      let width = (fine.high - fine.low) / Double(fine.counts.count)
      // Values within rounding of an edge may lie on either side.
      for edge in stride(from: 0, to: fine.counts.count, by: 48) {
        let position = fine.low + Double(edge) * width
        let below = values.count { $0 < position - 1e-9 }
        let belowOrNear = values.count { $0 < position + 1e-9 }
        let counted = fine.belowCount + fine.counts[..<edge].reduce(0, +)
        #expect(counted >= below && counted <= belowOrNear)
      }
      #expect(fine.totalCount == count)
    }
  }

  @Test func `an axis from outside is kept, and the rest counted beside it`() throws {
    let axis = DisplayAxis(low: 0, high: 10)
    let values: [Double] = [-1, 0, 5, 10, 10.5, 11]
    let distribution = try #require(try statistics(values, ScanOptions(axis: axis)).distribution)
    #expect(distribution.axis == axis)
    #expect(distribution.belowCount == 1 && distribution.aboveCount == 2)
    #expect(distribution.counts[0] == 1 && distribution.counts.last == 1)
    let floats = Tensor(values.map(Float.init), shape: [6])
    let same = try floats.statistics(ScanOptions(axis: axis)).components[0].distribution
    #expect(same == distribution)
  }
}

struct DisplayAxisTests {
  static func axis(_ values: [Double]) throws -> DisplayAxis {
    try #require(try statistics(values).distribution).axis
  }

  @Test(arguments: [
    (0.5872, 0.64), (1.0, 1.0), (0.1, 0.1), (0.61, 0.64), (9.0, 10.0), (1.1, 1.2), (6.41e-5, 8e-5),
    (2.5e10, 3.2e10), (0.07, 0.08), (0.16, 0.16),
  ])
  func `both signs get a symmetric axis with few digits`(magnitude: Double, end: Double) throws {
    let axis = try Self.axis([-magnitude / 2, magnitude, 0])
    #expect(axis == DisplayAxis(low: -end, high: end))
  }

  @Test func `values of one sign get an axis where they are`() throws {
    #expect(try Self.axis([10, 10.4, 11]) == DisplayAxis(low: 10, high: 11))
    #expect(try Self.axis([-11, -10]) == DisplayAxis(low: -11, high: -10))
    #expect(try Self.axis([0, 1, 5.5]) == DisplayAxis(low: 0, high: 6.4))
    #expect(try Self.axis([1, 5.5]) == DisplayAxis(low: 0, high: 6.4))
    #expect(try Self.axis([1, 1]) == DisplayAxis(low: 0.5, high: 1.5))
    #expect(try Self.axis([-4]) == DisplayAxis(low: -6, high: -2))
    #expect(try Self.axis([0, 0]) == DisplayAxis(low: -1, high: 1))
    #expect(try Self.axis([0.93, 1, 1.08]) == DisplayAxis(low: 0.9, high: 1.1))
  }

  @Test(arguments: [1000, 40_000])
  func `one far value does not stretch the axis`(count: Int) throws {
    let values = (0..<count).map { Double($0 % 1000) / 1000 - 0.5 }
    let part = try statistics(values + [1e6])
    let distribution = try #require(part.distribution)
    #expect(distribution.axis == DisplayAxis(low: -0.64, high: 0.64))
    #expect(distribution.aboveCount == 1 && distribution.belowCount == 0)
    #expect(part.summary.maximum == 1e6)
    // Also next to a large offset, where leading bits do not tell quantiles apart.
    let offset = try #require(try statistics(values.map { $0 + 1e6 } + [3e6]).distribution)
    #expect(offset.aboveCount == 1 && offset.high < 1_000_002)
  }

  @Test func `a normal distribution is not cut`() throws {
    // Sums of twelve uniform numbers, and both extremes at 5.6 standard deviations.
    var state: UInt64 = 1
    let values = (0..<20_000).map { _ in
      (0..<12).reduce(-6.0) { sum, _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return sum + Double(state >> 11) / 0x1p53
      }
    }
    let distribution = try #require(try statistics(values + [5.6, -5.6]).distribution)
    #expect(distribution.belowCount == 0 && distribution.aboveCount == 0)
  }
}
