extension Tensor {
  /// Each element as the shortest decimal that gives it back in its own type.
  ///
  /// Not a number and infinities are `nan`, `inf` and `-inf`; truth values are 0 and 1; complex
  /// elements are written as Python reads them: `1.5-2.0j`.
  ///
  /// - Complexity: O(n).
  public var shortestDecimals: [String] {
    switch storage {
    case .float32(let elements): return elements.map(Self.decimal)
    case .float64(let elements): return elements.map(Self.decimal)
    case .bytes(let bytes, let type):
      if type == .complex64 || type == .complex128 { return complexDecimals }
      if type == .float16 { return floats.map { Self.decimal(Float16($0)) } }
      // What has few values has shorter decimals than the float that equals it; those are exact.
      guard type.isInteger else { return floats.map(Self.decimal) }
      return (0..<elementCount).map { Self.integer(bytes, type, at: $0) }
    }
  }

  private static func decimal<Value: BinaryFloatingPoint & CustomStringConvertible>(
    _ value: Value
  ) -> String {
    guard value.isFinite else { return value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }
    return FloatColumn.word(alone: value)
  }

  private var complexDecimals: [String] {
    let parts: [String] =
      elementType == .complex64 ? floats.map(Self.decimal) : doubles.map(Self.decimal)
    return (0..<elementCount).map { index in
      let imaginary = parts[2 * index + 1]
      return parts[2 * index] + (imaginary.hasPrefix("-") ? "" : "+") + imaginary + "j"
    }
  }

  private static func integer(_ bytes: [UInt8], _ type: ElementType, at index: Int) -> String {
    let size = type.bitCount / 8
    let bits = bytes[(index * size)..<((index + 1) * size)].reversed().reduce(UInt64(0)) {
      $0 << 8 | UInt64($1)
    }
    return switch type {
    case .bool: bits == 0 ? "0" : "1"
    case .int8: String(Int8(truncatingIfNeeded: bits))
    case .int16: String(Int16(truncatingIfNeeded: bits))
    case .int32: String(Int32(truncatingIfNeeded: bits))
    case .int64: String(Int64(truncatingIfNeeded: bits))
    default: String(bits)
    }
  }
}
