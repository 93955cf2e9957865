/// Numbers as a person reads them in a column: four significant digits, never more.
///
/// Exports use shortest round-trip decimals instead.
public enum NumberText {
  /// A value with 4 significant digits: `0.3652`, `-0.04027`, `2.940`, `-1.234e-4`, `0`.
  ///
  /// Plain from 0.001 up to 99999, with an exponent elsewhere; trailing zeros are kept, an exact
  /// zero is `0` whatever its sign, and NaN and infinities are `NaN`, `Inf` and `-Inf`.
  public static func value(_ value: Double) -> String {
    value.isFinite ? significant(value, digitCount: 4, keepsZeros: true) : special(value)
  }

  /// A tick of an axis: at most 3 significant digits, without trailing zeros.
  public static func tick(_ value: Double) -> String {
    value.isFinite ? significant(value, digitCount: 3, keepsZeros: false) : special(value)
  }

  /// A number in the fewest digits that give it back: `3`, `0.07`, `1e-8`.
  public static func shortest(_ value: Double) -> String {
    let text = "\(value)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A number of moderate size with so many digits after the point: `0.847246`, `1.000000`.
  public static func fixed(_ value: Double, _ digitCount: Int) -> String {
    guard value.isFinite else { return special(value) }
    let decimal = DecimalDigits(exactly: value).rounded(toFractionDigits: digitCount)
    let fraction = decimal.fractionText
    let isNegative = value < 0 && !decimal.digits.isEmpty
    return (isNegative ? "-" : "") + decimal.integerText + "." + fraction
      + String(repeating: "0", count: max(0, digitCount - fraction.count))
  }

  /// A count in a list: exact below 100,000, else 4 digits with k, M, G or T.
  public static func count(_ count: Int) -> String {
    if count < 100_000 { return grouped(count) }
    return scaled(Double(count), step: 1000, units: ["", "k", "M", "G", "T", "P"], separator: "")
  }

  /// A whole number with its thousands parted by commas.
  public static func grouped(_ count: Int) -> String {
    var result = ""
    for (position, digit) in "\(count.magnitude)".reversed().enumerated() {
      if position > 0, position.isMultiple(of: 3) { result.append(",") }
      result.append(digit)
    }
    return (count < 0 ? "-" : "") + String(result.reversed())
  }

  /// A size in IEC units: `640 B`, `1.3 KiB`, `3.81 GiB`.
  public static func bytes(_ byteCount: Int) -> String {
    if byteCount < 1024 { return "\(byteCount) B" }
    let units = ["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"]
    var value = Double(byteCount)
    var unit = 0
    while value >= 1024, unit < units.count - 1 { (value, unit) = (value / 1024, unit + 1) }
    let digitCount = value >= 1000 ? 4 : unit >= 3 || value >= 100 ? 3 : value >= 10 ? 3 : 2
    return significant(value, digitCount: digitCount, keepsZeros: true) + " " + units[unit]
  }

  private static func special(_ value: Double) -> String {
    value.isNaN ? "NaN" : value < 0 ? "-Inf" : "Inf"
  }

  private static func scaled(
    _ value: Double, step: Double, units: [String], separator: String
  ) -> String {
    var value = value
    var unit = 0
    while value >= step, unit < units.count - 1 { (value, unit) = (value / step, unit + 1) }
    return significant(value, digitCount: 4, keepsZeros: true) + separator + units[unit]
  }

  private static func significant(_ value: Double, digitCount: Int, keepsZeros: Bool) -> String {
    guard value != 0 else { return "0" }
    let shortest = DecimalDigits(shortest: value)
    // A whole number that is written out keeps all its digits.
    let digitCount = shortest.exponent == 5 ? max(5, digitCount) : digitCount
    let decimal = shortest.rounded(toSignificantDigits: digitCount)
    var digits = decimal.digits
    if keepsZeros { while digits.count < digitCount { digits.append(0) } }
    let sign = value < 0 ? "-" : ""
    let isPlain = (-2...5).contains(decimal.exponent)
    return sign
      + (isPlain
        ? positional(digits, exponent: decimal.exponent)
        : scientific(digits, exponent: decimal.exponent))
  }

  /// Digits after a point, times ten to the `exponent`, without an exponent.
  private static func positional(_ digits: [UInt8], exponent: Int) -> String {
    let text = digits.map { "\($0)" }
    if exponent <= 0 {
      return "0." + String(repeating: "0", count: -exponent) + text.joined()
    }
    if digits.count <= exponent {
      return text.joined() + String(repeating: "0", count: exponent - digits.count)
    }
    return text[..<exponent].joined() + "." + text[exponent...].joined()
  }

  private static func scientific(_ digits: [UInt8], exponent: Int) -> String {
    let text = digits.map { "\($0)" }
    let fraction = text.dropFirst().joined()
    return text[0] + (fraction.isEmpty ? "" : "." + fraction) + "e\(exponent - 1)"
  }
}
