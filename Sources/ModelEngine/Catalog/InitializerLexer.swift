/// Splits the text of an initializer into marks, words and quoted words.
struct InitializerLexer {
  /// The longest text that is read, in characters.
  static let maximumLength = 1000

  private let characters: [Character]
  private var index = 0

  init(_ text: String) throws(InitializerSyntaxError) {
    guard text.utf8.count <= 4 * Self.maximumLength, text.count <= Self.maximumLength else {
      throw InitializerSyntaxError(offset: 0, problem: .tooLong(limit: Self.maximumLength))
    }
    characters = Array(text)
  }

  struct Token: Hashable {
    let kind: Kind
    let offset: Int

    enum Kind: Hashable {
      case mark(Character)
      case word(String)
      case quoted(String)
      case end
    }

    /// What an error calls the token.
    var name: String {
      switch kind {
      case .mark(let mark): "'\(mark)'"
      case .word(let word), .quoted(let word): "'\(word)'"
      case .end: "the end"
      }
    }
  }

  mutating func next() throws(InitializerSyntaxError) -> Token {
    while index < characters.count, characters[index].isWhitespace { index += 1 }
    let offset = index
    guard index < characters.count else { return Token(kind: .end, offset: offset) }
    let first = characters[index]
    if first == "\"" || first == "'" { return try quoted(first, offset: offset) }
    if "()[]{},:=".contains(first) {
      index += 1
      return Token(kind: .mark(first), offset: offset)
    }
    while index < characters.count, characters[index].isInitializerWordCharacter { index += 1 }
    guard index > offset else {
      throw InitializerSyntaxError(
        offset: offset,
        problem: .unexpected(found: "'\(first)'", expected: "a name, a number or a mark"))
    }
    return Token(kind: .word(String(characters[offset..<index])), offset: offset)
  }

  private mutating func quoted(
    _ quote: Character, offset: Int
  ) throws(InitializerSyntaxError) -> Token {
    index += 1
    var text = ""
    while index < characters.count, characters[index] != quote {
      text.append(characters[index] == "\\" ? escaped() : characters[index])
      index += 1
    }
    guard index < characters.count else {
      throw InitializerSyntaxError(
        offset: offset, problem: .unexpected(found: "the end", expected: "a closing \(quote)"))
    }
    index += 1
    return Token(kind: .quoted(text), offset: offset)
  }

  /// The character that an escape of JSON stands for; leaves the index at the last of its characters.
  private mutating func escaped() -> Character {
    guard index + 1 < characters.count else { return "\\" }
    index += 1
    switch characters[index] {
    case "n": return "\n"
    case "t": return "\t"
    case "r": return "\r"
    case "u":
      let digits = String(characters[(index + 1)...].prefix(4))
      guard digits.count == 4, let code = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(code)
      else { return "u" }
      index += 4
      return Character(scalar)
    default: return characters[index]
    }
  }
}

extension Character {
  /// Whether words of the grammar hold the character.
  var isInitializerWordCharacter: Bool {
    isLetter || isNumber || "_+-.".contains(self)
  }
}
