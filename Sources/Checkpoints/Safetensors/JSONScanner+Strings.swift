internal import Words

extension JSONScanner {
  /// Takes a string.
  ///
  /// - Complexity: O(n) in the length of the string.
  mutating func string() throws(HeaderFailure) -> String {
    try expect("\"", .string)
    let start = index
    // Not `index` itself, which would be stored for every byte.
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      if bytes[end] == UInt8(ascii: "\\") {
        index = end
        return try stringWithEscapes(from: start)
      }
      if bytes[end] < 0x20 { throw failure(.controlCharacter(bytes[end]), at: end) }
      end += 1
    }
    index = end
    guard end < bytes.count else { throw unexpected(.closingQuote) }
    index += 1
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Takes the rest of a string whose next byte is its first backslash.
  private mutating func stringWithEscapes(from start: Int) throws(HeaderFailure) -> String {
    var decoded = Array(bytes[start..<index])
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return String(decoding: decoded, as: UTF8.self)
      case UInt8(ascii: "\\"):
        let scalar = try escape()
        decoded.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
      case _ where byte < 0x20: throw failure(.controlCharacter(byte), at: index)
      default:
        decoded.append(byte)
        index += 1
      }
    }
    throw unexpected(.closingQuote)
  }

  /// Takes a backslash and what it stands for.
  private mutating func escape() throws(HeaderFailure) -> Unicode.Scalar {
    let start = index
    index += 2
    guard start + 1 < bytes.count else { throw failure(.invalidEscape, at: start) }
    switch bytes[start + 1] {
    case UInt8(ascii: "\""): return "\""
    case UInt8(ascii: "\\"): return "\\"
    case UInt8(ascii: "/"): return "/"
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape(from: start)
    default: throw failure(.invalidEscape, at: start)
    }
  }

  /// Takes the digits of an escape, and the second escape of a surrogate pair.
  private mutating func unicodeEscape(from start: Int) throws(HeaderFailure) -> Unicode.Scalar {
    let unit = try fourHexadecimalDigits(from: start)
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard UTF16.isLeadSurrogate(unit), index + 1 < bytes.count,
      bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u")
    else { throw failure(.loneSurrogate(unit), at: start) }
    let secondStart = index
    index += 2
    let second = try fourHexadecimalDigits(from: secondStart)
    guard UTF16.isTrailSurrogate(second) else { throw failure(.loneSurrogate(unit), at: start) }
    return UTF16.decode(UTF16.EncodedScalar([unit, second]))
  }

  private mutating func fourHexadecimalDigits(from start: Int) throws(HeaderFailure) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard index < bytes.count,
        let digit = Character(Unicode.Scalar(bytes[index])).hexDigitValue
      else { throw failure(.invalidEscape, at: start) }
      unit = unit << 4 | UInt16(digit)
      index += 1
    }
    return unit
  }
}
