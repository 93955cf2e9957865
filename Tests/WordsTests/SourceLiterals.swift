/// The string literals of a Swift source, as the catalogue has them: `{}` for each value.
struct SourceLiterals {
  private let characters: [Character]
  private var index = 0
  private(set) var keys: [String] = []

  /// Reads a source; literals inside of values count too.
  init(_ source: some StringProtocol) {
    characters = Array(source)
    while index < characters.count {
      if at("//") {
        while index < characters.count, !characters[index].isNewline { index += 1 }
      } else if at("\"") {
        literal()
      } else {
        index += 1
      }
    }
  }

  private func at(_ text: String) -> Bool { characters[index...].starts(with: text) }

  /// Reads a literal, from its quotation marks on.
  private mutating func literal() {
    let marks = at("\"\"\"") ? "\"\"\"" : "\""
    index += marks.count
    var key = ""
    while index < characters.count, !at(marks) { key += piece() }
    index += marks.count
    keys.append(marks.count > 1 ? Self.joined(key) : key)
  }

  /// One character of a literal, or `{}` for a value.
  private mutating func piece() -> String {
    guard at("\\"), index + 1 < characters.count else {
      index += 1
      return String(characters[index - 1])
    }
    index += 2
    switch characters[index - 1] {
    case "(":
      value()
      return "{}"
    case "n": return "\n"
    case let newline where newline.isNewline: return "\\\n"
    case let escaped: return String(escaped)
    }
  }

  /// Reads a value, to its closing parenthesis.
  private mutating func value() {
    var depth = 1
    while index < characters.count, depth > 0 {
      if at("\"") {
        literal()
        continue
      }
      depth += at("(") ? 1 : at(")") ? -1 : 0
      index += 1
    }
  }

  /// A literal of several lines, without their indentation.
  private static func joined(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let indentation = lines.last?.count ?? 0
    return lines.dropFirst().dropLast().map { $0.dropFirst(indentation) }.joined(separator: "\n")
      .replacing("\\\n", with: "")
  }
}
