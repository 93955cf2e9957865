/// Words for a person, with values between them, that can be said in every language.
///
/// Written as a string literal, in English: `"\(count) layers"`. A table of the catalogue has the
/// other languages; what it lacks is said in English. A value that is a phrase itself is said in
/// the same language.
public struct Phrase: Hashable, Sendable, ExpressibleByStringInterpolation {
  /// The English words, with `{}` in the place of each value: what the tables are looked up by.
  public let key: String
  private let values: [Value]

  fileprivate enum Value: Hashable, Sendable {
    case text(String)
    case phrase(Phrase)
  }

  private init(key: String, values: [Value]) {
    self.key = key
    self.values = values
  }

  /// Creates a phrase from a literal.
  public init(stringLiteral value: String) {
    self.init(key: value, values: [])
  }

  /// Creates a phrase from an interpolated literal.
  public init(stringInterpolation: StringInterpolation) {
    self.init(key: stringInterpolation.key, values: stringInterpolation.values)
  }

  /// Creates a phrase from English words that are known only when the program runs.
  public init(key: String) {
    self.init(key: key, values: [])
  }

  /// Creates a phrase that is said as it stands in every language: a name, a number.
  public init(verbatim text: String) {
    self.init(key: "{}", values: [.text(text)])
  }

  /// Creates a phrase of several, with commas between them.
  public init(listing parts: [Phrase]) {
    guard let first = parts.first else {
      self = ""
      return
    }
    self = parts.dropFirst().reduce(first) { "\($0), \($1)" }
  }

  /// The words in a language.
  public func said(in language: Language) -> String {
    let core = key.drop { $0 == " " }
    guard let end = core.lastIndex(where: { $0 != " " }) else { return key }
    let translated = Catalogue.words(for: String(core[...end]), in: language)
    let lead = key.prefix(key.count - core.count)
    let trail = core[core.index(after: end)...]
    return lead + filled(translated ?? String(core[...end]), in: language) + trail
  }

  /// The words in English.
  public var english: String { said(in: .english) }

  /// Puts the values into a template: `{}` is the next one, `{2}` the second.
  private func filled(_ template: String, in language: Language) -> String {
    guard !values.isEmpty else { return template }
    var text = ""
    var next = 0
    var rest = Substring(template)
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      let after = rest[rest.index(after: open)...]
      guard let close = after.firstIndex(of: "}"),
        let index = close == after.startIndex ? next : Int(after[..<close]).map({ $0 - 1 }),
        values.indices.contains(index)
      else {
        text += "{"
        rest = after
        continue
      }
      text += said(values[index], in: language)
      next = index + 1
      rest = after[after.index(after: close)...]
    }
    return text + rest
  }

  private func said(_ value: Value, in language: Language) -> String {
    switch value {
    case .text(let text): text
    case .phrase(let phrase): phrase.said(in: language)
    }
  }

  /// Collects the words and values of an interpolated literal.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var key = ""
    fileprivate var values: [Value] = []

    /// Creates an empty collection.
    public init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds words.
    public mutating func appendLiteral(_ literal: String) { key += literal }

    /// Adds a value that is the same in every language.
    public mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      key += "{}"
      values.append(.text(value.description))
    }

    /// Adds words that are said in the language of the whole.
    public mutating func appendInterpolation(_ phrase: Phrase) {
      key += "{}"
      values.append(.phrase(phrase))
    }
  }
}
