/// How MXNet's operators receive a Python number: as text, read back by a parser of its own.
///
/// The parser is not correctly rounded, so about 9 % of numbers end one unit away from the nearest
/// 32-bit float. Source: `engine.md`, section 5; dmlc-core `include/dmlc/strtonum.h`.
public enum ScalarArgument {
  /// The 32-bit float that an operator computes with when Python passes `value`.
  public static func parsed(_ value: Double) -> Float {
    if value.isNaN { return .nan }
    if value.isInfinite { return value < 0 ? -.infinity : .infinity }
    return parsed(text: pythonText(value))
  }

  /// The text that Python's `repr` gives a number: shortest digits, exponent from 16 and below -4.
  public static func pythonText(
    _ value: some BinaryFloatingPoint & CustomStringConvertible
  ) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    let sign = value.sign == .minus ? "-" : ""
    let (digits, point) = shortestDigits(value.magnitude)
    let exponent = point - 1
    if exponent < -4 || exponent >= 16 {
      let fraction = digits.count > 1 ? "." + String(digits.dropFirst()) : ""
      let size = exponent.magnitude < 10 ? "0\(exponent.magnitude)" : "\(exponent.magnitude)"
      return "\(sign)\(digits.prefix(1))\(fraction)e\(exponent < 0 ? "-" : "+")\(size)"
    }
    if point <= 0 { return "\(sign)0." + String(repeating: "0", count: -point) + digits }
    if digits.count <= point {
      return sign + digits + String(repeating: "0", count: point - digits.count) + ".0"
    }
    return "\(sign)\(digits.prefix(point)).\(digits.dropFirst(point))"
  }

  /// The shortest decimal digits of a finite number that is not negative, and where its point stands.
  private static func shortestDigits(
    _ value: some BinaryFloatingPoint & CustomStringConvertible
  ) -> (digits: String, point: Int) {
    guard value > 0 else { return ("0", 1) }
    var mantissa = value.description
    var exponent = 0
    if let mark = mantissa.firstIndex(of: "e") {
      exponent = Int(mantissa[mantissa.index(after: mark)...]) ?? 0
      mantissa = String(mantissa[..<mark])
    }
    let parts = mantissa.split(separator: ".", maxSplits: 1)
    let integer = parts[0]
    let all = integer + (parts.count > 1 ? parts[1] : "")
    let leading = all.prefix { $0 == "0" }.count
    var digits = all.dropFirst(leading)
    while digits.last == "0" { digits.removeLast() }
    return (String(digits), integer.count - leading + exponent)
  }

  /// Reads what `pythonText` writes of a finite number, with dmlc's roundings.
  static func parsed(text: String) -> Float {
    var rest = Substring(text)
    let isNegative = rest.first == "-"
    if isNegative { rest.removeFirst() }
    var value = Float(UInt64(rest.takeDigits()) ?? 0)
    if rest.first == "." {
      rest.removeFirst()
      value += fraction(rest.takeDigits().prefix(19))
    }
    if rest.first == "e" {
      rest.removeFirst()
      value = scale(value, exponent: Int(rest) ?? 0)
    }
    return isNegative ? -value : value
  }

  private static func fraction(_ digits: Substring) -> Float {
    var power: UInt64 = 1
    for _ in digits { power *= 10 }
    return Float(Double(UInt64(digits) ?? 0) / Double(power))
  }

  private static func scale(_ value: Float, exponent: Int) -> Float {
    var left = exponent.magnitude
    var scale: Float = 1
    while left >= 8 {
      scale *= 1e8
      left -= 8
    }
    for _ in 0..<left { scale *= 10 }
    return exponent < 0 ? value / scale : value * scale
  }
}

extension Substring {
  fileprivate mutating func takeDigits() -> Substring {
    let digits = prefix { $0.isASCII && $0.isNumber }
    removeFirst(digits.count)
    return digits
  }
}
