public import Tensors

extension Distribution {
  /// Draws a tensor of independent values in the element type of `target`.
  ///
  /// Uniform and normal values are drawn as MXNet draws them; any other distribution turns one 64-bit
  /// uniform number a value into its quantile, and rounds that.
  ///
  /// - Throws: `boundsOutOfOrder`, `scaleNotPositive`, or `unsupportedElementType`.
  /// - Complexity: O(n) in the number of elements.
  public func tensor(
    for target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    let (shape, type) = (target.shape, target.elementType)
    let drawn: Tensor?
    switch self {
    case .constant(let value), .normal(let value, 0): return try constantTensor(value, for: target)
    case .uniform(let low, let high):
      guard low <= high else { throw .boundsOutOfOrder(low: Float(low), high: Float(high)) }
      drawn = stream.uniformTensor(
        low: Float(low), high: Float(high), shape: shape, elementType: type)
    case .normal(let mean, let sigma):
      guard sigma > 0 else { throw .scaleNotPositive(Float(sigma)) }
      drawn = stream.normalTensor(
        mean: Float(mean), sigma: Float(sigma), shape: shape, elementType: type)
    default: drawn = try quantiles(for: target, from: &stream)
    }
    guard let drawn else { throw .unsupportedElementType(type) }
    return drawn
  }

  private func quantiles(
    for target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor? {
    guard [.float16, .bfloat16, .float32, .float64].contains(target.elementType) else { return nil }
    let count = target.shape.elementCount
    var values = stream.uniformDoubles(low: 0, high: 1, count: count)
    if let truncated {
      for index in values.indices { values[index] = truncated.quantile(values[index]) }
    } else {
      for index in values.indices { values[index] = quantile(values[index]) }
    }
    return try roundedTensor(values, for: target)
  }
}
