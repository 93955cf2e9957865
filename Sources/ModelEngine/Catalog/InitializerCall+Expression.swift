extension InitializerCall {
  /// Reads `expr(...)`, whose parentheses hold an expression as it is, or `source: ` and one.
  ///
  /// - Returns: The call, or nil if the text is something else, such as an expression in quotes.
  static func expression(in text: String) throws(InitializerSyntaxError) -> InitializerCall? {
    let characters = Array(text.prefix(InitializerLexer.maximumLength + 1))
    var start = skipSpaces(characters, from: 0)
    let offset = start
    let name = Array(ExpressionRule.name)
    let end = start + name.count
    guard end <= characters.count,
      String(characters[start..<end]).lowercased() == ExpressionRule.name
    else { return nil }
    start = skipSpaces(characters, from: end)
    guard start < characters.count, characters[start] == "(" else { return nil }
    guard characters.count <= InitializerLexer.maximumLength else {
      throw InitializerSyntaxError(
        offset: 0, problem: .tooLong(limit: InitializerLexer.maximumLength))
    }
    start = skipLabel(characters, from: skipSpaces(characters, from: start + 1))
    guard let close = characters.lastIndex(where: { !$0.isWhitespace }), characters[close] == ")"
    else {
      throw InitializerSyntaxError(
        offset: characters.count, problem: .unexpected(found: "the end", expected: "')'"))
    }
    let source = close < start ? "" : String(characters[start..<close])
    let isQuoted = source.hasPrefix("\"") || source.hasPrefix("'")
    guard !isQuoted, source.contains(where: { !$0.isWhitespace }) else { return nil }
    var call = InitializerCall()
    call.name = ExpressionRule.name
    call.offset = offset
    call.items = [.init(name: nil, value: .word(source), offset: start, valueOffset: start)]
    return call
  }

  private static func skipSpaces(_ characters: [Character], from start: Int) -> Int {
    characters[start...].firstIndex { !$0.isWhitespace } ?? characters.count
  }

  /// Goes past `source:`, if it is there.
  private static func skipLabel(_ characters: [Character], from start: Int) -> Int {
    let label = Array("source")
    guard characters[start...].starts(with: label) else { return start }
    let colon = skipSpaces(characters, from: start + label.count)
    guard colon < characters.count, characters[colon] == ":" else { return start }
    return skipSpaces(characters, from: colon + 1)
  }
}
