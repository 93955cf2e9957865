internal import Tensors

/// One element in words, without loss.
public struct ExactElement: Hashable, Sendable {
  /// The fewest decimal digits that give it back.
  public var decimal: String
  /// As C prints it with `%a`; nil for whole numbers and truth values.
  public var hexadecimal: String?

  init(decimal: String, hexadecimal: String?) {
    self.decimal = decimal
    self.hexadecimal = hexadecimal
  }

  /// The words for an element of one part, or two for a complex one.
  init(_ parts: [Double], _ elementType: ElementType) {
    let decimals = parts.map { Self.shortest($0, elementType) }
    let hexadecimals = parts.map(Self.hexadecimal)
    switch elementType {
    case .bool: self.init(decimal: parts[0] == 0 ? "false" : "true", hexadecimal: nil)
    case _ where elementType.isInteger: self.init(decimal: decimals[0], hexadecimal: nil)
    default:
      self.init(
        decimal: Self.joined(decimals), hexadecimal: Self.joined(hexadecimals))
    }
  }

  private static func joined(_ parts: [String]) -> String {
    guard parts.count > 1 else { return parts[0] }
    return parts[0] + (parts[1].hasPrefix("-") ? "" : "+") + parts[1] + "j"
  }

  /// The shortest decimal in the type itself; what is narrower than 32 bits is written as such.
  private static func shortest(_ value: Double, _ elementType: ElementType) -> String {
    guard value.isFinite else { return NumberText.value(value) }
    if value == 0 { return value.sign == .minus ? "-0" : "0" }
    let text = elementType.isExactInFloat ? "\(Float(value))" : "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// C's `%a`: `0x1.524b3cp-4`.
  static func hexadecimal(_ value: Double) -> String {
    guard value.isFinite else { return NumberText.value(value) }
    let sign = value.sign == .minus ? "-" : ""
    guard value != 0 else { return sign + "0x0p+0" }
    let digits = String(value.significand.significandBitPattern, radix: 16)
    var fraction = String(repeating: "0", count: 13 - digits.count) + digits
    while fraction.last == "0" { fraction.removeLast() }
    let exponent = value.exponent
    return sign + "0x1" + (fraction.isEmpty ? "" : "." + fraction)
      + "p" + (exponent < 0 ? "" : "+") + "\(exponent)"
  }
}
