extension Tensor {
  /// Creates a tensor of a floating-point type from 32-bit floats, rounded to nearest even.
  ///
  /// What is too large becomes infinite, as IEEE 754 says; NaN stays NaN.
  ///
  /// - Precondition: `elementType` is float16, bfloat16, float32 or float64, and `elements` has as
  ///   many elements as `shape`.
  /// - Complexity: O(n).
  public init(rounding elements: [Float], to elementType: ElementType, shape: Shape) {
    switch elementType {
    case .float32: self.init(elements, shape: shape)
    case .float64: self.init(elements.map(Double.init), shape: shape)
    case .float16:
      let codes = elements.map(\.float16BitPattern)
      self.init(
        bytes: unsafe codes.reinterpreted(as: UInt8.self), elementType: elementType, shape: shape)
    case .bfloat16:
      let codes = elements.map(\.bfloat16BitPattern)
      self.init(
        bytes: unsafe codes.reinterpreted(as: UInt8.self), elementType: elementType, shape: shape)
    default: preconditionFailure("rounding to \(elementType.name) is not supported")
    }
  }
}
