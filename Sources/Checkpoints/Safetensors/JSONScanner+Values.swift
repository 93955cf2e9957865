internal import Words

extension JSONScanner {
  /// Takes an integer that is not negative.
  mutating func count() throws(HeaderFailure) -> Int {
    guard let byte = peek(), byte == UInt8(ascii: "-") || Self.isDigit(byte) else {
      throw unexpected(.integer)
    }
    let start = index
    let isInteger = try number()
    if byte == UInt8(ascii: "-") { throw failure(.negative(excerpt(from: start)), at: start) }
    guard isInteger else { throw failure(.notInteger(excerpt(from: start)), at: start) }
    var value = 0
    for position in start..<index {
      let digit = Int(bytes[position] - UInt8(ascii: "0"))
      let (tenfold, overflows) = value.multipliedReportingOverflow(by: 10)
      let (sum, carries) = tenfold.addingReportingOverflow(digit)
      if overflows || carries {
        throw failure(.integerTooLarge(excerpt(from: start)), at: start)
      }
      value = sum
    }
    return value
  }

  /// Takes a number: a sign, an integer without leading zeros, a fraction, an exponent.
  ///
  /// - Returns: Whether it has neither fraction nor exponent.
  private mutating func number() throws(HeaderFailure) -> Bool {
    let start = index
    if bytes[index] == UInt8(ascii: "-") { index += 1 }
    let integerStart = index
    let hasLeadingZero = index < bytes.count && bytes[index] == UInt8(ascii: "0")
    let digitCount = takeDigits()
    guard digitCount == 1 || digitCount > 1 && !hasLeadingZero else {
      index = integerStart + digitCount
      throw failure(.malformedNumber(excerpt(from: start)), at: start)
    }
    var isInteger = true
    if takeAny(".", ".") {
      isInteger = false
      try requireDigits(from: start)
    }
    if takeAny("e", "E") {
      isInteger = false
      _ = takeAny("+", "-")
      try requireDigits(from: start)
    }
    return isInteger
  }

  private mutating func requireDigits(from start: Int) throws(HeaderFailure) {
    guard takeDigits() > 0 else {
      throw failure(.malformedNumber(excerpt(from: start)), at: start)
    }
  }

  private mutating func takeDigits() -> Int {
    let start = index
    while index < bytes.count, Self.isDigit(bytes[index]) { index += 1 }
    return index - start
  }

  private mutating func takeAny(_ first: Unicode.Scalar, _ second: Unicode.Scalar) -> Bool {
    guard index < bytes.count,
      bytes[index] == UInt8(ascii: first) || bytes[index] == UInt8(ascii: second)
    else { return false }
    index += 1
    return true
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  /// The text from `start` to the next byte, shortened: it goes into an error.
  private func excerpt(from start: Int) -> String {
    String(decoding: bytes[start..<index].prefix(40), as: UTF8.self)
      + (index - start > 40 ? "…" : "")
  }

  /// Takes any value and forgets it.
  ///
  /// - Parameter depth: How many arrays and objects are open around it.
  /// - Throws: The first breach of JSON's rules, or of the limit on nesting.
  mutating func skipValue(depth: Int) throws(HeaderFailure) {
    var closings: [UInt8] = []
    repeat {
      guard let byte = peek() else { throw unexpected(.value) }
      if let closing = Self.closing(of: byte) {
        guard depth + closings.count < Self.depthLimit else {
          throw failure(.tooDeep(limit: Self.depthLimit), at: index)
        }
        index += 1
        closings.append(closing)
        try skipToValue(in: &closings, isFirst: true)
      } else {
        try skipScalar(byte)
        try skipToValue(in: &closings, isFirst: false)
      }
    } while !closings.isEmpty
  }

  /// Takes commas, keys and closing brackets up to the next value, or to the outermost bracket.
  private mutating func skipToValue(
    in closings: inout [UInt8], isFirst: Bool
  ) throws(HeaderFailure) {
    var isFirst = isFirst
    while let closing = closings.last {
      let hasValue =
        closing == UInt8(ascii: "}")
        ? try nextKey(&isFirst) != nil : try nextElement(&isFirst)
      if hasValue { return }
      closings.removeLast()
      isFirst = false
    }
  }

  private mutating func skipScalar(_ byte: UInt8) throws(HeaderFailure) {
    switch byte {
    case UInt8(ascii: "\""): _ = try string()
    case UInt8(ascii: "t"): try word("true")
    case UInt8(ascii: "f"): try word("false")
    case UInt8(ascii: "n"): try word("null")
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): _ = try number()
    default: throw unexpected(.value)
    }
  }

  private static func closing(of byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "{"): UInt8(ascii: "}")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    default: nil
    }
  }
}
