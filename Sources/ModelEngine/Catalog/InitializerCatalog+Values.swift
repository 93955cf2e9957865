extension InitializerCatalog.Argument {
  static func number(_ name: String, _ fallback: Scalar) -> Self {
    Self(name: name, kind: .number, fallback: .value(.number(fallback)))
  }

  static func choice<Word: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ fallback: Word
  ) -> Self {
    Self(
      name: name, kind: .choice(Word.allCases.map(\.rawValue)),
      fallback: .value(.choice(fallback.rawValue)))
  }

  static func required(_ name: String, _ kind: Kind) -> Self {
    Self(name: name, kind: kind, fallback: .required)
  }
}

extension InitializerArgument.Value {
  /// The number, or 0 for anything else, which the parser never lets through.
  var scalar: Scalar {
    if case .number(let number) = self { number } else { 0 }
  }

  /// The whole number, or 1 for anything else, which the parser never lets through.
  var integer: Int {
    if case .number(.integer(let number)) = self { number } else { 1 }
  }

  /// The text, or nothing for anything else, which the parser never lets through.
  var string: String {
    switch self {
    case .text(let text), .expression(let text), .choice(let text): text
    default: ""
    }
  }

  func word<Word: RawRepresentable<String>>() -> Word? {
    if case .choice(let word) = self { Word(rawValue: word) } else { nil }
  }
}
