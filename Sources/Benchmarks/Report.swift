/// Lines of a table: who, the least and the median, and how many times as long as the first.
enum Report {
  /// Prints the heading of a section.
  static func heading(_ text: String) { print("\n\(text)") }

  /// Prints the times of contestants in a unit, and the ratio of the least times.
  ///
  /// - Parameters:
  ///   - title: What was measured.
  ///   - times: The times; the first contestant is what the others are compared with.
  ///   - unit: The name of the unit.
  ///   - value: A number of seconds in that unit.
  static func show(
    _ title: String, _ times: [Contest.Times], unit: String, value: (Double) -> Double
  ) {
    print("  \(title)")
    guard let first = times.first else { return }
    for time in times {
      let ratio =
        time.name == first.name
        ? "" : "  \(rounded(time.least / first.least)) times as long as \(first.name)"
      print(
        "    \(padded(time.name, 24)) \(padded(rounded(value(time.least)), 8)) "
          + "\(padded(rounded(value(time.median)), 8)) \(unit)\(ratio)")
    }
  }

  /// Prints a line of numbers.
  static func line(_ name: String, _ values: [Double]) {
    print("    \(padded(name, 24)) " + values.map { padded(rounded($0), 8) }.joined(separator: " "))
  }

  /// Prints a remark.
  static func note(_ text: String) { print("    \(text)") }

  /// Three significant digits.
  static func rounded(_ value: Double) -> String {
    guard value.isFinite, value > 0 else { return "-" }
    var unit = 1.0
    while value / unit >= 1000 { unit *= 10 }
    while value / unit < 100 { unit /= 10 }
    let digits = (value / unit).rounded() * unit
    let text = "\(Float(digits))"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  private static func padded(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}
