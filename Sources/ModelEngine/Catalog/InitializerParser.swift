extension InitializerCatalog {
  /// Reads an initializer.
  ///
  /// Forms, in any case: `xavier`, `Xavier(rnd_type: gaussian, magnitude: 2)`, the same with `=`,
  /// values in order (`uniform(0.07)`), and Gluon's JSON: `["xavier", {"magnitude": 2}]`,
  /// `{"initializer": "xavier", "magnitude": 2}`. An expression stands in its parentheses as it is.
  ///
  /// - Throws: An error that says where the text is wrong, what is allowed, and what was probably meant.
  /// - Complexity: O(n) in the length of the text, which is limited, as is the depth.
  public func parse(_ text: String) throws(InitializerSyntaxError) -> any Initializer {
    let call = try InitializerCall(parsing: text)
    guard let entry = entry(named: call.name) else {
      let problem = InitializerSyntaxError.Problem.unknownInitializer(
        name: call.name, nearest: nearestName(to: call.name, among: names),
        allowed: entries.map(\.name))
      throw InitializerSyntaxError(offset: call.offset, problem: problem)
    }
    return try entry.make(from: call)
  }
}

/// A name and what stands in its parentheses, not looked up yet.
struct InitializerCall: Hashable {
  var name = ""
  var offset = 0
  var items: [Item] = []

  struct Item: Hashable {
    /// The name before the colon, or nothing for a value by position.
    let name: String?
    let value: Value
    let offset: Int
    let valueOffset: Int
  }

  enum Value: Hashable {
    case word(String)
    case quoted(String)
    case array(ScalarArray)

    /// What an error calls the value.
    var text: String {
      switch self {
      case .word(let text), .quoted(let text): text
      case .array(let array): array.description
      }
    }
  }

  init() {}

  /// Reads a text that names something of a kind: an initializer, an optimizer.
  init(
    parsing text: String, kind: String = "initializer"
  ) throws(InitializerSyntaxError) {
    if let call = try Self.expression(in: text) {
      self = call
    } else {
      var parser = try InitializerParser(text, kind: kind)
      self = try parser.call()
    }
  }
}

/// Reads one call from tokens.
struct InitializerParser {
  private typealias Token = InitializerLexer.Token

  private var lexer: InitializerLexer
  private var token: Token
  private let kind: String

  init(_ text: String, kind: String) throws(InitializerSyntaxError) {
    self.kind = kind
    lexer = try InitializerLexer(text)
    token = try lexer.next()
  }

  mutating func call() throws(InitializerSyntaxError) -> InitializerCall {
    var call = InitializerCall()
    switch token.kind {
    case .mark("["):
      try advance()
      try readName(into: &call)
      if try accept(",") {
        try expect("{")
        try readItems(into: &call, until: "}")
      }
      try expect("]")
    case .mark("{"):
      try advance()
      try readItems(into: &call, until: "}")
      try takeNameItem(of: &call)
    default:
      try readName(into: &call)
      if try accept("(") { try readItems(into: &call, until: ")") }
    }
    if token.kind != .end { throw unexpected("the end") }
    return call
  }

  private mutating func readName(into call: inout InitializerCall) throws(InitializerSyntaxError) {
    call.offset = token.offset
    call.name = try word(expected: "the name of an \(kind)").text
  }

  /// In the form of an object, one member gives the name.
  private func takeNameItem(
    of call: inout InitializerCall
  ) throws(InitializerSyntaxError) {
    guard let index = call.items.firstIndex(where: { $0.name == kind }) else {
      throw InitializerSyntaxError(
        offset: 0, problem: .unexpected(found: "none", expected: "a member \"\(kind)\""))
    }
    let item = call.items.remove(at: index)
    call.name = item.value.text
    call.offset = item.valueOffset
  }

  private mutating func readItems(
    into call: inout InitializerCall, until end: Character
  ) throws(InitializerSyntaxError) {
    if try accept(end) { return }
    repeat {
      call.items.append(try item())
    } while try accept(",")
    try expect(end)
  }

  private mutating func item() throws(InitializerSyntaxError) -> InitializerCall.Item {
    let offset = token.offset
    let first = try value(expected: "an argument")
    guard token.kind == .mark(":") || token.kind == .mark("=") else {
      return .init(name: nil, value: first, offset: offset, valueOffset: offset)
    }
    try advance()
    let valueOffset = token.offset
    let value = try value(expected: "a value for '\(first.text)'")
    return .init(name: first.text, value: value, offset: offset, valueOffset: valueOffset)
  }

  private mutating func value(
    expected: String
  ) throws(InitializerSyntaxError) -> InitializerCall.Value {
    if token.kind == .mark("[") { return .array(try array()) }
    let (text, isQuoted) = try word(expected: expected)
    return isQuoted ? .quoted(text) : .word(text)
  }

  /// Numbers in nested lists.
  private mutating func array() throws(InitializerSyntaxError) -> ScalarArray {
    let offset = token.offset
    var nesting = ListNesting()
    repeat {
      while try accept("[") { try nesting.open(at: offset) }
      if token.kind != .mark("]") { try nesting.append(try number(), at: offset) }
      while nesting.depth > 0, try accept("]") { try nesting.close(at: offset) }
      if nesting.depth > 0 { try expect(",") }
    } while nesting.depth > 0
    return try nesting.array(at: offset)
  }

  private mutating func number() throws(InitializerSyntaxError) -> Scalar {
    guard case .word(let text) = token.kind, let number = Scalar(parsing: text) else {
      throw unexpected("a number")
    }
    try advance()
    return number
  }

  private mutating func word(
    expected: String
  ) throws(InitializerSyntaxError) -> (text: String, isQuoted: Bool) {
    switch token.kind {
    case .word(let text):
      try advance()
      return (text, false)
    case .quoted(let text):
      try advance()
      return (text, true)
    default: throw unexpected(expected)
    }
  }

  private mutating func advance() throws(InitializerSyntaxError) { token = try lexer.next() }

  private mutating func accept(_ mark: Character) throws(InitializerSyntaxError) -> Bool {
    guard token.kind == .mark(mark) else { return false }
    try advance()
    return true
  }

  private mutating func expect(_ mark: Character) throws(InitializerSyntaxError) {
    guard try accept(mark) else { throw unexpected("'\(mark)'") }
  }

  private func unexpected(_ expected: String) -> InitializerSyntaxError {
    let problem = InitializerSyntaxError.Problem.unexpected(found: token.name, expected: expected)
    return InitializerSyntaxError(offset: token.offset, problem: problem)
  }
}
