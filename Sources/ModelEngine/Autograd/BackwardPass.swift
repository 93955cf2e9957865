internal import Tensors

/// One way back through a graph: from the heads to everything that wants a gradient.
struct BackwardPass {
  /// An output to start from, and what each of its elements counts.
  typealias Head = (output: NodeOutput, gradient: Tensor)

  /// The nodes, each after those it depends on, in the order in which nnvm visits them.
  let nodes: [GraphNode]
  private let positions: [ObjectIdentifier: Int]
  /// Whether a node or anything it depends on wants a gradient.
  private let isWanted: [Bool]
  /// What has arrived, by node and output.
  private var sums: [[Int: GradientSum]]
  /// What has arrived at parameters, in order.
  private var arrivals: [(use: ParameterUse, gradient: Tensor)] = []
  /// What has arrived at variables.
  private(set) var totals: [(cell: GradientCell, total: Tensor)] = []

  /// Orders the graph behind some heads.
  ///
  /// - Parameters:
  ///   - heads: The outputs to start from; of one that is given twice the last counts.
  ///   - wants: Whether a leaf wants its gradient.
  init(_ heads: [Head], wants: (GraphNode) -> Bool) {
    nodes = Self.ordered(heads.map(\.output.node))
    var positions: [ObjectIdentifier: Int] = [:]
    var isWanted: [Bool] = []
    for (position, node) in nodes.enumerated() {
      positions[ObjectIdentifier(node)] = position
      isWanted.append(
        wants(node) || node.inputs.contains { isWanted[positions[ObjectIdentifier($0)] ?? 0] })
    }
    self.positions = positions
    self.isWanted = isWanted
    sums = [[Int: GradientSum]](repeating: [:], count: nodes.count)
    for head in heads {
      sums[positions[ObjectIdentifier(head.output.node)] ?? 0][head.output.index] =
        GradientSum([head.gradient])
    }
  }

  /// Whether anything wants a gradient.
  var isUseful: Bool { isWanted.contains(true) }

  /// Goes back through all nodes.
  mutating func run() {
    for position in nodes.indices.reversed() where isWanted[position] {
      let arrived = sums[position]
      sums[position] = [:]
      switch nodes[position].kind {
      case .variable(let cell):
        if let total = arrived[0]?.total { totals.append((cell, total)) }
      case .parameter(let use):
        // A head that is itself a parameter; otherwise these arrive one by one.
        if let total = arrived[0]?.total { arrivals.append((use, total)) }
      case .operation(let operation):
        pull(operation, (0..<operation.outputCount).map { arrived[$0]?.total })
      case .freed: break
      }
    }
  }

  private mutating func pull(_ operation: GraphNode.Operation, _ gradients: [Tensor?]) {
    guard gradients.contains(where: { $0 != nil }) else { return }
    let places = operation.inputs.map { input in
      input.flatMap { positions[ObjectIdentifier($0.node)] }
    }
    let wanted = places.map { $0.map { isWanted[$0] } ?? false }
    let results = operation.pullback(gradients, wanted)
    precondition(results.count == wanted.count, "\(operation.name) returns other gradients")
    for (index, result) in results.enumerated() where wanted[index] {
      guard let result, let place = places[index], let input = operation.inputs[index] else {
        continue
      }
      if case .parameter(let use) = nodes[place].kind {
        arrivals.append((use, result))
      } else {
        sums[place][input.index, default: GradientSum()].add(result)
      }
    }
  }

  /// What has arrived at each parameter, in the order of the first arrivals.
  var parameterArrivals: [[(use: ParameterUse, gradient: Tensor)]] {
    var places: [ObjectIdentifier: Int] = [:]
    var groups: [[(use: ParameterUse, gradient: Tensor)]] = []
    for arrival in arrivals {
      let identity = ObjectIdentifier(arrival.use.parameter)
      if let place = places[identity] {
        groups[place].append(arrival)
      } else {
        places[identity] = groups.count
        groups.append([arrival])
      }
    }
    return groups
  }

  /// The nodes behind some heads, depth first, inputs before what is computed from them.
  private static func ordered(_ heads: [GraphNode]) -> [GraphNode] {
    var order: [GraphNode] = []
    var seen: Set<ObjectIdentifier> = []
    var stack: [(node: GraphNode, inputs: [GraphNode], next: Int)] = []
    for head in heads where seen.insert(ObjectIdentifier(head)).inserted {
      stack.append((head, head.inputs, 0))
      while let top = stack.last {
        if top.next == top.inputs.count {
          order.append(top.node)
          stack.removeLast()
          continue
        }
        stack[stack.count - 1].next += 1
        let input = top.inputs[top.next]
        if seen.insert(ObjectIdentifier(input)).inserted { stack.append((input, input.inputs, 0)) }
      }
    }
    return order
  }
}
