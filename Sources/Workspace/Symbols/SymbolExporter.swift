internal import Checkpoints
internal import ModelEngine
internal import Tensors
internal import Words

/// Makes the graph that Gluon's `export` writes of a network.
struct SymbolExporter {
  private let file: String
  private var nodes: [(node: SymbolGraph.Node, outputCount: Int)] = []
  private var variables: [ObjectIdentifier: SymbolGraph.Entry] = [:]
  /// What the innermost container's names start with.
  private(set) var containerPrefix = ""

  /// Creates an exporter.
  ///
  /// - Parameter file: What messages call the file.
  init(file: String) {
    self.file = file
  }

  /// The graph of a network.
  ///
  /// - Throws: An error that names the first block that cannot be expressed.
  mutating func graph(of network: Block) throws(SymbolError) -> SymbolGraph {
    let data = add(SymbolGraph.Node("null", name: "data"))
    let head = try add(network, data)
    return SymbolGraph(nodes, heads: [head])
  }

  /// Adds a node.
  mutating func add(
    _ node: SymbolGraph.Node, outputCount: Int = 1
  ) -> SymbolGraph.Entry {
    nodes.append((node, outputCount))
    return SymbolGraph.Entry(nodes.count - 1)
  }

  /// Adds an operation.
  mutating func add(
    _ operation: String, _ name: String, _ inputs: [SymbolGraph.Entry],
    _ attributes: [(String, String)] = [], outputCount: Int = 1
  ) -> SymbolGraph.Entry {
    let attributes = attributes.sorted { $0.0 < $1.0 }.map { SymbolGraph.Attribute($0.0, $0.1) }
    return add(
      SymbolGraph.Node(operation, name: name, attributes: attributes, inputs: inputs),
      outputCount: outputCount)
  }

  /// The variable of a parameter, which is one node however often it is used.
  ///
  /// Source: MXNet `Parameter.var` in `gluon/parameter.py`.
  mutating func variable(_ parameter: Parameter, isState: Bool = false) -> SymbolGraph.Entry {
    let identity = ObjectIdentifier(parameter)
    if let known = variables[identity] {
      return SymbolGraph.Entry(known.node, version: isState ? 1 : 0)
    }
    let shape = parameter.shapeBeforeInference ?? parameter.shape
    var attributes = [
      ("__dtype__", "\(parameter.elementType.paramsCode ?? 0)"),
      ("__lr_mult__", Scalar(parameter.lrMult).description),
      ("__shape__", shape.pythonDescription), ("__storage_type__", "0"),
      ("__wd_mult__", Scalar(parameter.wdMult).description),
    ]
    if let initializer = parameter.initializer {
      attributes.append(("__init__", initializer.symbolText))
    }
    let entry = add("null", parameter.name, [], attributes)
    variables[identity] = entry
    return SymbolGraph.Entry(entry.node, version: isState ? 1 : 0)
  }

  /// Adds a block, applied to what another node has made.
  mutating func add(
    _ block: Block, _ input: SymbolGraph.Entry
  ) throws(SymbolError) -> SymbolGraph.Entry {
    if block is any BlockContainer {
      let outer = containerPrefix
      defer { containerPrefix = outer }
      containerPrefix = block.prefix
      var output = input
      for child in block.children { output = try add(child.block, output) }
      return output
    }
    if let graph = block as? GraphBlock { return try add(graph, input) }
    guard let output = layer(block, input) else {
      throw SymbolError(
        file: file,
        .refused(
          """
          \(block.name) (\(String(describing: type(of: block)))) cannot be written as operations \
          of MXNet; save its parameters as .params or .safetensors instead.
          """))
    }
    guard let act = block.act else { return output }
    return try add(act, output)
  }

  private mutating func add(
    _ graph: GraphBlock, _ input: SymbolGraph.Entry
  ) throws(SymbolError) -> SymbolGraph.Entry {
    var values = [input]
    for (index, step) in graph.steps.enumerated() {
      let operands = step.operands.map { values[$0] }
      switch step.work {
      case .layer(let layer): values.append(try add(layer, operands[0]))
      case .operation(let operation):
        let (name, attributes) = operation.symbol(operandCount: operands.count)
        values.append(add(name, "\(graph.prefix)\(name)\(index)", operands, attributes))
      }
    }
    return values[graph.result]
  }
}

extension GraphOperation {
  /// MXNet's operation and its attributes.
  fileprivate func symbol(
    operandCount: Int
  ) -> (name: String, attributes: [(String, String)]) {
    switch self {
    case .sum: ("elemwise_add", [])
    case .difference: ("elemwise_sub", [])
    case .product: ("elemwise_mul", [])
    case .concatenation(let axis):
      ("Concat", [("dim", "\(axis)"), ("num_args", "\(operandCount)")])
    case .scale(let number): ("_mul_scalar", [("scalar", Scalar(number).description)])
    case .shift(let number): ("_plus_scalar", [("scalar", Scalar(number).description)])
    case .exchange: ("SwapAxis", [("dim1", "0"), ("dim2", "1")])
    }
  }
}

extension Initializer {
  /// What Gluon's layers are told: the name of their defaults, or the text that was given.
  fileprivate var symbolText: String {
    switch self {
    case let named as NamedInitializer: named.text
    case is Zero: "zeros"
    case is One: "ones"
    default: dumps
    }
  }
}
