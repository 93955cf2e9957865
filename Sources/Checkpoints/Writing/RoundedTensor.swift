public import Tensors
/// A tensor of another source, each element rounded to another floating-point type when it is read.
struct RoundedTensor: TensorSource {
  private let source: CheckpointContents.Source
  let tensors: [TensorDescription]
  private let elementType: ElementType

  /// Creates the tensor; nil if its elements are no real floating-point numbers.
  init?(_ source: CheckpointContents.Source, to elementType: ElementType) {
    let real: [ElementType] = [.float16, .bfloat16, .float32, .float64]
    let stored = source.elementType
    guard real.contains(elementType), !stored.isInteger, !stored.isComplex, stored != elementType,
      let byteCount = elementType.byteCount(ofElementCount: source.shape.elementCount)
    else { return nil }
    self.source = source
    self.elementType = elementType
    tensors = [
      TensorDescription(
        name: "", elementType: elementType, shape: source.shape, byteCount: byteCount,
        offsetInFile: nil)
    ]
  }

  /// Reads whole elements.
  func readBytes(_ range: Range<Int>, ofTensorAt index: Int) throws -> [UInt8] {
    let size = elementType.bitCount / 8
    let bits = source.elementType.bitCount
    // Packed elements are read from the start of a group that fills whole bytes.
    let wanted = (range.lowerBound / size)..<((range.upperBound + size - 1) / size)
    let first = wanted.lowerBound / 8 * 8
    let stored = try bytes((first * bits / 8)..<((wanted.upperBound * bits + 7) / 8))
    let count = wanted.upperBound - first
    let rounded = Tensor(
      bytes: stored, elementType: source.elementType, shape: [count]
    ).rounded(to: elementType).bytes
    let start = range.lowerBound - first * size
    return Array(rounded[start..<(start + range.count)])
  }

  private func bytes(_ range: Range<Int>) throws -> [UInt8] {
    switch source {
    case .tensor(let tensor): tensor.bytes(in: range)
    case .stored(let source, let index): try source.readBytes(range, ofTensorAt: index)
    }
  }
}

extension CheckpointContents.Source {
  /// The same values, rounded to nearest even; what is no real floating-point number stays as it is.
  ///
  /// - Parameter elementType: float16, bfloat16, float32 or float64; others change nothing.
  /// - Returns: A source of the same shape.
  public func rounded(to elementType: ElementType) -> CheckpointContents.Source {
    RoundedTensor(self, to: elementType).map { .stored($0, index: 0) } ?? self
  }
}
