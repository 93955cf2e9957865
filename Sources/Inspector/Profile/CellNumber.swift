private import Glibc
internal import Tensors

/// Numbers in at most 6 columns: `1.366`, `0.0210`, `12.34`, `9e-5`, `12.3k`.
enum CellNumber {
  static func text(_ value: Double, isCount: Bool) -> String {
    guard value.isFinite else { return NumberText.value(value) }
    let magnitude = abs(value)
    if magnitude == 0 { return "0" }
    if magnitude >= 9999.5 { return large(value) }
    if isCount || magnitude >= 999.5 { return fixed(value, 0) }
    if magnitude >= 99.95 { return fixed(value, 1) }
    if magnitude >= 9.995 { return fixed(value, 2) }
    if magnitude >= 0.09995 || value < 0, magnitude >= 0.0095 { return fixed(value, 3) }
    if magnitude >= 0.0009995, value > 0 { return fixed(value, 4) }
    return small(value)
  }

  private static func large(_ value: Double) -> String {
    for (size, unit) in [(1e3, "k"), (1e6, "M"), (1e9, "G"), (1e12, "T")]
    where abs(value) < size * 999.5 {
      return fixed(value / size, abs(value) < size * 99.95 ? 1 : 0) + unit
    }
    return small(value)
  }

  /// One digit and an exponent.
  private static func small(_ value: Double) -> String {
    var exponent = Int(floor(log10(abs(value))))
    // The smallest values are scaled up: their power of ten would be zero.
    let scale = exponent < -300 ? 20 : 0
    let scaled = abs(value) * pow(10, Double(scale))
    var digit = Int((scaled / pow(10, Double(exponent + scale))).rounded())
    if digit >= 10 { (digit, exponent) = (1, exponent + 1) }
    return (value < 0 ? "-" : "") + "\(max(1, digit))e\(exponent)"
  }

  private static func fixed(_ value: Double, _ digitCount: Int) -> String {
    let scale = [1, 10, 100, 1000, 10000][digitCount]
    let rounded = Int((abs(value) * Double(scale)).rounded())
    let sign = value < 0 && rounded > 0 ? "-" : ""
    if digitCount == 0 { return sign + "\(rounded)" }
    let fraction = "\(rounded % scale)"
    let zeros = String(repeating: "0", count: digitCount - fraction.count)
    return sign + "\(rounded / scale).\(zeros)\(fraction)"
  }
}
