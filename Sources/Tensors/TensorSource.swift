/// Named tensors whose bytes are read when they are asked for.
///
/// The meeting point of files and engines: neither knows the other, both speak of these.
public protocol TensorSource: Sendable {
  /// What is there, in the order of the source.
  var tensors: [TensorDescription] { get }

  /// Reads some bytes of a tensor: little-endian, C order.
  ///
  /// - Parameters:
  ///   - range: Byte offsets from the tensor's first byte, inside its byte count.
  ///   - index: A position in the list of tensors.
  /// - Returns: As many bytes as `range` has.
  /// - Throws: An error of the source whose description is one line for the user.
  func readBytes(_ range: Range<Int>, ofTensorAt index: Int) throws -> [UInt8]
}

/// What a source says of a tensor before its bytes are read.
public struct TensorDescription: Hashable, Sendable {
  /// The name, as the source has it.
  public let name: String
  /// The type of the elements.
  public let elementType: ElementType
  /// The dimensions.
  public let shape: Shape
  /// The size of the packed elements in bytes.
  public let byteCount: Int
  /// The offset of the first byte in its file, where there is one.
  public let offsetInFile: Int?

  /// Creates a description.
  public init(
    name: String, elementType: ElementType, shape: Shape, byteCount: Int, offsetInFile: Int?
  ) {
    self.name = name
    self.elementType = elementType
    self.shape = shape
    self.byteCount = byteCount
    self.offsetInFile = offsetInFile
  }
}
