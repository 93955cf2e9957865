/// An argument of an initializer: its name and what it was given.
public struct InitializerArgument: Hashable, Sendable {
  /// The name, as Gluon has it.
  public let name: String
  /// What it was given.
  public let value: Value

  /// Creates an argument.
  public init(name: String, value: Value) {
    self.name = name
    self.value = value
  }

  /// What an argument can be.
  public enum Value: Hashable, Sendable, CustomStringConvertible {
    /// A number.
    case number(Scalar)
    /// One of a few words.
    case choice(String)
    /// Yes or no.
    case flag(Bool)
    /// Any text.
    case text(String)
    /// The source of an expression.
    case expression(String)
    /// Numbers in nested lists.
    case array(ScalarArray)

    /// The bare text: `0.07`, `gaussian`, `[1, 2]`; other texts in quotes unless they are one word.
    public var description: String {
      switch self {
      case .number(let number): number.description
      case .choice(let word), .expression(let word): word
      case .flag(let flag): flag ? "true" : "false"
      case .text(let text): text.isPlainWord ? text : jsonString(text)
      case .array(let array): array.description
      }
    }

    /// The text in JSON: `0.07`, `"gaussian"`, `true`, `[1, 2]`.
    var json: String {
      switch self {
      case .choice(let text), .text(let text), .expression(let text): jsonString(text)
      default: description
      }
    }
  }
}

extension String {
  /// Whether the grammar of initializers reads the text as one word.
  fileprivate var isPlainWord: Bool { !isEmpty && allSatisfy(\.isInitializerWordCharacter) }
}

/// A text as a JSON string, with the escapes that RFC 8259 section 7 demands.
func jsonString(_ text: String) -> String {
  var json = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": json += "\\\""
    case "\\": json += "\\\\"
    case "\u{0}"..<"\u{20}":
      let digits = String(scalar.value, radix: 16)
      json += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: json.unicodeScalars.append(scalar)
    }
  }
  return json + "\""
}
