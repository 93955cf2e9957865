extension InitializerCatalog {
  /// Gluon's initializers, with its names, aliases and defaults.
  public static let standard = InitializerCatalog([
    Entry(name: "zero", aliases: ["zeros"], summary: "0 everywhere") { _ in Zero() },
    Entry(name: "one", aliases: ["ones"], summary: "1 everywhere") { _ in One() },
    Entry(
      name: "constant",
      arguments: [Argument(name: "value", kind: .number, fallback: .required)],
      summary: "one value everywhere"
    ) { Constant($0[0].scalar) },
    Entry(
      name: "uniform", arguments: [.number("scale", 0.07)],
      summary: "uniform between -scale and scale"
    ) { Uniform($0[0].scalar) },
    Entry(
      name: "normal", arguments: [.number("sigma", 0.01)],
      summary: "normal with mean 0 and standard deviation sigma"
    ) { Normal($0[0].scalar) },
    Entry(
      name: "xavier",
      arguments: [
        .choice("rnd_type", Xavier.RandomType.uniform), .choice("factor_type", averageFactor),
        .number("magnitude", 3),
      ],
      summary: "s = √(magnitude / fan), uniform between -s and s or normal"
    ) {
      Xavier(
        randomType: $0[0].word() ?? .uniform, factorType: $0[1].word() ?? .average,
        magnitude: $0[2].scalar)
    },
    Entry(
      name: "msraprelu",
      arguments: [.choice("factor_type", averageFactor), .number("slope", 0.25)],
      summary: "normal with √(2 / (1 + slope²) / fan), for rectifiers"
    ) { MSRAPrelu(factorType: $0[0].word() ?? .average, slope: $0[1].scalar) },
    Entry(name: "bilinear", summary: "the kernel of bilinear interpolation") { _ in Bilinear() },
    Entry(
      name: "lstmbias", arguments: [.number("forget_bias", 1.0)],
      summary: "0, and forget_bias in the forget gate of an LSTM"
    ) { LSTMBias(forgetBias: $0[0].scalar) },
  ])

  private static let averageFactor = Xavier.FactorType.average
}

extension InitializerCatalog.Argument {
  fileprivate static func number(_ name: String, _ fallback: Scalar) -> Self {
    Self(name: name, kind: .number, fallback: .value(.number(fallback)))
  }

  fileprivate static func choice<Word: RawRepresentable<String> & CaseIterable>(
    _ name: String, _ fallback: Word
  ) -> Self {
    Self(
      name: name, kind: .choice(Word.allCases.map(\.rawValue)),
      fallback: .value(.choice(fallback.rawValue)))
  }
}

extension InitializerArgument.Value {
  /// The number, or 0 for a word, which the parser never lets through.
  fileprivate var scalar: Scalar {
    if case .number(let number) = self { number } else { 0 }
  }

  fileprivate func word<Word: RawRepresentable<String>>() -> Word? {
    if case .choice(let word) = self { Word(rawValue: word) } else { nil }
  }
}
