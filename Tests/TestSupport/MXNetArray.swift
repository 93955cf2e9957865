public import Tensors

private import Foundation

/// An array of a fixture that MXNet made: all bytes, or a digest with both ends.
public struct MXNetArray: Decodable, Sendable {
  /// The dimensions.
  public let shape: [Int]
  /// `f32`, `f64`, `f16`, `i32` and so on.
  public let dtype: String
  private let b64: String?
  private let sha256: String?
  private let head: String?

  /// The number of elements.
  public var count: Int { shape.reduce(1, *) }

  /// Whether the fixture's element type is that of the tensors, and every bit is the same.
  public func isIdentical(to tensor: Tensor) -> Bool {
    guard tensor.shape.dimensions == shape, tensor.elementType == elementType else { return false }
    let bytes = tensor.bytes
    if let b64 { return Data(base64Encoded: b64).map(Array.init) == bytes }
    return TestSupport.sha256(bytes) == sha256
  }

  /// The element type.
  public var elementType: ElementType? {
    [
      "f32": .float32, "f64": .float64, "f16": .float16, "i32": .int32, "i64": .int64, "u8": .uint8,
      "i8": .int8, "bool": .bool,
    ][dtype]
  }

  /// All elements, if the fixture has them.
  public var tensor: Tensor? {
    guard let b64, let data = Data(base64Encoded: b64), let elementType else { return nil }
    return Tensor(bytes: Array(data), elementType: elementType, shape: Shape(shape))
  }

  /// All elements as 64-bit floats; none if the fixture does not have them.
  public var doubles: [Double] {
    switch tensor?.storage {
    case .float64(let elements): elements
    case .float32(let elements): elements.map(Double.init)
    default: []
    }
  }
}

/// Reads a fixture in JSON.
///
/// - Parameters:
///   - name: The name of a file in the folder `Fixtures` beside the test.
///   - type: What it holds.
///   - filePath: The test.
/// - Returns: The contents.
/// - Throws: An error if there is no such file, or it holds something else.
public func decodedFixture<Value: Decodable>(
  _ name: String, as type: Value.Type = Value.self, filePath: String = #filePath
) throws -> Value {
  try decodedFile(fixture(name, filePath: filePath))
}

/// Reads a file in JSON.
///
/// - Parameters:
///   - path: The file.
///   - type: What it holds.
/// - Returns: The contents.
/// - Throws: An error if there is no such file, or it holds something else.
public func decodedFile<Value: Decodable>(
  _ path: String, as type: Value.Type = Value.self
) throws -> Value {
  try JSONDecoder().decode(type, from: Data(contentsOf: URL(filePath: path)))
}
