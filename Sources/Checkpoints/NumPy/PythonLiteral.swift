internal import Words

/// A value that Python writes as a literal: what the header of an array consists of.
indirect enum PythonLiteral: Hashable, Sendable {
  case string(String)
  case integer(Int)
  case boolean(Bool)
  case none
  case tuple([PythonLiteral])
  case list([PythonLiteral])
  case dictionary([Entry])

  struct Entry: Hashable, Sendable {
    let key: String
    let value: PythonLiteral
    /// The value as it is written.
    let text: String
  }
}

/// Reads a literal; nothing is evaluated.
struct PythonLiteralParser {
  /// The deepest nesting that is read.
  static let depthLimit = 16

  private let characters: [Character]
  private var index = 0
  private var depth = 0

  init(_ text: String) {
    characters = Array(text)
  }

  /// The literal that the whole text is.
  mutating func literal() throws(NumPyProblem) -> PythonLiteral {
    let value = try value()
    skipSpaces()
    guard index == characters.count else { throw unexpected("the end") }
    return value
  }

  private mutating func value() throws(NumPyProblem) -> PythonLiteral {
    skipSpaces()
    guard index < characters.count else { throw unexpected("a value") }
    switch characters[index] {
    case "'", "\"": return .string(try string())
    case "{": return try nested { parser throws(NumPyProblem) in try parser.dictionary() }
    case "[":
      return try nested { parser throws(NumPyProblem) in .list(try parser.items("]").items) }
    case "(": return try nested { parser throws(NumPyProblem) in try parser.tuple() }
    case "-", "0"..."9": return .integer(try integer())
    default: return try word()
    }
  }

  private mutating func nested(
    _ body: (inout PythonLiteralParser) throws(NumPyProblem) -> PythonLiteral
  ) throws(NumPyProblem) -> PythonLiteral {
    depth += 1
    guard depth <= Self.depthLimit else {
      throw .notALiteral(expected: "at most \(Self.depthLimit) levels", found: rest)
    }
    index += 1
    let value = try body(&self)
    depth -= 1
    return value
  }

  private mutating func tuple() throws(NumPyProblem) -> PythonLiteral {
    let (items, hasComma) = try items(")")
    // Parentheses without a comma only group.
    return items.count == 1 && !hasComma ? items[0] : .tuple(items)
  }

  private mutating func items(
    _ end: Character
  ) throws(NumPyProblem) -> (items: [PythonLiteral], hasComma: Bool) {
    var items: [PythonLiteral] = []
    var hasComma = false
    while !accept(end) {
      if !items.isEmpty, !hasComma { throw unexpected("a comma") }
      items.append(try value())
      hasComma = accept(",")
    }
    return (items, hasComma)
  }

  private mutating func dictionary() throws(NumPyProblem) -> PythonLiteral {
    var entries: [PythonLiteral.Entry] = []
    var hasComma = true
    while !accept("}") {
      guard hasComma else { throw unexpected("a comma") }
      guard case .string(let key) = try value() else { throw unexpected("a key in quotes") }
      guard accept(":") else { throw unexpected("a colon") }
      skipSpaces()
      let start = index
      let value = try value()
      entries.append(.init(key: key, value: value, text: String(characters[start..<index])))
      hasComma = accept(",")
    }
    return .dictionary(entries)
  }

  private mutating func string() throws(NumPyProblem) -> String {
    let quote = characters[index]
    var text = ""
    index += 1
    while index < characters.count, characters[index] != quote {
      if characters[index] == "\\" { index += 1 }
      if index < characters.count { text.append(characters[index]) }
      index += 1
    }
    guard index < characters.count else { throw unexpected("a closing quote") }
    index += 1
    return text
  }

  private mutating func integer() throws(NumPyProblem) -> Int {
    let start = index
    if characters[index] == "-" { index += 1 }
    while index < characters.count, characters[index].isASCII, characters[index].isNumber {
      index += 1
    }
    let text = String(characters[start..<index])
    guard let number = Int(text) else {
      throw .notALiteral(expected: "a whole number of 64 bits", found: text)
    }
    // Python 2 marked long numbers.
    if index < characters.count, characters[index] == "L" { index += 1 }
    return number
  }

  private mutating func word() throws(NumPyProblem) -> PythonLiteral {
    for (name, value) in [
      ("True", PythonLiteral.boolean(true)), ("False", .boolean(false)), ("None", .none),
    ] where characters[index...].starts(with: name) {
      index += name.count
      return value
    }
    throw unexpected("a literal")
  }

  private mutating func accept(_ mark: Character) -> Bool {
    skipSpaces()
    guard index < characters.count, characters[index] == mark else { return false }
    index += 1
    return true
  }

  private mutating func skipSpaces() {
    while index < characters.count, characters[index].isWhitespace { index += 1 }
  }

  private var rest: String { String(characters[index...].prefix(20)) }

  private func unexpected(_ expected: Phrase) -> NumPyProblem {
    .notALiteral(expected: expected, found: index < characters.count ? rest : "the end")
  }
}
