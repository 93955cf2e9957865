extension ElementType {
  /// Decodes packed elements to 32-bit floats, exactly.
  ///
  /// - Parameters:
  ///   - bytes: Little-endian elements; the first bits are the first element.
  ///   - elementCount: How many elements to decode.
  /// - Returns: `elementCount` floats, or twice as many for complex64.
  /// - Precondition: The type is exact in 32-bit floats, and `bytes` holds the elements.
  /// - Complexity: O(n).
  public func decodedFloats(from bytes: [UInt8], elementCount: Int) -> [Float] {
    precondition(isExactInFloat, "\(name) is not exact in 32-bit floats")
    let count = elementCount * laneCount
    return unsafe bytes.withUnsafeBytes { source in
      unsafe [Float](unsafeUninitializedCapacity: count) { buffer, initializedCount in
        unsafe decode(
          source, elementCount: elementCount,
          to: UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
        initializedCount = count
      }
    }
  }

  /// Decodes packed elements to 64-bit floats; only 64-bit integers beyond 2^53 are rounded.
  ///
  /// - Parameters:
  ///   - bytes: Little-endian elements; the first bits are the first element.
  ///   - elementCount: How many elements to decode.
  /// - Returns: `elementCount` doubles, or twice as many for complex types.
  /// - Precondition: `bytes` holds the elements.
  /// - Complexity: O(n).
  public func decodedDoubles(from bytes: [UInt8], elementCount: Int) -> [Double] {
    if isExactInFloat {
      return decodedFloats(from: bytes, elementCount: elementCount).map(Double.init)
    }
    let count = elementCount * laneCount
    return unsafe bytes.withUnsafeBytes { source in
      unsafe [Double](unsafeUninitializedCapacity: count) { buffer, initializedCount in
        unsafe decode(
          source, elementCount: elementCount,
          to: UnsafeMutableBufferPointer(rebasing: buffer[..<count]))
        initializedCount = count
      }
    }
  }

  /// Decodes into `output`, which has a place for each lane.
  ///
  /// Every read is at an index below `elementCount * laneCount`, and the first check bounds those.
  @unsafe func decode(
    _ source: UnsafeRawBufferPointer, elementCount: Int,
    to output: UnsafeMutableBufferPointer<Float>
  ) {
    checkRoom(source.count, elementCount, output.count)
    switch self {
    case .float32, .complex64:
      unsafe UnsafeMutableRawBufferPointer(output).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: source[..<(output.count * 4)]))
    case .float16: unsafe decodeFloat16(source, to: output)
    case .bfloat16:
      unsafe convert(source, as: UInt16.self, to: output) { Float(bitPattern: UInt32($0) << 16) }
    case .int16: unsafe convert(source, as: Int16.self, to: output) { Float($0) }
    case .uint16: unsafe convert(source, as: UInt16.self, to: output) { Float($0) }
    case .int8: unsafe convert(source, as: Int8.self, to: output) { Float($0) }
    case .uint8: unsafe convert(source, as: UInt8.self, to: output) { Float($0) }
    case .bool: unsafe convert(source, as: UInt8.self, to: output) { $0 == 0 ? 0 : 1 }
    default:
      let values = CodeTable.values(of: self)
      unsafe values.withUnsafeBufferPointer { values in
        for index in 0..<output.count {
          // A code has `bitCount` bits, and the table an entry for each of them.
          unsafe output[index] = values[code(at: index, in: source)]
        }
      }
    }
  }

  /// Decodes into `output`, which has a place for each lane.
  ///
  /// Every read is at an index below `elementCount * laneCount`, and the first check bounds those.
  @unsafe func decode(
    _ source: UnsafeRawBufferPointer, elementCount: Int,
    to output: UnsafeMutableBufferPointer<Double>
  ) {
    checkRoom(source.count, elementCount, output.count)
    switch self {
    case .float64, .complex128:
      unsafe UnsafeMutableRawBufferPointer(output).copyMemory(
        from: UnsafeRawBufferPointer(rebasing: source[..<(output.count * 8)]))
    case .int32: unsafe convert(source, as: Int32.self, to: output) { Double($0) }
    case .uint32: unsafe convert(source, as: UInt32.self, to: output) { Double($0) }
    case .int64: unsafe convert(source, as: Int64.self, to: output) { Double($0) }
    case .uint64: unsafe convert(source, as: UInt64.self, to: output) { Double($0) }
    default: preconditionFailure("\(name) decodes to 32-bit floats")
    }
  }

  private func checkRoom(_ sourceByteCount: Int, _ elementCount: Int, _ outputCount: Int) {
    guard let byteCount = byteCount(ofElementCount: elementCount), elementCount >= 0 else {
      preconditionFailure("\(elementCount) elements are too many")
    }
    precondition(sourceByteCount >= byteCount, "the bytes end before the last element")
    precondition(outputCount == elementCount * laneCount, "the output has another length")
  }

  /// The code at `index` of a type of at most 8 bits; the lowest bits of a byte come first.
  ///
  /// Types under 8 bits are OCP Microscaling kinds; packed as safetensors and PyTorch pack them.
  @unsafe func code(at index: Int, in source: UnsafeRawBufferPointer) -> Int {
    switch bitCount {
    case 8: return unsafe Int(source[index])
    case 4: return unsafe Int(source[index >> 1]) >> (index & 1 * 4) & 15
    default:
      let bit = index * 6
      let low = unsafe Int(source[bit >> 3])
      let high = unsafe bit & 7 > 2 ? Int(source[bit >> 3 + 1]) : 0
      return (low | high << 8) >> (bit & 7) & 63
    }
  }
}

/// Converts as many stored scalars as `output` has places.
///
/// The caller has checked that `source` holds them.
@unsafe @inline(__always)
private func convert<Stored: BitwiseCopyable, Value>(
  _ source: UnsafeRawBufferPointer, as type: Stored.Type,
  to output: UnsafeMutableBufferPointer<Value>, _ transform: (Stored) -> Value
) {
  for index in 0..<output.count {
    let stored = unsafe source.loadUnaligned(
      fromByteOffset: index * MemoryLayout<Stored>.size, as: Stored.self)
    unsafe output[index] = transform(stored)
  }
}

/// Converts binary16 without branches, so that the loop vectorizes without F16C.
///
/// Shifting exponent and mantissa into place leaves the exponent 112 too small, also for subnormal
/// numbers; a multiplication by 2^112 is exact and repairs both. What is 2^16 or more afterwards had
/// an exponent of ones, and gets the one of binary32.
@unsafe private func decodeFloat16(
  _ source: UnsafeRawBufferPointer, to output: UnsafeMutableBufferPointer<Float>
) {
  let scale = Float(bitPattern: (127 + 112) << 23)
  unsafe convert(source, as: UInt16.self, to: output) { code in
    let magnitude = Float(bitPattern: UInt32(code & 0x7FFF) << 13) * scale
    let special: UInt32 = magnitude >= 65536 ? 0x7F80_0000 : 0
    return Float(bitPattern: magnitude.bitPattern | special | UInt32(code & 0x8000) << 16)
  }
}
