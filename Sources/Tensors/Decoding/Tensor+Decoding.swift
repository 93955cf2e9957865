extension Tensor {
  /// The number of scalars: elements, or twice as many for complex types.
  public var laneCount: Int { elementCount * elementType.laneCount }

  /// The scalars as 32-bit floats; complex elements are a real and an imaginary one.
  ///
  /// Types that 32-bit floats do not hold exactly are rounded to nearest even.
  ///
  /// - Complexity: O(n), O(1) for float32.
  public var floats: [Float] {
    switch storage {
    case .float32(let elements): elements
    case .float64(let elements): elements.map(Float.init)
    case .bytes(let bytes, let elementType):
      elementType.isExactInFloat
        ? elementType.decodedFloats(from: bytes, elementCount: elementCount)
        : elementType.decodedDoubles(from: bytes, elementCount: elementCount).map(Float.init)
    }
  }

  /// The scalars as 64-bit floats; complex elements are a real and an imaginary one.
  ///
  /// Only 64-bit integers beyond 2^53 are rounded.
  ///
  /// - Complexity: O(n), O(1) for float64.
  public var doubles: [Double] {
    switch storage {
    case .float32(let elements): elements.map(Double.init)
    case .float64(let elements): elements
    case .bytes(let bytes, let elementType):
      elementType.decodedDoubles(from: bytes, elementCount: elementCount)
    }
  }

  /// The scalar at a position in C order; complex elements have two, the real one first.
  ///
  /// - Precondition: `index` is at least 0 and below the number of scalars.
  /// - Complexity: O(1).
  public func scalar(at index: Int) -> Double {
    precondition(index >= 0 && index < laneCount, "the index is outside the tensor")
    switch storage {
    case .float32(let elements): return Double(elements[index])
    case .float64(let elements): return elements[index]
    case .bytes(let bytes, let elementType):
      // Eight scalars of any type fill whole bytes, so a group can be cut out and decoded alone.
      let group = index / 8 * 8
      let groupCount = min(8, laneCount - group)
      let scalarBitCount = elementType.bitCount / elementType.laneCount
      let start = group * scalarBitCount / 8
      let slice = Array(bytes[start..<start + (groupCount * scalarBitCount + 7) / 8])
      let decoded = elementType.decodedDoubles(
        from: slice, elementCount: groupCount / elementType.laneCount)
      return decoded[index - group]
    }
  }

  /// The element at a position in C order; of complex elements the real part.
  ///
  /// - Precondition: `index` is at least 0 and below the number of elements.
  /// - Complexity: O(1).
  public func element(at index: Int) -> Double {
    scalar(at: index * elementType.laneCount)
  }
}
