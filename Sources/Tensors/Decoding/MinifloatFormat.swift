/// The layout of a floating-point type of at most 16 bits.
///
/// Sources: OCP 8-bit Floating Point Specification 1.0 (2023) for E4M3 and E5M2, OCP Microscaling
/// Formats 1.0 (2023) for E8M0, the 6-bit and the 4-bit kinds, Noune et al., "8-bit Numerical
/// Formats for Deep Neural Networks" (2022) for the FNUZ kinds, IEEE 754-2019 for binary16.
struct MinifloatFormat {
  /// What the codes at the end of the range mean.
  enum Specials {
    /// An exponent of ones is an infinity, or NaN if the mantissa is not zero.
    case ieee
    /// Exponent and mantissa of ones are NaN; there are no infinities.
    case allOnesIsNaN
    /// The code of the negative zero is NaN; there are no infinities.
    case negativeZeroIsNaN
    /// Every code is finite.
    case none
  }

  let exponentBitCount: Int
  let mantissaBitCount: Int
  let bias: Int
  let specials: Specials

  /// The value of `code`: a sign bit, the exponent, then the mantissa.
  func value(ofCode code: Int) -> Float {
    let mantissaMask = 1 << mantissaBitCount - 1
    let exponentMask = 1 << exponentBitCount - 1
    let mantissa = code & mantissaMask
    let exponent = code >> mantissaBitCount & exponentMask
    let isNegative = code >> (mantissaBitCount + exponentBitCount) & 1 == 1
    switch specials {
    case .ieee where exponent == exponentMask:
      return mantissa != 0 ? .nan : isNegative ? -.infinity : .infinity
    case .allOnesIsNaN where exponent == exponentMask && mantissa == mantissaMask: return .nan
    case .negativeZeroIsNaN where isNegative && exponent == 0 && mantissa == 0: return .nan
    default: break
    }
    let significand = exponent == 0 ? mantissa : mantissa + 1 << mantissaBitCount
    let power = max(exponent, 1) - bias - mantissaBitCount
    let magnitude = Float(sign: .plus, exponent: power, significand: Float(significand))
    return isNegative ? -magnitude : magnitude
  }
}

extension ElementType {
  /// The layout of a signed small float, or nil for all other types.
  var minifloatFormat: MinifloatFormat? {
    switch self {
    case .float16:
      MinifloatFormat(exponentBitCount: 5, mantissaBitCount: 10, bias: 15, specials: .ieee)
    case .float8E4M3FN:
      MinifloatFormat(exponentBitCount: 4, mantissaBitCount: 3, bias: 7, specials: .allOnesIsNaN)
    case .float8E5M2:
      MinifloatFormat(exponentBitCount: 5, mantissaBitCount: 2, bias: 15, specials: .ieee)
    case .float8E4M3FNUZ:
      MinifloatFormat(
        exponentBitCount: 4, mantissaBitCount: 3, bias: 8, specials: .negativeZeroIsNaN)
    case .float8E5M2FNUZ:
      MinifloatFormat(
        exponentBitCount: 5, mantissaBitCount: 2, bias: 16, specials: .negativeZeroIsNaN)
    case .float6E2M3FN:
      MinifloatFormat(exponentBitCount: 2, mantissaBitCount: 3, bias: 1, specials: .none)
    case .float6E3M2FN:
      MinifloatFormat(exponentBitCount: 3, mantissaBitCount: 2, bias: 3, specials: .none)
    case .float4E2M1FN:
      MinifloatFormat(exponentBitCount: 2, mantissaBitCount: 1, bias: 1, specials: .none)
    default: nil
    }
  }
}
