/// Floating-point numbers as NumPy prints them in an array: all alike, aligned at the point.
///
/// As `FloatingFormat` in `numpy/core/arrayprint.py` of NumPy 1.23 with its default options.
enum FloatColumn {
  /// How many digits may stand after the point.
  private static let precision = 8

  /// The texts of values, all equally long.
  static func words<Value: BinaryFloatingPoint & CustomStringConvertible>(
    _ values: [Value]
  ) -> [String] {
    let finite = values.filter(\.isFinite)
    let parts = usesExponent(finite) ? exponentialParts(finite) : positionalParts(finite)
    let hasNegativeInfinity = values.contains { $0.isInfinite && $0 < 0 }
    let specialLength = finite.count == values.count ? 0 : hasNegativeInfinity ? 4 : 3
    let rightLength = parts.map(\.right.utf8.count).max() ?? 0
    let leftLength = max(
      parts.map(\.left.utf8.count).max() ?? 0, specialLength - rightLength - 1)
    var rest = parts[...]
    return values.map { value in
      guard value.isFinite, let part = rest.popFirst() else {
        return specialText(value).padded(toLength: leftLength + 1 + rightLength)
      }
      return part.left.padded(toLength: leftLength) + "."
        + part.right + spaces(rightLength - part.right.utf8.count)
    }
  }

  /// The text of a value that stands alone, as an array without dimensions does.
  ///
  /// It is that of a NumPy scalar (`str`): all shortest digits, an exponent below 1e-4 and from
  /// 1e16.
  static func word<Value: BinaryFloatingPoint & CustomStringConvertible>(
    alone value: Value
  ) -> String {
    guard value.isFinite else { return specialText(value) }
    let decimal = DecimalDigits(shortest: value)
    if value == 0 || (1e-4..<1e16).contains(Double(value.magnitude)) {
      let fraction = decimal.fractionText
      return sign(value) + decimal.integerText + "." + (fraction.isEmpty ? "0" : fraction)
    }
    let fraction = DecimalDigits.text(decimal.digits.dropFirst())
    return sign(value) + DecimalDigits.text(decimal.digits.prefix(1))
      + (fraction.isEmpty ? "" : "." + fraction) + "e" + exponentText(decimal, minimumLength: 2)
  }

  /// Whether values span too much for digits alone; the ratio is computed in their own type.
  private static func usesExponent<Value: BinaryFloatingPoint>(_ finite: [Value]) -> Bool {
    let magnitudes = finite.lazy.map(\.magnitude).filter { $0 != 0 }
    guard let largest = magnitudes.max(), let smallest = magnitudes.min() else { return false }
    return Double(largest) >= 1e8 || Double(smallest) < 1e-4 || largest / smallest > 1000
  }

  /// What stands before the point and after it.
  private typealias Parts = (left: String, right: String)

  private static func positionalParts<Value: BinaryFloatingPoint & CustomStringConvertible>(
    _ finite: [Value]
  ) -> [Parts] {
    finite.map { value in
      var decimal = DecimalDigits(shortest: value)
      if decimal.fractionDigitCount == 0 {
        // Digits before the point are exact: shortest ones may end in zeros that the value has not.
        decimal = DecimalDigits(exactly: Double(value))
      } else if decimal.fractionDigitCount > precision {
        decimal = DecimalDigits(exactly: Double(value)).rounded(toFractionDigits: precision)
      }
      return (sign(value) + decimal.integerText, decimal.fractionText)
    }
  }

  private static func exponentialParts<Value: BinaryFloatingPoint & CustomStringConvertible>(
    _ finite: [Value]
  ) -> [Parts] {
    let shortest = finite.map { value in
      let decimal = DecimalDigits(shortest: value)
      return decimal.digits.count > precision + 1
        ? DecimalDigits(exactly: Double(value)).rounded(toSignificantDigits: precision + 1)
        : decimal
    }
    let digitCount = max(1, shortest.map(\.digits.count).max() ?? 1)
    let exponentLength =
      shortest.map { exponentText($0, minimumLength: 2).utf8.count - 1 }.max() ?? 2
    return finite.map { value in
      // The digits beyond the shortest ones are those of the value, not zeros.
      let decimal = DecimalDigits(exactly: Double(value)).rounded(toSignificantDigits: digitCount)
      let digits = decimal.digits + Array(repeating: 0, count: digitCount - decimal.digits.count)
      return (
        sign(value) + DecimalDigits.text(digits.prefix(1)),
        DecimalDigits.text(digits.dropFirst()) + "e"
          + exponentText(decimal, minimumLength: exponentLength)
      )
    }
  }

  /// The exponent of a number with one digit before the point: `+00`, `-08`, `+120`.
  private static func exponentText(_ decimal: DecimalDigits, minimumLength: Int) -> String {
    let exponent = decimal.digits.isEmpty ? 0 : decimal.exponent - 1
    let text = String(exponent.magnitude)
    return (exponent < 0 ? "-" : "+")
      + String(repeating: "0", count: max(0, minimumLength - text.utf8.count)) + text
  }

  private static func specialText(_ value: some BinaryFloatingPoint) -> String {
    value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"
  }

  private static func sign(_ value: some BinaryFloatingPoint) -> String {
    value.sign == .minus ? "-" : ""
  }
}

/// Some spaces; none if the count is negative.
func spaces(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }

extension String {
  /// The ASCII text with spaces before it.
  func padded(toLength length: Int) -> String { spaces(length - utf8.count) + self }
}
