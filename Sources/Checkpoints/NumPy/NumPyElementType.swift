internal import Tensors
internal import Words

/// How NumPy stores the elements of an array.
struct NumPyElementType: Hashable, Sendable {
  /// The type that they are read as.
  let elementType: ElementType
  /// The size of a number as it is stored; a complex element has two.
  let storedByteCount: Int
  let isBigEndian: Bool
  /// Whether a number is an extended float of x86, which is rounded to 64 bits.
  let isExtended: Bool

  /// The size of an element as it is stored.
  var strideInBytes: Int { storedByteCount * (elementType.isComplex ? 2 : 1) }

  /// Whether the bytes are those of the element type.
  var isNative: Bool { !isExtended && (!isBigEndian || storedByteCount == 1) }

  /// Understands a type as the header names it: `<f4`.
  init(parsing name: String) throws(NumPyProblem) {
    var rest = name[...]
    let order = rest.first.flatMap { "<>|=".contains($0) ? $0 : nil }
    if order != nil { rest.removeFirst() }
    let kind = rest.popFirst()
    if let problem = Self.problem(of: kind, named: name) { throw problem }
    isBigEndian = order == ">"
    if rest == "", kind == "?" {
      (elementType, storedByteCount, isExtended) = (.bool, 1, false)
      return
    }
    guard let kind, let size = Int(rest), rest.allSatisfy(\.isNumber) else {
      throw .unknownType(typeName: name)
    }
    isExtended = ["f12", "f16", "c24", "c32"].contains("\(kind)\(size)")
    storedByteCount = kind == "c" ? size / 2 : size
    if isExtended {
      elementType = kind == "c" ? .complex128 : .float64
    } else if let type = Self.names.first(where: { $0.value == "\(kind)\(size)" })?.key {
      elementType = type
    } else {
      throw .unknownType(typeName: name)
    }
  }

  /// What NumPy calls the types, without the order of bytes.
  static let names: [ElementType: String] = [
    .bool: "b1", .uint8: "u1", .int8: "i1", .uint16: "u2", .int16: "i2", .uint32: "u4",
    .int32: "i4", .uint64: "u8", .int64: "i8", .float16: "f2", .float32: "f4", .float64: "f8",
    .complex64: "c8", .complex128: "c16",
  ]

  private static func problem(of kind: Character?, named name: String) -> NumPyProblem? {
    switch kind {
    case "O": .objects(typeName: name)
    case "S", "a": .notNumeric(typeName: name, what: "bytes")
    case "U": .notNumeric(typeName: name, what: "text")
    case "M": .notNumeric(typeName: name, what: "dates")
    case "m": .notNumeric(typeName: name, what: "durations")
    case "V":
      .notNumeric(typeName: name, what: "raw bytes, as NumPy saves bfloat16 and float8 too")
    default: nil
    }
  }

  /// The elements in little-endian bytes of the element type.
  func decoded(_ stored: [UInt8]) -> [UInt8] {
    if isNative { return stored }
    var stored = stored
    if isBigEndian {
      for start in stride(from: 0, to: stored.count, by: storedByteCount) {
        stored[start..<(start + storedByteCount)].reverse()
      }
    }
    guard isExtended else { return stored }
    return stride(from: 0, to: stored.count, by: storedByteCount).flatMap { start in
      Self.double(
        mantissa: stored.number(UInt64.self, at: start),
        code: stored.number(UInt16.self, at: start + 8)
      ).bitPattern.littleEndianBytes
    }
  }

  /// The 64-bit float next to an extended one.
  ///
  /// Source: Intel SDM volume 1, section 4.2.2: a mantissa with its leading bit, 15 bits of exponent, a sign.
  private static func double(mantissa: UInt64, code: UInt16) -> Double {
    let sign: FloatingPointSign = code & 0x8000 == 0 ? .plus : .minus
    let exponent = Int(code & 0x7FFF)
    if exponent == 0x7FFF {
      guard mantissa << 1 == 0 else { return .nan }
      return sign == .minus ? -.infinity : .infinity
    }
    // Two steps, because one would overflow where the result does not.
    let power = max(exponent, 1) - 16383 - 63
    let half = power / 2
    let scaled = Double(sign: sign, exponent: half, significand: Double(mantissa))
    return Double(sign: .plus, exponent: power - half, significand: 1) * scaled
  }
}
