import Tensors
import Testing

/// The statistics of the doubles as a tensor, of float64 unless said otherwise.
func statistics(_ values: [Double], _ options: ScanOptions = ScanOptions()) throws
  -> TensorStatistics
{
  try Tensor(values, shape: [values.count]).statistics(options).components[0]
}

/// Whether two numbers agree to 1e-9 of the second.
func agree(_ value: Double?, _ expected: Double, of scale: Double? = nil) -> Bool {
  guard let value else { return false }
  return abs(value - expected) <= 1e-9 * abs(scale ?? expected)
}

struct StatisticsTests {
  @Test(arguments: [0.1, -3.0, 1e308, -0x1p-1074, 1e-300, 0, 1 / 3.0, .greatestFiniteMagnitude])
  func `a constant tensor has exactly its value as mean and no deviation`(value: Double) throws {
    let summary = try statistics([Double](repeating: value, count: 10_001)).summary
    #expect(summary.mean == value)
    #expect(summary.standardDeviation == 0)
    #expect(summary.minimum == value && summary.maximum == value)
  }

  @Test(arguments: ElementType.allCases.filter { !$0.isComplex })
  func `a constant of every element type has no deviation`(elementType: ElementType) throws {
    let count = 9000
    let bytes = [UInt8](repeating: 0x55, count: count * elementType.bitCount / 8)
    let tensor = Tensor(bytes: bytes, elementType: elementType, shape: [count])
    let statistics = try tensor.statistics().components[0]
    let first = tensor.scalar(at: 0)
    // Six-bit codes in equal bytes are not equal.
    guard elementType.bitCount != 6 else { return }
    #expect(statistics.summary.standardDeviation == 0)
    #expect(statistics.summary.mean == first)
    #expect(statistics.quantiles?.values == [Double](repeating: first, count: 7))
  }

  @Test func `huge values overflow nothing`() throws {
    let summary = try statistics([1e308, -1e308, 1e300, 0x1p-1074]).summary
    // numpy: x = np.array([...], dtype=np.longdouble); x.std(), np.sqrt((x**2).sum())
    #expect(agree(summary.standardDeviation, 7.071067811865476e307))
    #expect(agree(summary.l2, 1.4142135623730951e308))
    #expect(agree(summary.mean, 2.5e299, of: 7e307))
    #expect(summary.zeros == 0)
  }

  @Test func `a norm that is too large does not exist`() throws {
    let summary = try statistics([Double](repeating: 1.5e308, count: 4)).summary
    #expect(summary.l2 == nil)
    #expect(summary.mean == 1.5e308)
    #expect(summary.standardDeviation == 0)
  }

  @Test func `tiny values underflow nothing`() throws {
    let summary = try statistics([1e-300, 3e-300, -1e-300, -3e-300]).summary
    #expect(agree(summary.standardDeviation, 2.23606797749979e-300))
    #expect(agree(summary.l2, 4.47213595499958e-300))
    let subnormal = try statistics([0x1p-1074, 3 * 0x1p-1074, 0x1p-1074, 3 * 0x1p-1074]).summary
    #expect(subnormal.mean == 0x1p-1073)
    #expect(subnormal.standardDeviation == 0x1p-1074)
    #expect(subnormal.l2 == 0x1p-1072)
  }

  @Test func `blocks of very different magnitude merge`() throws {
    let tiny = [Double](repeating: 1e-300, count: 4096)
    let one = [Double](repeating: 1, count: 4096)
    let huge = [Double](repeating: 1e300, count: 4096)
    for values in [tiny + one + huge, huge + one + tiny, one + huge + tiny] {
      let summary = try statistics(values).summary
      #expect(agree(summary.mean, 1e300 / 3))
      #expect(agree(summary.standardDeviation, 1e300 * 2.0.squareRoot() / 3))
      #expect(agree(summary.l2, 64e300))
    }
    let small = try statistics(tiny + one).summary
    #expect(agree(small.mean, 0.5) && agree(small.standardDeviation, 0.5))
  }

  @Test func `a large offset does not hide a small deviation`() throws {
    // Two values, 1e4 - d and 1e4 + d, have the deviation d exactly.
    let distance = 0x1p-10
    let values = (0..<50_000).map { $0 % 2 == 0 ? 1e4 - distance : 1e4 + distance }
    let summary = try statistics(values).summary
    #expect(agree(summary.standardDeviation, distance))
    #expect(agree(summary.mean, 1e4))
    #expect(agree(summary.l2, (50_000 * (1e8 + distance * distance)).squareRoot()))
  }

  @Test func `a deviation of a few last places is right`() throws {
    // Of 0 ..< n in steps of s the deviation is s * sqrt((n * n - 1) / 12).
    let count = 40_000
    let values = (0..<count).map { 1 + Double($0 * 7919 % count) * 0x1p-52 }
    let summary = try statistics(values).summary
    let expected = 0x1p-52 * (Double(count * count - 1) / 12).squareRoot()
    #expect(agree(summary.standardDeviation, expected))
  }

  @Test func `large values that cancel leave the mean`() throws {
    let values = (0..<3000).map { [Float(1e8), 1, -1e8][$0 % 3] }
    let tensor = Tensor(values, shape: [3000])
    let summary = try tensor.statistics().components[0].summary
    // zoo/safetensors/specials.safetensors, tensor "cancel".
    #expect(agree(summary.mean, 1 / 3.0, of: 81649658.0927726))
    #expect(agree(summary.standardDeviation, 81649658.0927726))
    #expect(agree(summary.l2, 4472135954.999579))
  }

  @Test(arguments: ElementType.allCases)
  func `an empty tensor has counts and nothing else`(elementType: ElementType) throws {
    let tensor = Tensor(bytes: [], elementType: elementType, shape: [0, 3])
    let scanned = try tensor.statistics(ScanOptions(binCount: 8))
    #expect(scanned.counts == ElementCounts())
    for part in scanned.components {
      #expect(part.summary.minimum == nil && part.summary.mean == nil && part.summary.l2 == nil)
      #expect(part.quantiles == nil && part.histogram == nil && part.distribution == nil)
    }
  }

  @Test(arguments: [ElementType.float16, .bfloat16, .float32, .float64])
  func `what is not finite is counted apart`(elementType: ElementType) throws {
    let values: [Float] = [.nan, 1, .infinity, -.infinity, 0, -0.0, .infinity, 3]
    let tensor = Tensor(rounding: values, to: elementType, shape: [8])
    let part = try tensor.statistics(ScanOptions(binCount: 4)).components[0]
    let counts = ElementCounts(
      count: 8, finite: 4, nan: 1, positiveInfinity: 2, negativeInfinity: 1, zeros: 2)
    #expect(part.summary.counts == counts)
    #expect(part.summary.mean == 1)
    #expect(part.summary.minimum == 0 && part.summary.maximum == 3)
    #expect(part.summary.minimum?.sign == .minus)
    #expect(part.histogram?.counts == [2, 1, 0, 1])
    #expect(part.distribution?.totalCount == 4)
    let nothing = Tensor(rounding: [.nan, .infinity], to: elementType, shape: [2])
    let none = try nothing.statistics(ScanOptions(binCount: 4)).components[0]
    #expect(none.summary.minimum == nil && none.quantiles == nil && none.histogram == nil)
  }

  @Test func `extremes of zeros keep the sign`() throws {
    let negative = try statistics([-0.0, -0.0]).summary
    #expect(negative.minimum?.sign == .minus && negative.maximum?.sign == .minus)
    let mixed = try statistics([0.0, -0.0]).summary
    #expect(mixed.minimum?.sign == .minus && mixed.maximum?.sign == .plus)
    let below = try statistics([-1, 0.0, -0.0]).summary
    #expect(below.maximum?.sign == .plus)
  }

  @Test func `a complex element is NaN or infinite if a part is`() throws {
    let parts: [Float] = [1, 2, .nan, .infinity, .infinity, 0, 3, -.infinity, 0, -0.0, 0, 5]
    let bytes = Tensor(parts, shape: [12]).bytes
    let tensor = Tensor(bytes: bytes, elementType: .complex64, shape: [6])
    let scanned = try tensor.statistics()
    let counts = ElementCounts(
      count: 6, finite: 3, nan: 1, positiveInfinity: 1, negativeInfinity: 1, zeros: 1)
    #expect(scanned.counts == counts)
    try #require(scanned.components.count == 2)
    #expect(scanned.components[0].summary.counts.finite == 4)
    #expect(scanned.components[1].summary.maximum == 5)
  }

  @Test func `moments of disjoint parts merge`() throws {
    var merged = Moments()
    let whole = try statistics([1, 2, 3, 4, 10]).summary
    for part in [Moments(of: [1, 2]), Moments(), Moments(of: [3, 4, 10])] { merged.merge(part) }
    #expect(merged.count == 5)
    #expect(agree(merged.mean, 4))
    #expect(agree(merged.standardDeviation, whole.standardDeviation ?? .nan))
    #expect(Moments().mean == nil && Moments().standardDeviation == nil && Moments().l2 == nil)
  }
}
