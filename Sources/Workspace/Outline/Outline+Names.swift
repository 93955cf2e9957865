internal import Tensors

extension OutlineBuilder {
  /// Adds the tree that dotted names spell, siblings in natural order.
  ///
  /// - Parameters:
  ///   - tensors: What the file holds, in its order.
  ///   - title: The name of the root.
  /// - Complexity: O(n log n) in the bytes of all names; names that follow one another in the tree
  ///   cost least.
  mutating func add(_ tensors: [TensorDescription], title: String) {
    var tree = NameTree()
    for index in tensors.indices { tree.insert(tensors[index].name) }
    let named = NamedTensors(
      tree: tree, children: tree.sortedChildren(), leaves: tree.sortedLeaves(), tensors: tensors)
    reserve(nodeCount: tree.nodeCount, parameterCount: tensors.count)
    add(0, of: named, key: "", name: title)
  }

  /// A tree of names, sorted, and the tensors that have them.
  private struct NamedTensors {
    let tree: NameTree
    let children: Groups
    let leaves: Groups
    let tensors: [TensorDescription]
  }

  private mutating func add(_ node: Int, of named: NamedTensors, key: String, name: String) {
    open(key: key, name: name, summary: "")
    for leaf in named.leaves[node] {
      let tensor = named.tensors[leaf]
      var info = ParameterInfo(
        name: tensor.name, elementType: tensor.elementType, shape: tensor.shape, state: .ready)
      info.offsetInFile = tensor.offsetInFile
      info.sourceIndex = leaf
      use(info, path: tensor.name)
    }
    for child in named.children[node] {
      let key = named.tree.key(of: child)
      add(child, of: named, key: key, name: key)
    }
    close()
  }
}
