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
    // What a layer is made of is told by its summary.
    let children = block is HybridBlock && !(block is any BlockContainer) ? [] : block.children
    for child in children {
      add(
        child.block, key: child.key, path: "\(path)\(child.key).", positions: &positions,
        describe: describe)
    }
    close()
  }
}
