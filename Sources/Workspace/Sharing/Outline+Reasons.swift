internal import ModelEngine

extension Outline {
  /// Gives each use the parameter at a position; groups that remain keep their letters.
  mutating func share(_ parameterOfUse: [Int], openedUses: [Int], blocks: [Block]) {
    for index in parameters.indices { parameters[index].uses = [] }
    for (use, parameter) in parameterOfUse.enumerated() {
      uses[use].parameter = parameter
      uses[use].reason = .created
      parameters[parameter].uses.append(use)
    }
    for index in parameters.indices where parameters[index].uses.count < 2 {
      parameters[index].tie = nil
    }
    for index in parameters.indices
    where parameters[index].uses.count > 1 && parameters[index].tie == nil {
      let taken = Set(parameters.compactMap(\.tie))
      parameters[index].tie = (0...).first { !taken.contains($0) }
    }
    if !blocks.isEmpty { explainUses(blocks: blocks) }
    // A file has no names but those of its tensors: one stands for all that share.
    for index in parameters.indices where blocks.isEmpty {
      if let first = parameters[index].uses.first { parameters[index].name = uses[first].path }
    }
    for use in uses.indices where openedUses[use] != uses[use].parameter {
      uses[use].reason = parameters[uses[use].parameter].uses.count > 1 ? .tied : .created
    }
  }

  /// Says of each use how its block came to the parameter.
  ///
  /// - Parameter blocks: The block of each node.
  mutating func explainUses(blocks: [Block]) {
    var firstNode: [ObjectIdentifier: Int] = [:]
    for (node, block) in blocks.enumerated() where firstNode[ObjectIdentifier(block)] == nil {
      firstNode[ObjectIdentifier(block)] = node
    }
    for parameter in parameters.indices {
      for (position, use) in parameters[parameter].uses.enumerated() {
        let node = uses[use].node
        uses[use].callCount = callCount(of: node, blocks: blocks)
        let first = firstNode[ObjectIdentifier(blocks[node])] ?? node
        if first != node {
          uses[use].reason = .reuse(of: nodes[first].name)
        } else if position > 0 {
          uses[use].reason = .parameters(of: nodes[uses[parameters[parameter].uses[0]].node].name)
        }
      }
    }
  }

  /// Once, where only containers that call each child in turn are above.
  private func callCount(of node: Int, blocks: [Block]) -> Int? {
    var parent = nodes[node].parent
    while let index = parent {
      guard blocks[index] is Sequential || blocks[index] is HybridSequential else { return nil }
      parent = nodes[index].parent
    }
    return 1
  }
}
