extension Tensor {
  /// The text that NumPy prints for an array of these elements, with its default options.
  ///
  /// Floats and integers print as in NumPy 1.23, bit for bit. Floats under 16 bits, and bfloat16,
  /// print as the equal float32. Complex elements, which MXNet does not have, stand as their bits
  /// in hexadecimal.
  ///
  /// - Complexity: O(n) in the number of elements shown: all up to 1,000, beyond that at most 6
  ///   along each axis.
  public var numpyDescription: String {
    guard elementCount > 0 else { return "[]" }
    let layout = ArrayLayout(shape)
    return layout.text(words(at: layout.visibleIndices))
  }

  /// The text that NumPy prints for a selection, of which only the elements shown are read.
  ///
  /// - Parameters:
  ///   - selection: The elements of an array.
  ///   - elementType: The type of its elements.
  ///   - read: Reads a range of its bytes: little-endian, C order.
  /// - Returns: Lines without a last line end.
  /// - Throws: What `read` throws.
  /// - Complexity: As for the text of a tensor.
  public static func numpyDescription(
    of selection: TensorSelection, elementType: ElementType,
    read: (Range<Int>) throws -> [UInt8]
  ) throws -> String {
    guard selection.elementCount > 0 else { return "[]" }
    let shown = try selection.shownByNumPy.tensor(of: elementType, read: read)
    return ArrayLayout(selection.shape).text(shown.words(at: Array(0..<shown.elementCount)))
  }

  /// The text that MXNet prints for an array on the CPU: a line of its own, the array, its shape.
  public var mxnetDescription: String {
    let dimensions = shape.dimensions.map(String.init).joined(separator: "x")
    return "\n\(numpyDescription)\n<NDArray \(dimensions) @cpu(0)>"
  }

  /// The texts of some elements, aligned with each other.
  private func words(at indices: [Int]) -> [String] {
    switch storage {
    case .float32(let elements): return words(indices.map { elements[$0] })
    case .float64(let elements): return words(indices.map { elements[$0] })
    case .bytes(let bytes, let elementType):
      if elementType == .float16 { return words(indices.map { Float16(element(at: $0)) }) }
      guard elementType.isInteger || elementType.isComplex else {
        return words(indices.map { Float(element(at: $0)) })
      }
      let bits = indices.map { bytes.bits(ofElement: $0, byteCount: elementType.bitCount / 8) }
      return words(bits, elementType)
    }
  }

  private func words<Value: BinaryFloatingPoint & CustomStringConvertible>(
    _ values: [Value]
  ) -> [String] {
    shape.rank == 0 ? values.map { FloatColumn.word(alone: $0) } : FloatColumn.words(values)
  }

  /// The texts of elements that are given by their bits.
  private func words(_ bits: [UInt128], _ elementType: ElementType) -> [String] {
    switch elementType {
    case .bool: bits.map { ($0 == 0 ? "False" : "True").padded(toLength: shape.rank == 0 ? 0 : 5) }
    case .int8: Self.aligned(bits.map { String(Int8(truncatingIfNeeded: $0)) })
    case .int16: Self.aligned(bits.map { String(Int16(truncatingIfNeeded: $0)) })
    case .int32: Self.aligned(bits.map { String(Int32(truncatingIfNeeded: $0)) })
    case .int64: Self.aligned(bits.map { String(Int64(truncatingIfNeeded: $0)) })
    case _ where elementType.isInteger: Self.aligned(bits.map { String($0) })
    default: bits.map { "0x" + Self.hexadecimal($0, digitCount: elementType.bitCount / 4) }
    }
  }

  private static func aligned(_ texts: [String]) -> [String] {
    let length = texts.map(\.utf8.count).max() ?? 0
    return texts.map { $0.padded(toLength: length) }
  }

  private static func hexadecimal(_ bits: UInt128, digitCount: Int) -> String {
    let text = String(bits, radix: 16)
    return String(repeating: "0", count: digitCount - text.utf8.count) + text
  }
}

extension [UInt8] {
  /// The bits of a little-endian element.
  fileprivate func bits(ofElement index: Int, byteCount: Int) -> UInt128 {
    self[(index * byteCount)..<((index + 1) * byteCount)].reversed().reduce(0) { bits, byte in
      bits << 8 | UInt128(byte)
    }
  }
}
