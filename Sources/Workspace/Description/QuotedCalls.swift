/// A description in which every initializer that is written as a call stands in quotes.
///
/// YAML reads `weight_initializer: xavier(magnitude: 2)` as a mapping within a mapping, and in braces
/// cuts it at each comma. So the text is gone through once before it is parsed: a call behind a key
/// that ends with `initializer` is put in single quotes, as a careful writer would have done. Lines
/// stay where they are. What is in quotes or a comment already is left alone.
struct QuotedCalls {
  private let bytes: [UInt8]
  private var output: [UInt8] = []
  private var position = 0
  /// The last byte that is neither a space nor a line break, in this line or before it.
  private var previous = UInt8(ascii: "\n")

  /// Quotes the calls of a text.
  static func quoted(_ text: String) -> String {
    guard text.contains("initializer") else { return text }
    var calls = QuotedCalls(bytes: Array(text.utf8))
    calls.run()
    return String(decoding: calls.output, as: UTF8.self)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  private mutating func run() {
    while position < bytes.count {
      let byte = bytes[position]
      if isQuote(byte), ":,[{\n-".utf8.contains(previous) {
        copy(upTo: endOfQuotes(from: position))
      } else if byte == UInt8(ascii: "#"), isSpace(before: position) {
        copy(upTo: bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count)
      } else if previous == UInt8(ascii: ":"), isLetter(byte), isKeyOfInitializer,
        let end = endOfCall(from: position)
      {
        quote(upTo: end)
      } else {
        copy(upTo: position + 1)
      }
    }
  }

  private mutating func copy(upTo end: Int) {
    output += bytes[position..<end]
    if let last = bytes[position..<end].last(where: { !" \t\r".utf8.contains($0) }) {
      previous = last
    }
    position = end
  }

  private mutating func quote(upTo end: Int) {
    let quote = UInt8(ascii: "'")
    output.append(quote)
    for byte in bytes[position..<end] {
      if byte == quote { output.append(quote) }
      output.append(byte)
    }
    output.append(quote)
    previous = quote
    position = end
  }

  /// Whether what was copied last is a key that ends with `initializer`, its colon and a space.
  private var isKeyOfInitializer: Bool {
    guard isSpace(before: position) else { return false }
    var end = output.count - 1
    while output[end] != UInt8(ascii: ":") { end -= 1 }
    while end > 0, isQuote(output[end - 1]) || " \t".utf8.contains(output[end - 1]) { end -= 1 }
    return output[..<end].suffix(11).elementsEqual("initializer".utf8)
  }

  /// Where the call that starts here ends: a name, and parentheses that match.
  private func endOfCall(from start: Int) -> Int? {
    var index = start
    while index < bytes.count, isLetter(bytes[index]) { index += 1 }
    while index < bytes.count, bytes[index] == UInt8(ascii: " ") { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: "(") else { return nil }
    var depth = 0
    while index < bytes.count, index - start <= Self.maximumLength {
      if isQuote(bytes[index]) {
        index = endOfQuotes(from: index)
        continue
      }
      if bytes[index] == UInt8(ascii: "(") { depth += 1 }
      if bytes[index] == UInt8(ascii: ")") { depth -= 1 }
      index += 1
      if depth == 0 { return index }
    }
    return nil
  }

  /// The longest call that is looked at, in bytes; the grammar of initializers takes no longer one.
  private static let maximumLength = 4_000

  /// Where quotes that open here have closed; two single ones within stand for one.
  private func endOfQuotes(from start: Int) -> Int {
    let quote = bytes[start]
    var index = start + 1
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { index += 1 }
      if index < bytes.count, bytes[index] == quote { return index + 1 }
      index += 1
    }
    return bytes.count
  }

  private func isSpace(before index: Int) -> Bool {
    index == 0 || " \t\n\r".utf8.contains(bytes[index - 1])
  }

  private func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
