extension InitializerCatalog {
  /// Gluon's initializers, those of PyTorch, Keras and JAX, and a few of its own.
  public static let standard = InitializerCatalog(gluon + frameworks + own)

  /// Gluon's initializers, with its names, aliases and defaults.
  private static let gluon: [Entry] = [
    Entry(
      name: "zero", aliases: ["zeros"], summary: "zeros", formula: "0", source: "Gluon"
    ) { _ in Zero() },
    Entry(
      name: "one", aliases: ["ones"], summary: "ones", formula: "1", source: "Gluon"
    ) { _ in One() },
    Entry(
      name: "constant",
      arguments: [Argument(name: "value", kind: .array, fallback: .required)],
      summary: "one value everywhere, or an array repeated to the shape", formula: "value",
      source: "Gluon"
    ) {
      if case .array(let array) = $0[0] { Constant(array) } else { Constant($0[0].scalar) }
    },
    Entry(
      name: "uniform", arguments: [.number("scale", 0.07)],
      summary: "uniform around 0", formula: "U(-scale, scale)", source: "Gluon"
    ) { Uniform($0[0].scalar) },
    Entry(
      name: "normal", arguments: [.number("sigma", 0.01)],
      summary: "normal around 0", formula: "N(0, sigma)", source: "Gluon"
    ) { Normal($0[0].scalar) },
    Entry(
      name: "xavier",
      arguments: [
        .choice("rnd_type", Xavier.RandomType.uniform), .choice("factor_type", averageFactor),
        .number("magnitude", 3),
      ],
      summary: "keeps the variance of signals from layer to layer",
      formula: "U(-s, s) or N(0, s), s = √(magnitude / fan)", source: "Gluon; Glorot 2010"
    ) {
      Xavier(
        randomType: $0[0].word() ?? .uniform, factorType: $0[1].word() ?? .average,
        magnitude: $0[2].scalar)
    },
    Entry(
      name: "msraprelu",
      arguments: [.choice("factor_type", averageFactor), .number("slope", 0.25)],
      summary: "for rectifiers with a slope",
      formula: "N(0, s), s = √(2 / (1 + slope²) / fan)", source: "Gluon; He 2015",
      typeName: "MSRAPrelu"
    ) { MSRAPrelu(factorType: $0[0].word() ?? .average, slope: $0[1].scalar) },
    Entry(
      name: "bilinear",
      summary: "bilinear interpolation; f = ⌈width/2⌉, c = (2f - 1 - f mod 2) / 2f",
      formula: "(1 - |x/f - c|) (1 - |y/f - c|)",
      source: "Gluon; Long 2015"
    ) { _ in Bilinear() },
    Entry(
      name: "lstmbias", arguments: [.number("forget_bias", 1.0)],
      summary: "zeros, but not for the forget gate of an LSTM",
      formula: "0; forget_bias in the second quarter of the rows", source: "Gluon; Jozefowicz 2015",
      typeName: "LSTMBias"
    ) { LSTMBias(forgetBias: $0[0].scalar) },
    Entry(
      name: "orthogonal",
      arguments: [.number("scale", 1.414), .choice("rand_type", Orthogonal.RandomType.uniform)],
      summary: "orthogonal rows or columns of length scale",
      formula: "scale · singular vectors of U(-1, 1) or N(0, 1)", source: "Gluon; Saxe 2014"
    ) { Orthogonal(scale: $0[0].scalar, randomType: $0[1].word() ?? .uniform) },
    Entry(
      name: "fusedrnn",
      arguments: [
        .required("init", .text), .required("num_hidden", .count), .required("num_layers", .count),
        .required("mode", .choice(FusedRNN.Mode.allCases.map(\.rawValue))),
        Argument(name: "bidirectional", kind: .flag, fallback: .value(.flag(false))),
        .number("forget_bias", 1.0),
      ],
      summary: "each piece of the vector of a recurrent network by its name",
      formula: "init; 0 for biases; forget_bias for forget gates",
      source: "Gluon", typeName: "FusedRNN"
    ) { values throws(InitializerSyntaxError) in
      FusedRNN(
        try InitializerCatalog.standard.parse(values[0].string), hiddenCount: values[1].integer,
        layerCount: values[2].integer, mode: values[3].word() ?? .lstm,
        isBidirectional: values[4] == .flag(true), forgetBias: values[5].scalar)
    },
  ]

  private static let averageFactor = Xavier.FactorType.average
}
