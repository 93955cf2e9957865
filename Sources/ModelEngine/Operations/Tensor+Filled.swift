internal import Tensors

extension Tensor {
  /// Zeros of the shape and type of a tensor.
  static func zeros(like other: Tensor) -> Tensor { filled(0, like: other) }

  /// Ones of the shape and type of a tensor.
  static func ones(like other: Tensor) -> Tensor { filled(1, like: other) }

  private static func filled(_ value: Double, like other: Tensor) -> Tensor {
    if other.elementType == .float64 {
      return Tensor([Double](repeating: value, count: other.elementCount), shape: other.shape)
    }
    let floats = Tensor(
      [Float](repeating: Float(value), count: other.elementCount), shape: other.shape)
    return floats.converted(to: other.elementType) ?? floats
  }

  /// The sum with a tensor of the same shape and type.
  ///
  /// - Precondition: The shapes are equal, and the types float32 or float64.
  func adding(_ other: Tensor) -> Tensor {
    precondition(shape == other.shape, "the shapes differ")
    if elementType == .float64 {
      return Tensor(doubles.elementwise(other.doubles) { $0 + $1 }, shape: shape)
    }
    return Tensor(floats.elementwise(other.floats) { $0 + $1 }, shape: shape)
  }
}
