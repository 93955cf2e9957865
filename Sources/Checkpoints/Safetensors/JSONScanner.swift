internal import Words

/// Reads JSON text front to back, strictly as RFC 8259 has it, without recursion.
///
/// The text has to be valid UTF-8. Every failure carries its offset in the file.
struct JSONScanner {
  /// How many arrays and objects may be open at once; serde_json, which the reference uses,
  /// refuses the 128th as well.
  static let depthLimit = 127

  /// The key of an object's member.
  struct Key {
    let text: String
    /// Where it stands in the file.
    let offset: Int
  }

  let bytes: [UInt8]
  /// The next byte.
  var index = 0
  /// Where the text stands in the file.
  let offsetInFile: Int

  init(_ bytes: [UInt8], offsetInFile: Int) {
    self.bytes = bytes
    self.offsetInFile = offsetInFile
  }

  /// The offset of the next byte in the file.
  var offset: Int { offsetInFile + index }

  static func isWhitespace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// The next byte that is not whitespace, or nil at the end.
  mutating func peek() -> UInt8? {
    while index < bytes.count {
      let byte = bytes[index]
      if !Self.isWhitespace(byte) { return byte }
      index += 1
    }
    return nil
  }

  /// Takes a byte if it is the next one after whitespace.
  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard peek() == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// Takes the next byte, or fails with what was expected in its place.
  mutating func expect(
    _ character: Unicode.Scalar, _ expectation: JSONExpectation
  ) throws(HeaderFailure) {
    guard take(character) else { throw unexpected(expectation) }
  }

  /// Takes the key and the colon of an object's next member, or its end.
  ///
  /// - Parameter isFirst: Whether the object has just been entered; false afterwards.
  /// - Returns: The key, or nil after the closing brace.
  /// - Throws: What stands in place of a comma, a key or a colon.
  mutating func nextKey(
    _ isFirst: inout Bool
  ) throws(HeaderFailure) -> Key? {
    guard try !takeEnd("}", isFirst: &isFirst) else { return nil }
    guard peek() == UInt8(ascii: "\"") else { throw unexpected(.key) }
    let keyOffset = offset
    let text = try string()
    try expect(":", .colon)
    return Key(text: text, offset: keyOffset)
  }

  /// Takes what stands before an array's next element, or its end.
  ///
  /// - Parameter isFirst: Whether the array has just been entered; false afterwards.
  /// - Returns: Whether an element follows.
  /// - Throws: What stands in place of a comma.
  mutating func nextElement(_ isFirst: inout Bool) throws(HeaderFailure) -> Bool {
    try !takeEnd("]", isFirst: &isFirst)
  }

  private mutating func takeEnd(
    _ closing: Unicode.Scalar, isFirst: inout Bool
  ) throws(HeaderFailure) -> Bool {
    if take(closing) { return true }
    if !isFirst { try expect(",", .commaOr(closing)) }
    isFirst = false
    return false
  }

  /// Takes a word such as `null`.
  mutating func word(_ text: String) throws(HeaderFailure) {
    for byte in text.utf8 {
      guard index < bytes.count, bytes[index] == byte else {
        throw unexpected(.word(text))
      }
      index += 1
    }
  }

  /// Makes sure that only whitespace follows.
  mutating func expectEnd() throws(HeaderFailure) {
    if peek() != nil { throw unexpected(.end) }
  }

  /// The failure of having something else than expected at the next byte.
  func unexpected(_ expected: JSONExpectation) -> HeaderFailure {
    failure(.unexpected(scalar(at: index), expected: expected), at: index)
  }

  /// A failure at a position of the text.
  func failure(_ problem: JSONProblem, at position: Int) -> HeaderFailure {
    HeaderFailure(.json(problem), offset: offsetInFile + position)
  }

  private func scalar(at position: Int) -> Unicode.Scalar? {
    guard position < bytes.count else { return nil }
    // Four bytes hold a whole character, and what is cut after it does not matter.
    let text = String(decoding: bytes[position..<min(position + 4, bytes.count)], as: UTF8.self)
    return text.unicodeScalars.first
  }
}
