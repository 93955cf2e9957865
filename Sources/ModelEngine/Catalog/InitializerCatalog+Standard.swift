extension InitializerCatalog {
  /// Gluon's initializers, those of PyTorch, Keras and JAX, and a few of its own.
  public static let standard = InitializerCatalog(gluon + frameworks + own)

  /// Gluon's initializers, with its names, aliases and defaults.
  private static let gluon: [Entry] = [
    Entry(name: "zero", aliases: ["zeros"], summary: "0 everywhere") { _ in Zero() },
    Entry(name: "one", aliases: ["ones"], summary: "1 everywhere") { _ in One() },
    Entry(
      name: "constant",
      arguments: [Argument(name: "value", kind: .array, fallback: .required)],
      summary: "one value everywhere, or an array repeated to the shape"
    ) {
      if case .array(let array) = $0[0] { Constant(array) } else { Constant($0[0].scalar) }
    },
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
      summary: "normal with √(2 / (1 + slope²) / fan), for rectifiers", typeName: "MSRAPrelu"
    ) { MSRAPrelu(factorType: $0[0].word() ?? .average, slope: $0[1].scalar) },
    Entry(name: "bilinear", summary: "the kernel of bilinear interpolation") { _ in Bilinear() },
    Entry(
      name: "lstmbias", arguments: [.number("forget_bias", 1.0)],
      summary: "0, and forget_bias in the forget gate of an LSTM", typeName: "LSTMBias"
    ) { LSTMBias(forgetBias: $0[0].scalar) },
    Entry(
      name: "orthogonal",
      arguments: [.number("scale", 1.414), .choice("rand_type", Orthogonal.RandomType.uniform)],
      summary: "orthogonal rows or columns of length scale"
    ) { Orthogonal(scale: $0[0].scalar, randomType: $0[1].word() ?? .uniform) },
    Entry(
      name: "fusedrnn",
      arguments: [
        .required("init", .text), .required("num_hidden", .count), .required("num_layers", .count),
        .required("mode", .choice(FusedRNN.Mode.allCases.map(\.rawValue))),
        Argument(name: "bidirectional", kind: .flag, fallback: .value(.flag(false))),
        .number("forget_bias", 1.0),
      ],
      summary: "each piece of the vector of a recurrent network by its name", typeName: "FusedRNN"
    ) { values throws(InitializerSyntaxError) in
      FusedRNN(
        try InitializerCatalog.standard.parse(values[0].string), hiddenCount: values[1].integer,
        layerCount: values[2].integer, mode: values[3].word() ?? .lstm,
        isBidirectional: values[4] == .flag(true), forgetBias: values[5].scalar)
    },
  ]

  private static let averageFactor = Xavier.FactorType.average
}
