extension RandomStream {
  /// Draws a tensor of a floating type, uniform between two bounds.
  ///
  /// bfloat16 is drawn as float32 and rounded to nearest even.
  ///
  /// - Returns: A tensor, or nil if elements of that type cannot be drawn.
  /// - Precondition: The number of elements of `shape` is representable.
  public mutating func uniformTensor(
    low: Float, high: Float, shape: Shape, elementType: ElementType
  ) -> Tensor? {
    let count = shape.elementCount
    switch elementType {
    case .float32: return Tensor(uniform(low: low, high: high, count: count), shape: shape)
    case .float64: return Tensor(uniformDoubles(low: low, high: high, count: count), shape: shape)
    case .float16: return Tensor(uniformHalves(low: low, high: high, count: count), shape: shape)
    case .bfloat16:
      let values = uniform(low: low, high: high, count: count)
      return Tensor(values, convertedTo: .bfloat16, shape: shape)
    default: return nil
    }
  }

  /// Draws a tensor of a floating type from a normal distribution.
  ///
  /// bfloat16 is drawn as float32 and rounded to nearest even.
  ///
  /// - Returns: A tensor, or nil if elements of that type cannot be drawn.
  /// - Precondition: The number of elements of `shape` is representable.
  public mutating func normalTensor(
    mean: Float, sigma: Float, shape: Shape, elementType: ElementType
  ) -> Tensor? {
    let count = shape.elementCount
    switch elementType {
    case .float32: return Tensor(normal(mean: mean, sigma: sigma, count: count), shape: shape)
    case .float64:
      return Tensor(normalDoubles(mean: mean, sigma: sigma, count: count), shape: shape)
    case .float16: return Tensor(normalHalves(mean: mean, sigma: sigma, count: count), shape: shape)
    case .bfloat16:
      let values = normal(mean: mean, sigma: sigma, count: count)
      return Tensor(values, convertedTo: .bfloat16, shape: shape)
    default: return nil
    }
  }
}
