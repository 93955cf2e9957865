public import Tensors
extension Elements {
  /// How many elements of both are held at once.
  private static let chunkLengthInElements = 1 << 17

  /// Compares with other elements of the same shape, chunk by chunk, off the main actor.
  ///
  /// Types may differ: values are compared. Whole numbers of one type are compared exactly, complex
  /// ones part by part.
  ///
  /// - Parameters:
  ///   - other: The second tensor.
  ///   - tolerance: Finite elements that differ by no more count as equal.
  ///   - report: Called with the fraction done.
  /// - Returns: The difference over all elements.
  /// - Throws: An error of a source, or `CancellationError`.
  /// - Complexity: O(n) in the number of elements; bounded memory for sources.
  @concurrent
  public func difference(
    to other: Elements, tolerance: Double = 0, report: @Sendable (Double) -> Void = { _ in }
  ) async throws -> ElementDifference {
    guard elementType.isComplex == other.elementType.isComplex else {
      // There is no difference of a number and a pair of them.
      var difference = ElementDifference()
      difference.count = shape.elementCount
      difference.changedCount = difference.count
      return difference
    }
    let dimensions = shape.dimensions + (elementType.isComplex ? [2] : [])
    var sums = DifferenceSums(shape: dimensions, tolerance: tolerance)
    try add(other, to: &sums, report)
    if let scale = sums.betterScale {
      sums = DifferenceSums(shape: dimensions, tolerance: tolerance, scale: scale)
      try add(other, to: &sums, report)
    }
    return sums.result
  }

  private func add(
    _ other: Elements, to sums: inout DifferenceSums, _ report: (Double) -> Void
  ) throws {
    let count = shape.elementCount
    let isExact = elementType.isInteger && elementType == other.elementType
    let size = elementType.bitCount / 8
    for start in stride(from: 0, to: count, by: Self.chunkLengthInElements) {
      try Task.checkCancellation()
      let range = start..<min(start + Self.chunkLengthInElements, count)
      let (first, second) = (try bytes(of: range), try other.bytes(of: range))
      sums.add(
        elementType.decodedDoubles(from: first, elementCount: range.count),
        other.elementType.decodedDoubles(from: second, elementCount: range.count),
        areEqual: isExact
          ? { first[($0 * size)..<($0 * size + size)] == second[($0 * size)..<($0 * size + size)] }
          : nil)
      report(Double(range.upperBound) / Double(count))
    }
  }
}

extension Elements {
  /// The type of the elements.
  public var elementType: ElementType {
    switch self {
    case .memory(let tensor): tensor.elementType
    case .source(let source, let index): source.tensors[index].elementType
    }
  }

  /// The dimensions.
  public var shape: Shape {
    switch self {
    case .memory(let tensor): tensor.shape
    case .source(let source, let index): source.tensors[index].shape
    }
  }

  /// Reads some bytes: little-endian, C order.
  ///
  /// - Throws: An error of the source.
  public func readBytes(_ range: Range<Int>) throws -> [UInt8] {
    switch self {
    case .memory(let tensor): return tensor.bytes(in: range)
    case .source(let source, let index): return try source.readBytes(range, ofTensorAt: index)
    }
  }

  /// The bytes of some elements, which begin at a multiple of eight.
  private func bytes(of range: Range<Int>) throws -> [UInt8] {
    let bits = elementType.bitCount
    return try readBytes((range.lowerBound * bits / 8)..<((range.upperBound * bits + 7) / 8))
  }
}
