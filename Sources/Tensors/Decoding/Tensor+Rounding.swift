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

extension Tensor {
  /// The same real values in a floating-point type, each rounded once, to nearest even.
  ///
  /// - Precondition: The type is float16, bfloat16, float32 or float64, and no element is complex.
  /// - Complexity: O(n).
  public func rounded(to elementType: ElementType) -> Tensor {
    if elementType == .float64 { return Tensor(doubles, shape: shape) }
    guard case .float64(let elements) = storage, elementType != .float32 else {
      return Tensor(rounding: floats, to: elementType, shape: shape)
    }
    return Tensor(rounding: elements.map(Float.init(roundedToOdd:)), to: elementType, shape: shape)
  }
}

extension Float {
  /// A neighbour of a double from which rounding to fewer bits gives what one rounding gives.
  ///
  /// Of two neighbours it is the odd one, so that it never lies half-way between shorter numbers.
  /// Source: Boldo and Melquiond, "Emulation of FMA and correctly rounded sums", 2008.
  fileprivate init(roundedToOdd value: Double) {
    let nearest = Float(value)
    self = nearest
    guard nearest.isFinite, Double(nearest) != value, nearest.bitPattern & 1 == 0 else { return }
    self = Double(nearest) < value ? nearest.nextUp : nearest.nextDown
  }
}
