internal import Tensors

/// The operation of a dropout: some elements become 0, and the others are made larger.
///
/// Source: `engine.md`, section 5; MXNet `DropoutOp` in `src/operator/nn/dropout-inl.h`.
enum DropoutMask {
  /// Draws what becomes of each element: 0, or what it is multiplied by.
  ///
  /// - Parameters:
  ///   - shape: The shape of the mask.
  ///   - elementType: The type of the input; 64-bit floats take two words of the stream each.
  ///   - rate: The share of elements that are zeroed.
  ///   - stream: What is drawn from.
  /// - Returns: The mask.
  static func draw(
    _ shape: Shape, _ elementType: ElementType, rate: Float, from stream: inout RandomStream
  ) -> Tensor {
    let keep = 1 - rate
    let count = shape.elementCount
    if elementType == .float64 {
      let draws = stream.uniformDoubles(low: 0, high: 1, count: count)
      let scale = 1 / Double(keep)
      return Tensor(draws.map { (Float($0) <= keep ? 1 : 0) * scale }, shape: shape)
    }
    let scale = 1 / keep
    let draws = stream.uniform(low: 0, high: 1, count: count)
    return Tensor(draws.elementwise { ($0 <= keep ? 1 : 0) * scale }, shape: shape)
  }
}
