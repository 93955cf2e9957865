extension Tensor {
  /// Creates a tensor of 16-bit floats.
  ///
  /// - Precondition: `elements` has as many elements as `shape`.
  public init(_ elements: [Float16], shape: Shape) {
    let codes = elements.map(\.bitPattern)
    self.init(
      bytes: unsafe codes.reinterpreted(as: UInt8.self), elementType: .float16, shape: shape)
  }

  /// Creates a tensor of a type from 32-bit floats, each rounded to nearest even.
  ///
  /// Integers are truncated toward zero and saturate; NaN becomes 0.
  ///
  /// - Returns: A tensor, or nil if the engine does not compute with that type.
  /// - Precondition: `elements` has as many elements as `shape`.
  public init?(_ elements: [Float], convertedTo elementType: ElementType, shape: Shape) {
    switch elementType {
    case .float16, .bfloat16, .float32, .float64:
      self.init(rounding: elements, to: elementType, shape: shape)
    case .bool:
      self.init(bytes: elements.map { $0 == 0 ? 0 : 1 }, elementType: .bool, shape: shape)
    case .uint8: self.init(integers: elements, as: UInt8.self, elementType, shape)
    case .int8: self.init(integers: elements, as: Int8.self, elementType, shape)
    case .uint16: self.init(integers: elements, as: UInt16.self, elementType, shape)
    case .int16: self.init(integers: elements, as: Int16.self, elementType, shape)
    case .uint32: self.init(integers: elements, as: UInt32.self, elementType, shape)
    case .int32: self.init(integers: elements, as: Int32.self, elementType, shape)
    case .uint64: self.init(integers: elements, as: UInt64.self, elementType, shape)
    case .int64: self.init(integers: elements, as: Int64.self, elementType, shape)
    default: return nil
    }
  }

  /// The same values as elements of another type, rounded to nearest even.
  ///
  /// - Returns: A tensor, or nil for complex values and types that the engine does not compute with.
  public func converted(to elementType: ElementType) -> Tensor? {
    if elementType == self.elementType { return self }
    guard !self.elementType.isComplex else { return nil }
    if elementType == .float64 { return Tensor(doubles, shape: shape) }
    return Tensor(floats, convertedTo: elementType, shape: shape)
  }

  private init<Integer: FixedWidthInteger>(
    integers elements: [Float], as type: Integer.Type, _ elementType: ElementType, _ shape: Shape
  ) {
    let bytes = elements.flatMap { element in
      let integer = Integer(saturating: element)
      return (0..<(Integer.bitWidth / 8)).map { UInt8(truncatingIfNeeded: integer >> ($0 * 8)) }
    }
    self.init(bytes: bytes, elementType: elementType, shape: shape)
  }
}

extension FixedWidthInteger {
  fileprivate init(saturating value: Float) {
    if value.isNaN {
      self = 0
    } else if let exact = Self(exactly: value.rounded(.towardZero)) {
      self = exact
    } else {
      self = value < 0 ? .min : .max
    }
  }
}
