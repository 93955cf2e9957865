import Tensors
import Testing

@testable import struct Tensors.RankSelector

/// Numbers made by numpy 2.4 from 1000 values.
///
///     i = np.arange(1000, dtype=np.uint64)
///     u = (i * np.uint64(2654435761) % np.uint64(2**32)).astype("f8") / 2**32
///     x = u * u * u * 8 - 1
///     np.quantile(x, [.01, .05, .25, .5, .75, .95, .99]), np.histogram(x, 10, (x.min(), x.max()))[0]
enum NumPyExample {
  static let values = (0..<1000).map { index in
    let u = Double(UInt64(index) * 2_654_435_761 % (1 << 32)) / 0x1p32
    return u * u * u * 8 - 1
  }
  static let quantiles = [
    -0.9999919057655288, -0.9989872178429137, -0.8753403800469122, -0.0013603236227248683,
    2.371931107846174, 5.844570278939813, 6.750805509854221,
  ]
  static let tenBins = [463, 122, 84, 68, 56, 50, 45, 39, 38, 35]
  static let floatQuantiles = [
    -0.9999919193983078, -0.9989872366189957, -0.8753403872251511, -0.0013603237457573414,
    2.3719310760498047, 5.844570255279541, 6.750805683135986,
  ]
  static let floatSixteenBins = [
    396, 104, 72, 58, 48, 43, 38, 34, 32, 30, 27, 26, 24, 24, 22, 22,
  ]
}

struct QuantileTests {
  @Test func `doubles have numpy's quantiles, histogram and moments`() throws {
    let part = try statistics(NumPyExample.values, ScanOptions(binCount: 10))
    #expect(part.quantiles?.values == NumPyExample.quantiles)
    #expect(part.histogram?.counts == NumPyExample.tenBins)
    // The same in np.longdouble.
    #expect(agree(part.summary.mean, 0.9999536296748504))
    #expect(agree(part.summary.standardDeviation, 2.267816094916729))
    #expect(agree(part.summary.l2, 78.37663619895453))
  }

  @Test func `floats have numpy's quantiles and histogram`() throws {
    let tensor = Tensor(NumPyExample.values.map(Float.init), shape: [1000])
    let part = try tensor.statistics(ScanOptions(binCount: 16)).components[0]
    #expect(part.quantiles?.values == NumPyExample.floatQuantiles)
    #expect(part.histogram?.counts == NumPyExample.floatSixteenBins)
  }

  @Test func `integers of 16 bits have numpy's quantiles and histogram`() throws {
    // w = (i * np.uint64(40503) % np.uint64(65536)).astype("f8")
    let bytes = (0..<1000).flatMap { index -> [UInt8] in
      let code = index * 40503
      return [UInt8(truncatingIfNeeded: code), UInt8(truncatingIfNeeded: code >> 8)]
    }
    let tensor = Tensor(bytes: bytes, elementType: .uint16, shape: [1000])
    let part = try tensor.statistics(ScanOptions(binCount: 8)).components[0]
    let expected = [588.85, 3141.25, 16327.25, 32654.5, 48981.75, 62167.75, 64735.15]
    #expect(part.quantiles?.values == expected)
    #expect(part.histogram?.counts == [Int](repeating: 125, count: 8))
    #expect(agree(part.summary.mean, 32660.084))
    #expect(agree(part.summary.standardDeviation, 18919.80751162506))
  }

  /// The seven quantiles of sorted values, by numpy's rule.
  static func quantiles(ofSorted sorted: [Double]) -> [Double] {
    Quantiles.probabilities.map { probability in
      let index = probability * Double(sorted.count - 1)
      let low = sorted[Int(index)]
      let high = sorted[min(Int(index) + 1, sorted.count - 1)]
      let t = index - Double(Int(index))
      return t >= 0.5 ? high - (high - low) * (1 - t) : low + (high - low) * t
    }
  }

  @Test(arguments: [1, 2, 3, 100, 101, 5000, 40_000])
  func `quantiles are those of the sorted values`(count: Int) throws {
    let values = (0..<count).map { index in
      let bits = UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15
      return (Double(bits >> 11) / 0x1p53 - 0.4) * (index % 3 == 0 ? 1e6 : 1)
    }
    let part = try statistics(values)
    #expect(part.quantiles?.values == Self.quantiles(ofSorted: values.sorted()))
    let floats = values.map(Float.init)
    let single = try Tensor(floats, shape: [count]).statistics().components[0]
    #expect(
      single.quantiles?.values == Self.quantiles(ofSorted: floats.map(Double.init).sorted()))
  }

  @Test func `values that share their leading bits are told apart`() throws {
    let values = (0..<30_000).map { 1 + Double($0 * 7919 % 30_011) * 0x1p-52 }
    let part = try statistics(values)
    #expect(part.quantiles?.values == Self.quantiles(ofSorted: values.sorted()))
    let floats = (0..<40_000).map { Float(1) + Float($0 * 7919 % 40_009) * 0x1p-23 }
    let single = try Tensor(floats, shape: [40_000]).statistics().components[0]
    #expect(
      single.quantiles?.values == Self.quantiles(ofSorted: floats.map(Double.init).sorted()))
  }

  @Test func `the quantiles can be asked for by probability`() throws {
    let quantiles = try #require(try statistics((0...100).map(Double.init)).quantiles)
    #expect(quantiles[0.05] == 5 && quantiles[0.99] == 99 && quantiles[0.5] == quantiles.median)
    #expect(quantiles[0.1] == nil)
    #expect(quantiles.labelled.map(\.probability) == Quantiles.probabilities)
  }

  @Test func `a distance that overflows is interpolated all the same`() throws {
    let part = try statistics([-1.5e308, 1.5e308])
    #expect(part.quantiles?.median == 0)
    #expect(agree(part.quantiles?[0.25], -0.75e308))
  }

  /// The limit of kept keys lies above the number of keys, or below it.
  @Test(arguments: [1 << 20, 1000])
  func `keys are selected in passes, whether they are kept or counted`(keptKeyLimit: Int) {
    let count = 10_000
    // All keys share their first 16 bits, the second ones have few values.
    let keys = (0..<count).map { index -> UInt64 in
      let mixed = UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15
      return 0x3FF0 << 48 | (mixed >> 62) << 33 | mixed & 0xFFFF_FFFF
    }
    var leading = [Int](repeating: 0, count: 1 << 16)
    leading[0x3FF0] = count
    let ranks = [0, count / 3, count / 2, count - 1]
    var selector = RankSelector<UInt64>(
      ranks: ranks, leadingCounts: leading, leadingBitCount: 16, keptKeyLimit: keptKeyLimit,
      shortListLimit: keptKeyLimit / 64)
    var passCount = 0
    while !selector.isDone && passCount < 4 {
      for key in keys { selector.consume(key) }
      selector.finishPass()
      passCount += 1
    }
    let sorted = keys.sorted()
    #expect(ranks.map { selector.key(atRank: $0) } == ranks.map { sorted[$0] })
  }
}
