extension InitializerCatalog {
  /// The initializers of PyTorch, Keras and JAX, under their names and with their defaults.
  static let frameworks: [Entry] = fans + variances + ranges + matrices

  private static let fans: [Entry] = [
    Entry(
      name: "kaiming_uniform", arguments: kaimingArguments,
      summary: "keeps the variance through rectifiers",
      formula: "U(-b, b), b = gain √(3 / fan)", source: "PyTorch; He 2015",
      typeName: "KaimingUniform"
    ) {
      KaimingUniform(
        a: $0[0].scalar, mode: $0[1].word() ?? .inputs, nonlinearity: $0[2].word() ?? .leakyRelu)
    },
    Entry(
      name: "kaiming_normal", arguments: kaimingArguments,
      summary: "keeps the variance through rectifiers", formula: "N(0, gain / √fan)",
      source: "PyTorch; He 2015", typeName: "KaimingNormal"
    ) {
      KaimingNormal(
        a: $0[0].scalar, mode: $0[1].word() ?? .inputs, nonlinearity: $0[2].word() ?? .leakyRelu)
    },
    Entry(
      name: "xavier_uniform", arguments: [.number("gain", 1)],
      summary: "keeps the variance of signals and gradients",
      formula: "U(-b, b), b = gain √(6 / (fan_in + fan_out))", source: "PyTorch; Glorot 2010",
      typeName: "XavierUniform"
    ) { XavierUniform(gain: $0[0].scalar) },
    Entry(
      name: "xavier_normal", arguments: [.number("gain", 1)],
      summary: "keeps the variance of signals and gradients",
      formula: "N(0, gain √(2 / (fan_in + fan_out)))", source: "PyTorch; Glorot 2010",
      typeName: "XavierNormal"
    ) { XavierNormal(gain: $0[0].scalar) },
    Entry(
      name: "torch_default", summary: "what linear layers and convolutions do, biases too",
      formula: "U(-b, b), b = 1 / √fan_in", source: "PyTorch", typeName: "TorchDefault"
    ) { _ in TorchDefault() },
  ]

  private static let kaimingArguments: [Argument] = [
    .number("a", 0), .choice("mode", FanMode.inputs),
    .choice("nonlinearity", Nonlinearity.leakyRelu),
  ]

  private static let variances: [Entry] = [
    Entry(
      name: "variance_scaling",
      arguments: [
        .number("scale", 1), .choice("mode", VarianceScaling.Mode.inputs),
        .choice("distribution", VarianceScaling.Shape.truncatedNormal),
      ],
      summary: "a distribution of a given variance", formula: "variance scale / fan",
      source: "Keras, JAX", typeName: "VarianceScaling"
    ) {
      VarianceScaling(
        scale: $0[0].scalar, mode: $0[1].word() ?? .inputs,
        distribution: $0[2].word() ?? .truncatedNormal)
    },
    Entry(
      name: "glorot_uniform", summary: "keeps the variance of signals and gradients",
      formula: "U(-b, b), b = √(6 / (fan_in + fan_out))", source: "Keras, JAX; Glorot 2010",
      typeName: "GlorotUniform"
    ) { _ in GlorotUniform() },
    Entry(
      name: "glorot_normal", summary: "keeps the variance of signals and gradients",
      formula: "T(0, s), variance 2 / (fan_in + fan_out)", source: "Keras, JAX; Glorot 2010",
      typeName: "GlorotNormal"
    ) { _ in GlorotNormal() },
    Entry(
      name: "he_uniform", summary: "keeps the variance through rectifiers",
      formula: "U(-b, b), b = √(6 / fan_in)", source: "Keras, JAX; He 2015",
      typeName: "HeUniform"
    ) { _ in HeUniform() },
    Entry(
      name: "he_normal", summary: "keeps the variance through rectifiers",
      formula: "T(0, s), variance 2 / fan_in", source: "Keras, JAX; He 2015",
      typeName: "HeNormal"
    ) { _ in HeNormal() },
    Entry(
      name: "lecun_uniform", summary: "keeps the variance of signals",
      formula: "U(-b, b), b = √(3 / fan_in)", source: "Keras, JAX; LeCun 1998",
      typeName: "LecunUniform"
    ) { _ in LecunUniform() },
    Entry(
      name: "lecun_normal", summary: "keeps the variance of signals",
      formula: "T(0, s), variance 1 / fan_in", source: "Keras, JAX; LeCun 1998",
      typeName: "LecunNormal"
    ) { _ in LecunNormal() },
  ]

  private static let ranges: [Entry] = [
    Entry(
      name: "random_uniform", arguments: [.number("minval", -0.05), .number("maxval", 0.05)],
      summary: "uniform between two bounds", formula: "U(minval, maxval)", source: "Keras",
      typeName: "RandomUniform"
    ) { RandomUniform(minval: $0[0].scalar, maxval: $0[1].scalar) },
    Entry(
      name: "random_normal", arguments: [.number("mean", 0), .number("stddev", 0.05)],
      summary: "normal with a mean and a standard deviation", formula: "N(mean, stddev)",
      source: "Keras", typeName: "RandomNormal"
    ) { RandomNormal(mean: $0[0].scalar, stddev: $0[1].scalar) },
    Entry(
      name: "trunc_normal",
      arguments: [.number("mean", 0), .number("std", 1), .number("a", -2), .number("b", 2)],
      summary: "normal between two bounds", formula: "N(mean, std) within [a, b]",
      source: "PyTorch", typeName: "TruncNormal"
    ) { TruncNormal(mean: $0[0].scalar, std: $0[1].scalar, a: $0[2].scalar, b: $0[3].scalar) },
    Entry(
      name: "truncated_normal", arguments: [.number("stddev", 0.05)],
      summary: "normal without its tails", formula: "N(0, stddev) within ±2 stddev",
      source: "Keras", typeName: "TruncatedNormal"
    ) { TruncatedNormal(stddev: $0[0].scalar) },
  ]

  private static let matrices: [Entry] = [
    Entry(
      name: "eye", aliases: ["identity"], arguments: [.number("gain", 1)],
      summary: "the identity matrix", formula: "gain on the main diagonal, else 0",
      source: "PyTorch, Keras"
    ) { Eye(gain: $0[0].scalar) },
    Entry(
      name: "dirac",
      arguments: [
        Argument(name: "groups", kind: .count, fallback: .value(.number(1)))
      ],
      summary: "kernels that pass their channels through",
      formula: "1 at the centre, from a channel to itself, else 0", source: "PyTorch"
    ) { Dirac(groups: $0[0].integer) },
    Entry(
      name: "orthogonal_torch", arguments: [.number("gain", 1)],
      summary: "a random orthogonal matrix",
      formula: "gain · Q of the QR of N(0, 1), diagonal of R > 0",
      source: "PyTorch; Saxe 2014", typeName: "OrthogonalTorch"
    ) { OrthogonalTorch(gain: $0[0].scalar) },
    Entry(
      name: "delta_orthogonal", arguments: [.number("scale", 1)],
      summary: "kernels that keep the length of their input",
      formula: "scale · Q at the kernel's centre, else 0", source: "JAX; Xiao 2018",
      typeName: "DeltaOrthogonal"
    ) { DeltaOrthogonal(scale: $0[0].scalar) },
    Entry(
      name: "sparse", arguments: [.required("sparsity", .number), .number("std", 0.01)],
      summary: "few connections to each unit",
      formula: "N(0, std), ⌈sparsity · rows⌉ zeros in each column",
      source: "PyTorch; Martens 2010"
    ) { Sparse(sparsity: $0[0].scalar, std: $0[1].scalar) },
  ]

  /// The initializers that no framework has.
  static let own: [Entry] = [
    Entry(
      name: "like", arguments: [.required("parameter", .text)],
      summary: "normal, as wide as another parameter",
      formula: "N(m, s) with the mean m and deviation s of parameter", source: "own"
    ) { Like(parameter: $0[0].string) },
    Entry(
      name: "permute", summary: "the same distribution without the structure",
      formula: "the present values in a random order", source: "own"
    ) { _ in Permute() },
    Entry(
      name: "expr",
      arguments: [
        Argument(
          name: "source", kind: .expression, fallback: .value(.expression(ExpressionRule.example)))
      ],
      summary: "an expression of one's own in uniform, normal, x, fan_in, i, j, ...",
      formula: "source, for each element", source: "own", typeName: "ExpressionRule"
    ) { values throws(InitializerSyntaxError) in try ExpressionRule(values[0].string) },
  ]
}
