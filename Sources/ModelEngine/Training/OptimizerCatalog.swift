/// Every optimizer that can be named in a text: its arguments and defaults.
public struct OptimizerCatalog: Sendable {
  /// The optimizers, in alphabetical order of their names.
  public let entries: [Entry]

  /// One optimizer.
  public struct Entry: Sendable {
    /// The name in lower case.
    public let name: String
    /// The arguments, in the order in which they are given without names: its own, then those of all.
    public let arguments: [InitializerCatalog.Argument]
    /// What it does, in one line.
    public let summary: String
    /// Makes the optimizer from its own arguments; the settings come after.
    private let make: @Sendable ([InitializerArgument.Value]) -> any Optimizer

    /// Creates an entry.
    ///
    /// - Parameters:
    ///   - name: The name in lower case.
    ///   - learningRate: The default of the learning rate.
    ///   - arguments: The arguments of its own.
    ///   - summary: What it does, in one line.
    ///   - make: Makes the optimizer from a value for each argument of its own, of that kind.
    public init(
      name: String, learningRate: Double = 0.01, arguments: [InitializerCatalog.Argument],
      summary: String, make: @escaping @Sendable ([InitializerArgument.Value]) -> any Optimizer
    ) {
      self.name = name
      self.arguments =
        [.number("learning_rate", Scalar(learningRate))] + arguments + [
          .number("wd", 0.0), .optionalNumber("clip_gradient"), .number("rescale_grad", 1.0),
        ]
      self.summary = summary
      self.make = make
    }

    func make(from call: InitializerCall) throws(InitializerSyntaxError) -> any Optimizer {
      let values = try CallSignature(name: name, arguments: arguments).values(of: call)
      var optimizer = make(Array(values[1..<(values.count - 3)]))
      let common = values.suffix(3).map(\.number)
      optimizer.settings = OptimizerSettings(
        learningRate: values[0].number ?? 0, wd: common[0] ?? 0, clipGradient: common[1],
        rescaleGrad: common[2] ?? 1)
      return optimizer
    }
  }

  /// Reads an optimizer, in the grammar of initializers: `adam`, `sgd(learning_rate: 0.1)`.
  ///
  /// - Throws: An error that says where the text is wrong, what is allowed, and what was probably meant.
  public func parse(_ text: String) throws(InitializerSyntaxError) -> any Optimizer {
    let call = try InitializerCall(parsing: text, kind: "optimizer")
    let names = entries.map(\.name)
    guard let entry = entries.first(where: { $0.name == call.name.lowercased() }) else {
      let nearest = nearestName(to: call.name, among: names)
      throw InitializerSyntaxError(
        offset: call.offset,
        problem: .unknownOptimizer(name: call.name, nearest: nearest, allowed: names))
    }
    return try entry.make(from: call)
  }

  /// Gluon's optimizers that this engine has, with its names and defaults.
  public static let standard = OptimizerCatalog(entries: [
    Entry(
      name: "adagrad", arguments: [.number("eps", 1e-7)],
      summary: "a rate for each weight that falls with its squared gradients"
    ) { AdaGrad(eps: $0[0].scalar.value) },
    Entry(
      name: "adam", learningRate: 0.001,
      arguments: [.number("beta1", 0.9), .number("beta2", 0.999), .number("epsilon", 1e-8)],
      summary: "a mean of the gradient over a mean of its square, both corrected for their start"
    ) { Adam(beta1: $0[0].scalar.value, beta2: $0[1].scalar.value, epsilon: $0[2].scalar.value) },
    Entry(
      name: "nag", arguments: [.number("momentum", 0.0)],
      summary: "gradient descent with Nesterov's momentum"
    ) { NAG(momentum: $0[0].scalar.value) },
    Entry(
      name: "rmsprop", learningRate: 0.001,
      arguments: [
        .number("gamma1", 0.9), .number("gamma2", 0.9), .number("epsilon", 1e-8),
        .init(name: "centered", kind: .flag, fallback: .value(.flag(false))),
        .optionalNumber("clip_weights"),
      ],
      summary: "the gradient over a mean of its square, perhaps with its own mean taken off"
    ) {
      RMSProp(
        gamma1: $0[0].scalar.value, gamma2: $0[1].scalar.value, epsilon: $0[2].scalar.value,
        isCentered: $0[3] == .flag(true), clipWeights: $0[4].number)
    },
    Entry(
      name: "sgd", arguments: [.number("momentum", 0.0)],
      summary: "gradient descent, with momentum if that is above 0"
    ) { SGD(momentum: $0[0].scalar.value) },
  ])
}

extension InitializerCatalog.Argument {
  /// A number that need not be set.
  fileprivate static func optionalNumber(_ name: String) -> Self {
    Self(name: name, kind: .number, fallback: .value(.unset))
  }
}
