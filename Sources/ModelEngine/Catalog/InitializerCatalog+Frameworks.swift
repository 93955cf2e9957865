extension InitializerCatalog {
  /// The initializers of PyTorch, Keras and JAX, under their names and with their defaults.
  static let frameworks: [Entry] = fans + variances + ranges + matrices

  private static let fans: [Entry] = [
    Entry(
      name: "kaiming_uniform", arguments: kaimingArguments,
      summary: "PyTorch: uniform within gain √(3 / fan)", typeName: "KaimingUniform"
    ) {
      KaimingUniform(
        a: $0[0].scalar, mode: $0[1].word() ?? .inputs, nonlinearity: $0[2].word() ?? .leakyRelu)
    },
    Entry(
      name: "kaiming_normal", arguments: kaimingArguments,
      summary: "PyTorch: normal with gain / √fan", typeName: "KaimingNormal"
    ) {
      KaimingNormal(
        a: $0[0].scalar, mode: $0[1].word() ?? .inputs, nonlinearity: $0[2].word() ?? .leakyRelu)
    },
    Entry(
      name: "xavier_uniform", arguments: [.number("gain", 1)],
      summary: "PyTorch: uniform within gain √(6 / (fan_in + fan_out))", typeName: "XavierUniform"
    ) { XavierUniform(gain: $0[0].scalar) },
    Entry(
      name: "xavier_normal", arguments: [.number("gain", 1)],
      summary: "PyTorch: normal with gain √(2 / (fan_in + fan_out))", typeName: "XavierNormal"
    ) { XavierNormal(gain: $0[0].scalar) },
    Entry(
      name: "torch_default", summary: "PyTorch's layers: uniform within 1 / √fan_in, biases too",
      typeName: "TorchDefault"
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
      summary: "Keras, JAX: variance scale / fan", typeName: "VarianceScaling"
    ) {
      VarianceScaling(
        scale: $0[0].scalar, mode: $0[1].word() ?? .inputs,
        distribution: $0[2].word() ?? .truncatedNormal)
    },
    Entry(
      name: "glorot_uniform", summary: "Keras, JAX: uniform, variance 2 / (fan_in + fan_out)",
      typeName: "GlorotUniform"
    ) { _ in GlorotUniform() },
    Entry(
      name: "glorot_normal", summary: "Keras, JAX: truncated normal, 2 / (fan_in + fan_out)",
      typeName: "GlorotNormal"
    ) { _ in GlorotNormal() },
    Entry(
      name: "he_uniform", summary: "Keras, JAX: uniform, variance 2 / fan_in",
      typeName: "HeUniform"
    ) { _ in HeUniform() },
    Entry(
      name: "he_normal", summary: "Keras, JAX: truncated normal, variance 2 / fan_in",
      typeName: "HeNormal"
    ) { _ in HeNormal() },
    Entry(
      name: "lecun_uniform", summary: "Keras, JAX: uniform, variance 1 / fan_in",
      typeName: "LecunUniform"
    ) { _ in LecunUniform() },
    Entry(
      name: "lecun_normal", summary: "Keras, JAX: truncated normal, variance 1 / fan_in",
      typeName: "LecunNormal"
    ) { _ in LecunNormal() },
  ]

  private static let ranges: [Entry] = [
    Entry(
      name: "random_uniform", arguments: [.number("minval", -0.05), .number("maxval", 0.05)],
      summary: "Keras: uniform between two bounds", typeName: "RandomUniform"
    ) { RandomUniform(minval: $0[0].scalar, maxval: $0[1].scalar) },
    Entry(
      name: "random_normal", arguments: [.number("mean", 0), .number("stddev", 0.05)],
      summary: "Keras: normal with a mean and a standard deviation", typeName: "RandomNormal"
    ) { RandomNormal(mean: $0[0].scalar, stddev: $0[1].scalar) },
    Entry(
      name: "trunc_normal",
      arguments: [.number("mean", 0), .number("std", 1), .number("a", -2), .number("b", 2)],
      summary: "PyTorch: normal between the bounds a and b", typeName: "TruncNormal"
    ) { TruncNormal(mean: $0[0].scalar, std: $0[1].scalar, a: $0[2].scalar, b: $0[3].scalar) },
    Entry(
      name: "truncated_normal", arguments: [.number("stddev", 0.05)],
      summary: "Keras: normal within two standard deviations", typeName: "TruncatedNormal"
    ) { TruncatedNormal(stddev: $0[0].scalar) },
  ]

  private static let matrices: [Entry] = [
    Entry(
      name: "eye", aliases: ["identity"], arguments: [.number("gain", 1)],
      summary: "PyTorch, Keras: gain on the main diagonal, else 0"
    ) { Eye(gain: $0[0].scalar) },
    Entry(
      name: "dirac",
      arguments: [
        Argument(name: "groups", kind: .count, fallback: .value(.number(1)))
      ],
      summary: "PyTorch: kernels that pass their channels through"
    ) { Dirac(groups: $0[0].integer) },
    Entry(
      name: "orthogonal_torch", arguments: [.number("gain", 1)],
      summary: "PyTorch: a random orthogonal matrix", typeName: "OrthogonalTorch"
    ) { OrthogonalTorch(gain: $0[0].scalar) },
    Entry(
      name: "delta_orthogonal", arguments: [.number("scale", 1)],
      summary: "JAX: an orthogonal matrix at the kernel's centre", typeName: "DeltaOrthogonal"
    ) { DeltaOrthogonal(scale: $0[0].scalar) },
    Entry(
      name: "sparse", arguments: [.required("sparsity", .number), .number("std", 0.01)],
      summary: "PyTorch: normal, with a share of zeros in each column"
    ) { Sparse(sparsity: $0[0].scalar, std: $0[1].scalar) },
  ]

  /// The initializers that no framework has.
  static let own: [Entry] = [
    Entry(
      name: "like", arguments: [.required("parameter", .text)],
      summary: "normal, with the mean and the deviation of another parameter"
    ) { Like(parameter: $0[0].string) },
    Entry(name: "permute", summary: "the present values in a random order") { _ in Permute() },
    Entry(
      name: "expr",
      arguments: [
        Argument(
          name: "source", kind: .expression, fallback: .value(.expression(ExpressionRule.example)))
      ],
      summary: "an expression of one's own: uniform, normal, x, fan_in, i, j",
      typeName: "ExpressionRule"
    ) { values throws(InitializerSyntaxError) in try ExpressionRule(values[0].string) },
  ]
}
