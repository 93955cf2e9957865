/// Splits an expression into numbers, names and marks.
struct ExpressionLexer {
  private let characters: [Character]
  private var index = 0

  init(_ text: String) throws(InitializerSyntaxError) {
    let limit = InitializerLexer.maximumLength
    guard text.utf8.count <= 4 * limit, text.count <= limit else {
      throw InitializerSyntaxError(offset: 0, problem: .tooLong(limit: limit))
    }
    characters = Array(text)
  }

  struct Token: Hashable {
    let kind: Kind
    let offset: Int

    enum Kind: Hashable {
      case number(Double)
      case name(String)
      case mark(String)
      case end
    }

    /// What an error calls the token.
    var text: String {
      switch kind {
      case .number(let number): "'\(Int(exactly: number).map(Scalar.integer) ?? Scalar(number))'"
      case .name(let name): "'\(name)'"
      case .mark(let mark): "'\(mark)'"
      case .end: "the end"
      }
    }
  }

  private static let marks = [
    "**", "<=", ">=", "==", "!=", "+", "-", "*", "/", "%", "<", ">", "=", "(", ")", ",", ";",
  ]

  mutating func next() throws(InitializerSyntaxError) -> Token {
    while index < characters.count, characters[index].isWhitespace { index += 1 }
    let offset = index
    guard index < characters.count else { return Token(kind: .end, offset: offset) }
    let first = characters[index]
    if first.isASCIIDigit || first == "." { return try number(offset) }
    if first.isLetter || first == "_" {
      while index < characters.count, characters[index].isNameCharacter { index += 1 }
      return Token(kind: .name(String(characters[offset..<index])), offset: offset)
    }
    for mark in Self.marks where characters[index...].starts(with: mark) {
      index += mark.count
      return Token(kind: .mark(mark), offset: offset)
    }
    throw InitializerSyntaxError(
      offset: offset,
      problem: .unexpected(found: "'\(first)'", expected: "a name, a number or an operator"))
  }

  private mutating func number(_ offset: Int) throws(InitializerSyntaxError) -> Token {
    while index < characters.count, isPartOfNumber(characters[index], from: offset) { index += 1 }
    let text = String(characters[offset..<index])
    guard let number = Double(text), number.isFinite else {
      throw InitializerSyntaxError(
        offset: offset, problem: .unexpected(found: "'\(text)'", expected: "a number"))
    }
    return Token(kind: .number(number), offset: offset)
  }

  private func isPartOfNumber(_ character: Character, from offset: Int) -> Bool {
    if character.isNameCharacter || character == "." { return true }
    // A sign belongs to a number only behind its exponent mark.
    return (character == "-" || character == "+") && index > offset
      && (characters[index - 1] == "e" || characters[index - 1] == "E")
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
  fileprivate var isNameCharacter: Bool { isLetter || isNumber || self == "_" }
}
