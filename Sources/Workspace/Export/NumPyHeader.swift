internal import Tensors

/// What stands in front of the elements of an `.npy` file.
///
/// Source: NumPy, `numpy/lib/format.py`, format version 1.0.
struct NumPyHeader {
  let elementType: ElementType
  let shape: Shape

  /// Whether elements become 32-bit floats, because NumPy has no type for them.
  var widens: Bool { descriptor == nil }

  /// The size of an element in the file.
  var elementByteCount: Int { widens ? 4 : elementType.bitCount / 8 }

  /// The header, as long as a multiple of 64 bytes.
  var bytes: [UInt8] {
    var text = "{'descr': '\(descriptor ?? "<f4")', 'fortran_order': False, "
    text += "'shape': \(shape.pythonDescription), }"
    let prefix: [UInt8] = [0x93] + Array("NUMPY".utf8) + [1, 0]
    let length = (prefix.count + 2 + text.utf8.count + 1 + 63) / 64 * 64 - prefix.count - 2
    text += String(repeating: " ", count: length - text.utf8.count - 1) + "\n"
    return prefix + [UInt8(truncatingIfNeeded: length), UInt8(truncatingIfNeeded: length >> 8)]
      + Array(text.utf8)
  }

  /// NumPy's name of the type, or nil.
  private var descriptor: String? {
    switch elementType {
    case .bool: "|b1"
    case .uint8: "|u1"
    case .int8: "|i1"
    case .uint16: "<u2"
    case .int16: "<i2"
    case .uint32: "<u4"
    case .int32: "<i4"
    case .uint64: "<u8"
    case .int64: "<i8"
    case .float16: "<f2"
    case .float32: "<f4"
    case .float64: "<f8"
    case .complex64: "<c8"
    case .complex128: "<c16"
    default: nil
    }
  }
}
