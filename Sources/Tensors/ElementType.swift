/// The type of one element of a tensor.
///
/// Names are those of NumPy and ml_dtypes. Complex elements are a real part, then an imaginary one.
public enum ElementType: String, Hashable, Sendable, CaseIterable {
  /// One byte; zero is false, anything else is true.
  case bool
  /// An unsigned integer of 8 bits.
  case uint8
  /// A two's complement integer of 8 bits.
  case int8
  /// An unsigned integer of 16 bits.
  case uint16
  /// A two's complement integer of 16 bits.
  case int16
  /// An unsigned integer of 32 bits.
  case uint32
  /// A two's complement integer of 32 bits.
  case int32
  /// An unsigned integer of 64 bits.
  case uint64
  /// A two's complement integer of 64 bits.
  case int64
  /// IEEE 754 binary16.
  case float16
  /// The upper half of a binary32.
  case bfloat16
  /// IEEE 754 binary32.
  case float32
  /// IEEE 754 binary64.
  case float64
  /// Two binary32.
  case complex64
  /// Two binary64.
  case complex128
  /// 1 sign, 4 exponent, 3 mantissa bits; no infinities, one NaN of each sign; largest 448.
  case float8E4M3FN = "float8_e4m3fn"
  /// 1 sign, 5 exponent, 2 mantissa bits, as IEEE 754; largest 57344.
  case float8E5M2 = "float8_e5m2"
  /// 1 sign, 4 exponent, 3 mantissa bits, bias 8; one NaN, no negative zero, no infinities.
  case float8E4M3FNUZ = "float8_e4m3fnuz"
  /// 1 sign, 5 exponent, 2 mantissa bits, bias 16; one NaN, no negative zero, no infinities.
  case float8E5M2FNUZ = "float8_e5m2fnuz"
  /// 8 exponent bits: powers of two, and one NaN.
  case float8E8M0FNU = "float8_e8m0fnu"
  /// 1 sign, 2 exponent, 3 mantissa bits, packed; finite only.
  case float6E2M3FN = "float6_e2m3fn"
  /// 1 sign, 3 exponent, 2 mantissa bits, packed; finite only.
  case float6E3M2FN = "float6_e3m2fn"
  /// 1 sign, 2 exponent, 1 mantissa bit, packed low nibble first; finite only.
  case float4E2M1FN = "float4_e2m1fn"

  /// The name that NumPy or ml_dtypes gives this type.
  public var name: String { rawValue }

  /// The size of one element in bits; types under 8 bits are packed without padding.
  public var bitCount: Int {
    switch self {
    case .float4E2M1FN: 4
    case .float6E2M3FN, .float6E3M2FN: 6
    case .bool, .uint8, .int8, .float8E4M3FN, .float8E5M2, .float8E4M3FNUZ, .float8E5M2FNUZ,
      .float8E8M0FNU:
      8
    case .uint16, .int16, .float16, .bfloat16: 16
    case .uint32, .int32, .float32: 32
    case .uint64, .int64, .float64, .complex64: 64
    case .complex128: 128
    }
  }

  /// Whether elements have a real and an imaginary part.
  public var isComplex: Bool { self == .complex64 || self == .complex128 }

  /// Whether elements are whole numbers or truth values.
  public var isInteger: Bool {
    switch self {
    case .bool, .uint8, .int8, .uint16, .int16, .uint32, .int32, .uint64, .int64: true
    default: false
    }
  }
}
