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

    /// The bare text: `0.07`, `gaussian`.
    public var description: String {
      switch self {
      case .number(let number): number.description
      case .choice(let word): word
      }
    }

    /// The text in JSON: `0.07`, `"gaussian"`.
    var json: String {
      switch self {
      case .number(let number): number.description
      case .choice(let word): jsonString(word)
      }
    }
  }
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
