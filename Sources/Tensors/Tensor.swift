/// A dense array of elements in C order, as a value.
public struct Tensor: Hashable, Sendable {
  /// The dimensions.
  public let shape: Shape
  /// The elements.
  public internal(set) var storage: Storage

  /// How elements are held: the types that the engine computes with natively, others as bytes.
  public enum Storage: Hashable, Sendable {
    /// 32-bit floats.
    case float32([Float])
    /// 64-bit floats.
    case float64([Double])
    /// Little-endian packed elements of any other type.
    case bytes([UInt8], ElementType)
  }

  /// Creates a tensor of 32-bit floats.
  ///
  /// - Precondition: `elements` has as many elements as `shape`.
  public init(_ elements: [Float], shape: Shape) {
    precondition(elements.count == shape.elementCount, "elements do not fill the shape")
    self.shape = shape
    storage = .float32(elements)
  }

  /// Creates a tensor of 64-bit floats.
  ///
  /// - Precondition: `elements` has as many elements as `shape`.
  public init(_ elements: [Double], shape: Shape) {
    precondition(elements.count == shape.elementCount, "elements do not fill the shape")
    self.shape = shape
    storage = .float64(elements)
  }

  /// Creates a tensor of any type from its little-endian bytes.
  ///
  /// - Precondition: `bytes` has exactly the bytes that `shape` needs.
  /// - Complexity: O(n); float32 and float64 are converted to native arrays.
  public init(bytes: [UInt8], elementType: ElementType, shape: Shape) {
    let bitCount = shape.elementCount * elementType.bitCount
    precondition(bytes.count == (bitCount + 7) / 8, "bytes do not fill the shape")
    self.shape = shape
    storage =
      switch elementType {
      case .float32: .float32(unsafe bytes.reinterpreted(as: Float.self))
      case .float64: .float64(unsafe bytes.reinterpreted(as: Double.self))
      default: .bytes(bytes, elementType)
      }
  }

  /// The type of the elements.
  public var elementType: ElementType {
    switch storage {
    case .float32: .float32
    case .float64: .float64
    case .bytes(_, let elementType): elementType
    }
  }

  /// The number of elements.
  public var elementCount: Int { shape.elementCount }

  /// The little-endian bytes of the elements.
  ///
  /// - Complexity: O(n) for float32 and float64.
  public var bytes: [UInt8] {
    switch storage {
    case .float32(let elements): unsafe elements.reinterpreted(as: UInt8.self)
    case .float64(let elements): unsafe elements.reinterpreted(as: UInt8.self)
    case .bytes(let bytes, _): bytes
    }
  }

  /// Some of the little-endian bytes of the elements.
  ///
  /// - Precondition: `range` lies inside the bytes.
  /// - Complexity: O(n) in the length of `range`.
  public func bytes(in range: Range<Int>) -> [UInt8] {
    switch storage {
    case .float32(let elements): elements.bytes(in: range, elementByteCount: 4)
    case .float64(let elements): elements.bytes(in: range, elementByteCount: 8)
    case .bytes(let bytes, _): Array(bytes[range])
    }
  }

  /// The same elements under another shape.
  ///
  /// - Precondition: `shape` has as many elements.
  public func reshaped(to shape: Shape) -> Tensor {
    switch storage {
    case .float32(let elements): Tensor(elements, shape: shape)
    case .float64(let elements): Tensor(elements, shape: shape)
    case .bytes(let bytes, let elementType):
      Tensor(bytes: bytes, elementType: elementType, shape: shape)
    }
  }
}

extension Array {
  /// The bytes of a range, of elements that have so many each.
  fileprivate func bytes(in range: Range<Int>, elementByteCount size: Int) -> [UInt8] {
    let (first, end) = (range.lowerBound / size, (range.upperBound + size - 1) / size)
    let bytes = unsafe Array(self[first..<end]).reinterpreted(as: UInt8.self)
    return Array<UInt8>(
      bytes[(range.lowerBound - first * size)..<(range.upperBound - first * size)])
  }

  /// The same bytes as elements of another type; both are trivial, and the machine little-endian.
  @unsafe func reinterpreted<Other>(as type: Other.Type) -> [Other] {
    unsafe withUnsafeBytes { source in
      unsafe [Other](unsafeUninitializedCapacity: source.count / MemoryLayout<Other>.stride) {
        buffer, count in
        // `buffer` has room for every whole element of `source`, so the copy stays inside both.
        count = source.count / MemoryLayout<Other>.stride
        unsafe UnsafeMutableRawBufferPointer(buffer).copyMemory(
          from: UnsafeRawBufferPointer(rebasing: source[..<(count * MemoryLayout<Other>.stride)]))
      }
    }
  }
}
