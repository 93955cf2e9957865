public import Words

/// Why the graph of a `symbol.json` cannot be run, or a network has none.
public struct SymbolError: ExplainedError, Hashable {
  /// The file, as messages call it.
  public let file: String
  /// The node that it happened to, where there is one.
  public let node: Node?
  /// What is wrong.
  public let problem: Problem

  /// A node, as messages call it.
  public struct Node: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Its operation.
    public let operation: String
  }

  /// What can be wrong.
  public enum Problem: Hashable, Sendable {
    /// The operation is not one that can be run.
    case unknownOperation
    /// An attribute has not the form, or the size, that it has to have.
    case attribute(String, found: String?, expected: Phrase)
    /// The operation has another number of inputs.
    case inputCount(Int, expected: Phrase)
    /// An input has to be a parameter, or a result.
    case inputKind(position: Int, expected: Phrase)
    /// An input is not the first output of its node.
    case laterOutput(Int)
    /// The network has not one input, but these.
    case inputs([String])
    /// The network has several outputs.
    case heads(Int)
    /// Beside the graph are no parameters.
    case noParameters(expected: String)
    /// Layers refuse parameters, or a file of them does not fit.
    case refused(Phrase)
  }

  init(file: String, _ problem: Problem, node: Node? = nil) {
    self.file = file
    self.problem = problem
    self.node = node
  }

  /// Whether a file is missing, rather than wrong.
  var isOfMissingFile: Bool { if case .noParameters = problem { true } else { false } }

  /// The operations that can be run.
  static let operations = [
    "Activation", "BatchNorm", "Concat", "Convolution", "Dropout", "Embedding", "Flatten",
    "FullyConnected", "LayerNorm", "LeakyReLU", "Pooling", "RNN", "SwapAxis", "_mul_scalar",
    "_plus_scalar", "elemwise_add", "elemwise_mul", "elemwise_sub", "relu", "sigmoid", "softrelu",
    "softsign", "tanh",
  ]

  /// One line for the user.
  public var phrase: Phrase {
    guard let node else { return "\(file): \(problem.phrase)" }
    return "\(file), node \(oneLine(node.name)) (\(oneLine(node.operation))): \(problem.phrase)"
  }
}

extension SymbolError.Problem {
  fileprivate var phrase: Phrase {
    switch self {
    case .unknownOperation:
      "this operation cannot be run. Known are \(SymbolError.operations.joined(separator: ", "))."
    case .attribute(let key, let found?, let expected):
      "\(key) is \(oneLine(String(found.prefix(80)))), expected \(expected)."
    case .attribute(let key, nil, let expected): "\(key) is missing, expected \(expected)."
    case .inputCount(let count, let expected): "has \(count) inputs, expected \(expected)."
    case .inputKind(let position, let expected): "input \(position) has to be \(expected)."
    case .laterOutput(let output):
      "takes output \(output) of another node, of which only output 0 can be used."
    case .inputs(let names) where names.count > 1:
      """
      the network has \(names.count) inputs\(Self.list(names)), expected one. A parameter may be \
      missing in the file of parameters.
      """
    case .inputs(let names):
      "the network has \(names.count) inputs\(Self.list(names)), expected one."
    case .heads(let count): "the network has \(count) outputs, expected one."
    case .noParameters(let expected):
      "there is no file of parameters beside it, expected \(expected)."
    case .refused(let reason): reason
    }
  }

  private static func list(_ names: [String]) -> String {
    if names.isEmpty { return "" }
    let shown = names.prefix(4).map { oneLine(String($0.prefix(80))) }.joined(separator: ", ")
    return " (\(shown)\(names.count > 4 ? ", …" : ""))"
  }
}
