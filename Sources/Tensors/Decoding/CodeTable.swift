/// The values of all codes of a type of at most 16 bits, made once for each type.
enum CodeTable {
  /// The value of every code of `elementType`, in the order of the codes.
  ///
  /// - Precondition: The type has at most 16 bits.
  static func values(of elementType: ElementType) -> [Float] {
    guard let values = tables[elementType] else {
      preconditionFailure("\(elementType.name) has too many codes")
    }
    return values()
  }

  /// The tables of the types under 16 bits are small and made together; the others on demand.
  private static let tables: [ElementType: @Sendable () -> [Float]] = {
    var tables: [ElementType: @Sendable () -> [Float]] = [
      .float16: { float16 }, .bfloat16: { bfloat16 }, .int16: { int16 }, .uint16: { uint16 },
    ]
    for elementType in ElementType.allCases where elementType.bitCount <= 8 {
      let values = (0..<1 << elementType.bitCount).map { value(ofCode: $0, as: elementType) }
      tables[elementType] = { values }
    }
    return tables
  }()

  private static let float16 = wide(.float16)
  private static let bfloat16 = wide(.bfloat16)
  private static let int16 = wide(.int16)
  private static let uint16 = wide(.uint16)

  private static func wide(_ elementType: ElementType) -> [Float] {
    (0..<1 << 16).map { value(ofCode: $0, as: elementType) }
  }

  /// The value of one code.
  static func value(ofCode code: Int, as elementType: ElementType) -> Float {
    switch elementType {
    case .bool: code == 0 ? 0 : 1
    case .uint8, .uint16: Float(code)
    case .int8: Float(Int8(truncatingIfNeeded: code))
    case .int16: Float(Int16(truncatingIfNeeded: code))
    case .bfloat16: Float(bitPattern: UInt32(code) << 16)
    // A biased exponent alone; the smallest, 2^-127, is subnormal in binary32.
    case .float8E8M0FNU:
      code == 255 ? .nan : Float(sign: .plus, exponent: code - 127, significand: 1)
    default: elementType.minifloatFormat?.value(ofCode: code) ?? .nan
    }
  }
}
