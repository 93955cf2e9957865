public import Tensors

/// Two parameters over one axis, and their difference.
public struct OverlaidFigures: Hashable, Sendable {
  /// The statistics of the first, if there are elements.
  public var first: ScannedTensor?
  /// Those of the second, over the same axis.
  public var second: ScannedTensor?
  /// Those of the second minus the first, where their shapes agree.
  public var difference: ScannedTensor?
  /// The values of the first as NumPy prints them, line by line.
  public var firstText: [String] = []
  /// Those of the second.
  public var secondText: [String] = []

  /// Creates figures of nothing.
  public init() {}

  /// The most lines of values that are kept.
  private static let lineLimit = 200

  /// Computes the statistics of two parameters, off the main actor.
  ///
  /// - Parameters:
  ///   - first: The elements of the first, if it has any.
  ///   - second: The elements of the second, if it has any.
  /// - Returns: What is known of both.
  /// - Throws: An error of a source, or `CancellationError`.
  /// - Complexity: O(n) in the number of elements; bounded memory for sources.
  @concurrent
  public static func compute(_ first: Elements?, _ second: Elements?) async throws
    -> OverlaidFigures
  {
    var figures = OverlaidFigures()
    figures.first = try await first?.scan(ScanOptions())
    figures.second = try await second?.scan(ScanOptions())
    if let axis = axis(for: [figures.first, figures.second].compactMap { $0 }) {
      let options = ScanOptions(axis: axis)
      if figures.first?.axis != axis { figures.first = try await first?.scan(options) }
      if figures.second?.axis != axis { figures.second = try await second?.scan(options) }
    }
    figures.firstText = try await lines(first)
    figures.secondText = try await lines(second)
    if let first, let second, let difference = DifferenceTensor(first, second) {
      figures.difference = try await Elements.source(difference, index: 0).scan(ScanOptions())
    }
    return figures
  }

  /// The axis that covers what the axes of both cover; a constant adds its value, not a width.
  private static func axis(for scans: [ScannedTensor]) -> DisplayAxis? {
    let summaries = scans.map { $0.components.first?.summary }
    let constants = summaries.map { $0?.minimum == $0?.maximum ? $0?.minimum : nil }
    let spread = zip(scans, constants).filter { $0.1 == nil }.compactMap(\.0.axis)
    guard !spread.isEmpty else {
      return scans.compactMap(\.axis).max { $0.high - $0.low < $1.high - $1.low }
    }
    let low = (spread.map(\.low) + constants.compactMap { $0 }).min()
    let high = (spread.map(\.high) + constants.compactMap { $0 }).max()
    return low.flatMap { low in high.map { DisplayAxis(low: low, high: $0) } }
  }

  private static func lines(_ elements: Elements?) async throws -> [String] {
    guard let elements else { return [] }
    return try await elements.numpyDescription().split(separator: "\n").prefix(lineLimit)
      .map(String.init)
  }
}

extension ScannedTensor {
  /// The axis of its first component's distribution.
  fileprivate var axis: DisplayAxis? { components.first?.distribution?.axis }
}

/// The second of two tensors minus the first, as 64-bit floats, computed when it is read.
private struct DifferenceTensor: TensorSource {
  let tensors: [TensorDescription]
  private let first: Elements
  private let second: Elements

  /// Creates the difference; nil if shapes differ, or elements are complex.
  init?(_ first: Elements, _ second: Elements) {
    guard first.shape == second.shape, !first.elementType.isComplex, !second.elementType.isComplex,
      let byteCount = ElementType.float64.byteCount(ofElementCount: first.shape.elementCount)
    else { return nil }
    (self.first, self.second) = (first, second)
    tensors = [
      TensorDescription(
        name: "", elementType: .float64, shape: first.shape, byteCount: byteCount,
        offsetInFile: nil)
    ]
  }

  /// Reads whole elements, of which a scan asks for multiples of eight.
  func readBytes(_ range: Range<Int>, ofTensorAt index: Int) throws -> [UInt8] {
    let elements = (range.lowerBound / 8)..<((range.upperBound + 7) / 8)
    let (left, right) = (try first.doubles(in: elements), try second.doubles(in: elements))
    let difference = Tensor(zip(left, right).map { $1 - $0 }, shape: [elements.count])
    let start = range.lowerBound - elements.lowerBound * 8
    return difference.bytes(in: start..<(start + range.count))
  }
}

extension Elements {
  /// Some elements as 64-bit floats.
  fileprivate func doubles(in range: Range<Int>) throws -> [Double] {
    let bits = elementType.bitCount
    // Packed elements are read from the start of a group that fills whole bytes.
    let first = range.lowerBound / 8 * 8
    let bytes = try readBytes((first * bits / 8)..<((range.upperBound * bits + 7) / 8))
    let count = range.upperBound - first
    return Array(
      elementType.decodedDoubles(from: bytes, elementCount: count)[(range.lowerBound - first)...])
  }
}
