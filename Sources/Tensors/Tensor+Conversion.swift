extension Tensor {
  /// Creates a tensor of 16-bit floats.
  ///
  /// - Precondition: `elements` has as many elements as `shape`.
  public init(_ elements: [Float16], shape: Shape) {
    self.init(words: elements.lazy.map(\.bitPattern), elementType: .float16, shape: shape)
  }

  /// Creates a tensor of a type from 32-bit floats, each rounded to nearest even.
  ///
  /// Integers are truncated toward zero and saturate; NaN becomes 0.
  ///
  /// - Returns: A tensor, or nil if the engine does not compute with that type.
  /// - Precondition: `elements` has as many elements as `shape`.
  public init?(_ elements: [Float], convertedTo elementType: ElementType, shape: Shape) {
    switch elementType {
    case .float32: self.init(elements, shape: shape)
    case .float64: self.init(elements.map(Double.init), shape: shape)
    case .float16: self.init(elements.map { Float16($0) }, shape: shape)
    case .bfloat16:
      let words = elements.lazy.map(\.bfloat16BitPattern)
      self.init(words: words, elementType: .bfloat16, shape: shape)
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

  /// The elements as 32-bit floats, or nil if the engine does not compute with their type.
  ///
  /// - Complexity: O(n), except for float32.
  public var floats: [Float]? {
    switch storage {
    case .float32(let elements): return elements
    case .float64(let elements): return elements.map(Float.init)
    case .bytes(let bytes, let elementType):
      switch elementType {
      case .float16:
        return bytes.integers(as: UInt16.self).map { Float(Float16(bitPattern: $0)) }
      case .bfloat16:
        return bytes.integers(as: UInt16.self).map { Float(bitPattern: UInt32($0) << 16) }
      case .bool: return bytes.map { $0 == 0 ? 0 : 1 }
      case .uint8: return bytes.map(Float.init)
      case .int8: return bytes.integers(as: Int8.self).map(Float.init)
      case .uint16: return bytes.integers(as: UInt16.self).map(Float.init)
      case .int16: return bytes.integers(as: Int16.self).map(Float.init)
      case .uint32: return bytes.integers(as: UInt32.self).map(Float.init)
      case .int32: return bytes.integers(as: Int32.self).map(Float.init)
      case .uint64: return bytes.integers(as: UInt64.self).map(Float.init)
      case .int64: return bytes.integers(as: Int64.self).map(Float.init)
      default: return nil
      }
    }
  }

  /// The same values as elements of another type, rounded to nearest even.
  ///
  /// - Returns: A tensor, or nil if the engine does not compute with one of the types.
  public func converted(to elementType: ElementType) -> Tensor? {
    if elementType == self.elementType { return self }
    guard let floats else { return nil }
    return Tensor(floats, convertedTo: elementType, shape: shape)
  }

  private init(words: some Sequence<UInt16>, elementType: ElementType, shape: Shape) {
    let bytes = words.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
    self.init(bytes: bytes, elementType: elementType, shape: shape)
  }

  private init<Integer: FixedWidthInteger>(
    integers elements: [Float], as type: Integer.Type, _ elementType: ElementType, _ shape: Shape
  ) {
    let bytes = elements.flatMap { element in
      let integer = Integer(saturating: element).littleEndian
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

extension Float {
  fileprivate var bfloat16BitPattern: UInt16 {
    if isNaN { return UInt16(bitPattern >> 16) | 0x40 }
    return UInt16((bitPattern &+ 0x7FFF &+ (bitPattern >> 16 & 1)) >> 16)
  }
}

extension [UInt8] {
  fileprivate func integers<Integer: FixedWidthInteger>(as type: Integer.Type) -> [Integer] {
    let size = Integer.bitWidth / 8
    return (0..<(count / size)).map { index in
      var integer: Integer = 0
      for byte in 0..<size {
        integer |= Integer(truncatingIfNeeded: self[index * size + byte]) << (byte * 8)
      }
      return integer
    }
  }
}
