/// A decimal that is not negative: a point, digits, and a power of ten.
struct DecimalDigits: Hashable {
  /// The significant digits, neither beginning nor ending with zero; empty for zero.
  private(set) var digits: [UInt8]
  /// The power of ten; the value is below it, and not below a tenth of it.
  private(set) var exponent: Int

  /// The fewest digits that give a finite value back in its own type.
  init<Value: BinaryFloatingPoint & CustomStringConvertible>(shortest value: Value) {
    // The standard library prints the shortest decimal, and of these the closest.
    let parts = value.magnitude.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    let power = parts.count > 1 ? Int(parts[1]) ?? 0 : 0
    self.init(mantissa.joined().utf8.map { $0 - UInt8(ascii: "0") }, power + mantissa[0].count)
    if let value = value as? Float16, value.magnitude > 2048 { shorten(to: value.magnitude) }
  }

  /// Drops digits that a whole number of 16 bits does not need: the standard library keeps them.
  private mutating func shorten(to value: Float16) {
    for count in 1..<max(1, digits.count) {
      let candidate = rounded(toSignificantDigits: count)
      if Float16(candidate.integerText) == value {
        self = candidate
        return
      }
    }
  }

  /// All digits of a finite value.
  ///
  /// - Complexity: O(n²) in the number of digits, of which a double has up to 767.
  init(exactly value: Double) {
    let magnitude = value.magnitude
    guard magnitude > 0 else {
      self.init([], 0)
      return
    }
    // An integer times a power of two. Negative powers of two are powers of five over powers of ten.
    let fractionBitCount = Double.significandBitCount - magnitude.significand.trailingZeroBitCount
    let power = Int(magnitude.exponent) - fractionBitCount
    var integer = DecimalInteger(UInt64(magnitude.significand * Double(1 << fractionBitCount)))
    integer.multiply(by: power < 0 ? 5 : 2, count: power.magnitude)
    let digits = integer.digits
    self.init(digits, digits.count + min(power, 0))
  }

  private init(_ digits: [UInt8], _ exponent: Int) {
    let leadingZeroCount = digits.prefix { $0 == 0 }.count
    self.digits = Array(digits.dropFirst(leadingZeroCount))
    self.exponent = self.digits.isEmpty ? 0 : exponent - leadingZeroCount
    dropTrailingZeros()
  }

  /// How many digits stand after the point.
  var fractionDigitCount: Int { max(0, digits.count - exponent) }

  /// The value with at most `count` digits after the point, rounded half to even.
  func rounded(toFractionDigits count: Int) -> DecimalDigits {
    rounded(toSignificantDigits: exponent + count)
  }

  /// The value with at most `count` significant digits, rounded half to even.
  func rounded(toSignificantDigits count: Int) -> DecimalDigits {
    guard digits.count > count else { return self }
    var result = self
    let kept = max(0, count)
    result.digits.removeSubrange(kept...)
    if count >= 0, roundsUp(after: kept) {
      while result.digits.last == 9 { result.digits.removeLast() }
      if let last = result.digits.popLast() {
        result.digits.append(last + 1)
      } else {
        result.digits = [1]
        result.exponent += 1
      }
    }
    result.dropTrailingZeros()
    return result
  }

  private func roundsUp(after count: Int) -> Bool {
    // The last digit is never zero, so a five alone is exactly half.
    if digits[count] == 5, digits.count == count + 1 {
      return count > 0 && !digits[count - 1].isMultiple(of: 2)
    }
    return digits[count] >= 5
  }

  private mutating func dropTrailingZeros() {
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }

  /// The digits before the point, at least one.
  var integerText: String {
    guard exponent > 0 else { return "0" }
    return Self.text(digits.prefix(exponent))
      + String(repeating: "0", count: max(0, exponent - digits.count))
  }

  /// The digits after the point, without trailing zeros.
  var fractionText: String {
    guard !digits.isEmpty else { return "" }
    return String(repeating: "0", count: max(0, -exponent))
      + Self.text(digits.dropFirst(max(0, exponent)))
  }

  /// Digits as characters.
  static func text(_ digits: some Sequence<UInt8>) -> String {
    String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }
}

extension Double {
  /// How many low bits of the significand are zero, of a significand from 1 up to 2.
  fileprivate var trailingZeroBitCount: Int {
    min(significandBitPattern.trailingZeroBitCount, Self.significandBitCount)
  }
}

/// A natural number of any size, in groups of nine decimal digits, the lowest first.
private struct DecimalInteger {
  private static let base: UInt64 = 1_000_000_000
  private var groups: [UInt32] = []

  init(_ value: UInt64) {
    var rest = value
    while rest > 0 {
      groups.append(UInt32(rest % Self.base))
      rest /= Self.base
    }
  }

  /// Multiplies by a power of a small number.
  mutating func multiply(by factor: UInt64, count: some BinaryInteger) {
    var rest = Int(count)
    // The largest powers below the base, so that a product fits 64 bits.
    let step = factor == 5 ? 12 : 29
    while rest > 0 {
      let power = (0..<min(rest, step)).reduce(1 as UInt64) { power, _ in power * factor }
      multiply(by: power)
      rest -= step
    }
  }

  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in groups.indices {
      let product = UInt64(groups[index]) * factor + carry
      groups[index] = UInt32(product % Self.base)
      carry = product / Self.base
    }
    if carry > 0 { groups.append(UInt32(carry)) }
  }

  /// The decimal digits, the highest first; it may begin with zeros.
  var digits: [UInt8] {
    groups.reversed().flatMap { group in
      var rest = group
      var digits = [UInt8](repeating: 0, count: 9)
      for index in digits.indices.reversed() {
        digits[index] = UInt8(rest % 10)
        rest /= 10
      }
      return digits
    }
  }
}
