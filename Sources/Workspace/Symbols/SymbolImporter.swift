internal import Checkpoints
internal import ModelEngine
internal import Tensors
internal import Words

/// Makes a network of layers of a graph and the names and shapes of its parameters.
struct SymbolImporter {
  let file: String
  let graph: SymbolGraph
  /// The descriptions of the saved parameters, by name.
  let saved: [String: TensorDescription]
  /// The parameters that were made, by node.
  private var parameters: [Int: Parameter] = [:]
  /// What each node has made, as a `GraphBlock` counts.
  private var values: [Int: Int] = [:]
  private var steps: [GraphBlock.Step] = []
  /// The only node that takes each node, if there is one.
  private let consumers: [Int: [Int]]

  init(file: String, graph: SymbolGraph, saved: [String: TensorDescription]) {
    self.file = file
    self.graph = graph
    self.saved = saved
    var consumers: [Int: [Int]] = [:]
    for (index, node) in graph.nodes.enumerated() {
      for input in node.inputs { consumers[input.node, default: []].append(index) }
    }
    self.consumers = consumers
  }

  /// Makes the network.
  ///
  /// A chain of layers becomes a `HybridSequential`, anything else a `GraphBlock`.
  ///
  /// - Returns: The network, whose parameters have no values yet.
  /// - Throws: An error that names the node, its operation, and what is expected.
  mutating func network() throws(SymbolError) -> HybridBlock {
    let inputs = graph.nodes.indices.filter { isInput($0) }
    guard graph.heads.count == 1 else { throw error(.heads(graph.heads.count)) }
    guard inputs.count == 1 else { throw error(.inputs(inputs.map { graph.nodes[$0].name })) }
    values[inputs[0]] = 0
    for index in graph.nodes.indices where !graph.nodes[index].isVariable && values[index] == nil {
      try add(index)
    }
    let head = graph.heads[0]
    guard let result = values[head.node], head.output == 0 else {
      throw error(.inputKind(position: head.output, expected: "a result, as the head"))
    }
    return chain(result) ?? GraphBlock(steps, result: result)
  }

  private func isInput(_ index: Int) -> Bool {
    let node = graph.nodes[index]
    return node.isVariable && saved[node.name] == nil && !(consumers[index] ?? []).isEmpty
  }

  /// The layers one after the other, if that is all there is.
  private func chain(_ result: Int) -> HybridSequential? {
    guard result == steps.count else { return nil }
    var layers: [HybridBlock] = []
    for (index, step) in steps.enumerated() {
      guard case .layer(let layer) = step.work, step.operands == [index] else { return nil }
      layers.append(layer)
    }
    let network = HybridSequential()
    network.add(layers)
    return network
  }

  private mutating func add(_ index: Int) throws(SymbolError) {
    // What belongs to a recurrent layer is looked at from there.
    if isPartOfRecurrence(index) { return }
    let attributes = attributes(index)
    if let operation = try attributes.operation() {
      let operands = try operands(index)
      guard operation.operandCount.map({ $0 == operands.count }) ?? !operands.isEmpty else {
        throw attributes.refuse(
          .inputCount(operands.count, expected: "\(operation.operandCount ?? 1)"))
      }
      steps.append(GraphBlock.Step(.operation(operation), of: operands))
      values[index] = steps.count
      return
    }
    if try attributes.isIdentity() {
      values[index] = try operands(index).first
      return
    }
    try addLayer(index, attributes)
  }

  private mutating func addLayer(
    _ index: Int, _ attributes: SymbolAttributes
  ) throws(SymbolError) {
    let fused = fusedActivation(of: index)
    let layer: HybridBlock
    do {
      layer = try self.layer(index, attributes, fused?.function)
    } catch let error as SymbolError {
      throw error
    } catch {
      throw attributes.refuse(.refused(Phrase(verbatim: oneLine("\(error)"))))
    }
    let operand = try operand(index, 0)
    steps.append(GraphBlock.Step(.layer(layer), of: [operand]))
    values[index] = steps.count
    if let fused { values[fused.node] = steps.count }
  }

  /// The activation that Gluon's layer has made inside its own scope, if that follows.
  private func fusedActivation(of index: Int) -> (node: Int, function: ActivationFunction)? {
    guard ["FullyConnected", "Convolution"].contains(graph.nodes[index].operation),
      let followers = consumers[index], followers.count == 1, graph.heads[0].node != index,
      graph.nodes[followers[0]].operation == "Activation",
      let function = graph.nodes[followers[0]]["act_type"].flatMap(ActivationFunction.init),
      graph.nodes[followers[0]].name == "\(prefix(index))\(function.rawValue)_fwd"
    else { return nil }
    return (followers[0], function)
  }

  func attributes(_ index: Int) -> SymbolAttributes {
    SymbolAttributes(file: file, node: graph.nodes[index])
  }

  func error(_ problem: SymbolError.Problem) -> SymbolError { SymbolError(file: file, problem) }

  /// What the names of a layer start with: `dense0_` of `dense0_fwd`, `flatten0_` of
  /// `flatten0_flatten0`.
  func prefix(_ index: Int) -> String {
    let name = graph.nodes[index].name
    guard let end = name.lastIndex(of: "_"), end != name.startIndex else { return name + "_" }
    let last = name[name.index(after: end)...]
    let isOwn = last == "fwd" || last.last?.isNumber == true && name.first != "_"
    return isOwn ? String(name[...end]) : name + "_"
  }

  /// What a node takes as one of its inputs, as a `GraphBlock` counts.
  func operand(_ index: Int, _ position: Int) throws(SymbolError) -> Int {
    let inputs = graph.nodes[index].inputs
    guard inputs.indices.contains(position) else {
      throw attributes(index).refuse(.inputCount(inputs.count, expected: "more"))
    }
    guard inputs[position].output == 0 else {
      throw attributes(index).refuse(.laterOutput(inputs[position].output))
    }
    guard let value = values[inputs[position].node] else {
      throw attributes(index).refuse(.inputKind(position: position, expected: "a result"))
    }
    return value
  }

  private func operands(_ index: Int) throws(SymbolError) -> [Int] {
    var operands: [Int] = []
    for position in graph.nodes[index].inputs.indices {
      operands.append(try operand(index, position))
    }
    return operands
  }

  /// The parameters of a layer under the names that the layer has for them.
  ///
  /// - Parameters:
  ///   - index: The node.
  ///   - wanted: Local names, with the positions of the inputs, and whether they are learned.
  /// - Returns: A dictionary under the layer's prefix.
  /// - Throws: `inputKind` for an input that is no parameter.
  mutating func parameters(
    _ index: Int, _ wanted: [(key: String, entry: SymbolGraph.Entry?, isLearned: Bool)]
  ) throws(SymbolError) -> ParameterDict {
    var aliases: [(localName: String, parameter: Parameter)] = []
    for (position, item) in wanted.enumerated() {
      guard let node = item.entry?.node, let tensor = saved[graph.nodes[node].name],
        graph.nodes[node].isVariable
      else {
        throw attributes(index).refuse(
          .inputKind(position: position + 1, expected: "a parameter (\(item.key))"))
      }
      let parameter = parameters[node] ?? makeParameter(node, tensor, isLearned: item.isLearned)
      parameters[node] = parameter
      aliases.append((item.key, parameter))
    }
    return ParameterDict(prefix: prefix(index), aliases: aliases)
  }

  private func makeParameter(
    _ node: Int, _ tensor: TensorDescription, isLearned: Bool
  ) -> Parameter {
    let attributes = graph.nodes[node]
    return Parameter(
      attributes.name, shape: tensor.shape, elementType: tensor.elementType,
      gradReq: isLearned ? .write : .null,
      initializer: attributes["__init__"].map { NamedInitializer($0) },
      lrMult: attributes["__lr_mult__"].flatMap(Double.init) ?? 1,
      wdMult: attributes["__wd_mult__"].flatMap(Double.init) ?? 1, allowDeferredInit: true,
      isDifferentiable: isLearned)
  }
}
