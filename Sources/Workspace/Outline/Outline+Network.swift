internal import ModelEngine
internal import Tensors

extension OutlineBuilder {
  /// Adds a block with its parameters, then everything below it.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - key: The attribute name of the block in its parent.
  ///   - path: The attribute path of the block, with a dot at the end; empty for the root.
  ///   - positions: The positions of parameters that were met before, by identity.
  ///   - describe: What is known of a parameter that is met for the first time.
  mutating func add(
    _ block: Block, key: String, path: String, positions: inout [ObjectIdentifier: Int],
    describe: (Parameter) -> ParameterInfo
  ) {
    open(key: key, name: block.name, summary: block.summary)
    for attribute in block.attributes {
      let identity = ObjectIdentifier(attribute.parameter)
      let position = positions[identity] ?? add(describe(attribute.parameter))
      positions[identity] = position
      use(position, path: path + attribute.key)
    }
    for child in block.children where !child.block.isPart(of: block) {
      add(
        child.block, key: child.key, path: "\(path)\(child.key).", positions: &positions,
        describe: describe)
    }
    close()
  }
}

extension Block {
  /// This block and all below that have a node of their own, in the order of the nodes.
  var outlined: [Block] {
    [self] + children.filter { !$0.block.isPart(of: self) }.flatMap(\.block.outlined)
  }

  /// Whether this is a detail of a layer, as its activation is, and nothing to look at by itself.
  fileprivate func isPart(of parent: Block) -> Bool {
    !parent.attributes.isEmpty && parametersByPath().isEmpty
  }
}
