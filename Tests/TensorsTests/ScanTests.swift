import Testing

@testable import Tensors

struct ScanTests {
  /// Bytes that decode to values of all kinds.
  static func bytes(_ count: Int) -> [UInt8] {
    var state: UInt64 = 42
    return (0..<count).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
  }

  @Test(arguments: ElementType.allCases)
  func `the length of chunks changes no bit of the result`(elementType: ElementType) throws {
    let count = 5 * 4096 + 1235
    let byteCount = try #require(elementType.byteCount(ofElementCount: count))
    let bytes = Self.bytes(byteCount)
    let results = try [1, 2, 3, 100].map { blocks in
      try scan(
        elementType: elementType, elementCount: count, options: ScanOptions(binCount: 16),
        chunkLengthInBlocks: blocks, read: { Array(bytes[$0]) }, progress: { _ in })
    }
    #expect(results.allSatisfy { $0 == results[0] })
    #expect(results[0].counts.count == count)
    for part in results[0].components {
      #expect(part.summary.count == count)
      #expect(part.distribution?.totalCount == part.summary.finite)
      if let histogram = part.histogram {
        #expect(histogram.totalCount == part.summary.finite)
      }
    }
  }

  @Test(arguments: ElementType.allCases)
  func `statistics agree with those of the decoded values`(elementType: ElementType) throws {
    let count = 20_001
    let byteCount = try #require(elementType.byteCount(ofElementCount: count))
    let tensor = Tensor(
      bytes: Self.bytes(byteCount), elementType: elementType, shape: [count])
    let scanned = try tensor.statistics(ScanOptions(binCount: 8))
    let decoded = tensor.doubles
    for (lane, part) in scanned.components.enumerated() {
      let values = stride(from: lane, to: decoded.count, by: elementType.laneCount).map {
        decoded[$0]
      }
      let finite = values.filter(\.isFinite).sorted()
      #expect(part.summary.finite == finite.count)
      #expect(part.summary.nan == values.count(where: \.isNaN))
      #expect(part.summary.positiveInfinity == values.count { $0 == .infinity })
      #expect(part.summary.zeros == finite.count { $0 == 0 })
      #expect(part.summary.minimum == finite.first && part.summary.maximum == finite.last)
      let quantiles = try #require(part.quantiles)
      let expected = QuantileTests.quantiles(ofSorted: finite)
      for (value, expected) in zip(quantiles.values, expected) where expected.isFinite {
        #expect(value == expected)
      }
      let scale = Double(sign: .plus, exponent: -Int((finite.last ?? 1).exponent), significand: 1)
      let scaled = finite.map { $0 * scale }
      let mean = scaled.reduce(0, +) / Double(finite.count)
      let squares = scaled.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      let deviation = (squares / Double(finite.count)).squareRoot()
      #expect(agree(part.summary.standardDeviation.map { $0 * scale }, deviation))
      #expect(agree(part.summary.mean.map { $0 * scale }, mean, of: max(abs(mean), deviation)))
    }
  }

  @Test(arguments: [(ElementType.float32, 140_000), (.float64, 140_000)])
  func `a tensor of many chunks has exact quantiles`(elementType: ElementType, count: Int) throws {
    let values = (0..<count).map { index in
      Double((UInt64(index) &* 0x9E37_79B9_7F4A_7C15) >> 11) / 0x1p53 - 0.25
    }
    let tensor =
      elementType == .float32
      ? Tensor(values.map(Float.init), shape: [count]) : Tensor(values, shape: [count])
    var fractions: [Double] = []
    let bytes = tensor.bytes
    let scanned = try scan(
      elementType: elementType, elementCount: count, options: ScanOptions(),
      chunkLengthInBlocks: 10, read: { Array(bytes[$0]) }, progress: { fractions.append($0) })
    let part = scanned.components[0]
    let expected = QuantileTests.quantiles(ofSorted: tensor.doubles.sorted())
    #expect(part.quantiles?.values == expected)
    #expect(part.distribution?.totalCount == count)
    #expect(part.distribution?.axis == DisplayAxis(low: -0.8, high: 0.8))
    #expect(fractions == fractions.sorted() && fractions.last == 1)
  }

  @Test(arguments: [-1, 1])
  func `a read of another length is an error`(difference: Int) throws {
    #expect(throws: ScanError.wrongReadLength(offset: 0, expected: 40, found: 40 + difference)) {
      try scan(
        elementType: .float32, elementCount: 10,
        read: { [UInt8](repeating: 0, count: $0.count + difference) })
    }
  }

  @Test func `so many elements that their bytes cannot be counted are an error`() {
    #expect(throws: ScanError.tooManyElements(.max)) {
      try scan(elementType: .float32, elementCount: .max, read: { _ in [] })
    }
  }

  @Test func `a cancelled task stops the scan at a chunk`() async {
    let task = Task {
      unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
      return try scan(
        elementType: .uint8, elementCount: 10, read: { [UInt8](repeating: 0, count: $0.count) })
    }
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test func `only what is asked for is found out`() throws {
    let tensor = Tensor([1, 2, 3] as [Float], shape: [3])
    let options = ScanOptions(quantiles: false, distribution: false)
    let plain = try tensor.statistics(options).components[0]
    #expect(plain.quantiles == nil && plain.distribution == nil && plain.histogram == nil)
    let full = try tensor.statistics().components[0]
    #expect(plain.summary == full.summary)
    let display = try tensor.statistics(ScanOptions(quantiles: false)).components[0]
    #expect(display.quantiles == nil && display.distribution == full.distribution)
  }
}
