public import Checkpoints

/// What there is to see of a model at one moment: its tree, its parameters, who shares what.
///
/// A value: the screen and the commands keep it while the live model changes.
public struct Outline: Hashable, Sendable {
  /// The locator that opened the model.
  public var locator: String
  /// The short name shown in a title.
  public var title: String
  /// The name of the format: `network` or that of the file.
  public var format: String
  /// Whether the model is a live network.
  public var isNetwork: Bool
  /// The blocks in depth-first order; the first is the root.
  public var nodes: [OutlineNode]
  /// Each unique parameter once, in the order of first use; one that was tied to another stays in
  /// its place without uses.
  public var parameters: [ParameterInfo]
  /// Every use of a parameter by a block, in the order of the tree.
  public var uses: [ParameterUse]
  /// The metadata of the file, in its order.
  public var metadata: [Checkpoint.MetadataEntry]
  /// The number of bytes in front of the elements of a file.
  public var headerByteCount: Int

  /// Creates an outline.
  public init(
    locator: String, title: String, format: String, isNetwork: Bool, nodes: [OutlineNode],
    parameters: [ParameterInfo], uses: [ParameterUse], metadata: [Checkpoint.MetadataEntry] = [],
    headerByteCount: Int = 0
  ) {
    self.locator = locator
    self.title = title
    self.format = format
    self.isNetwork = isNetwork
    self.nodes = nodes
    self.parameters = parameters
    self.uses = uses
    self.metadata = metadata
    self.headerByteCount = headerByteCount
  }

  /// The number of blocks that have parameters of their own, by use.
  public var layerCount: Int { nodes.count { !$0.ownUses.isEmpty } }

  /// The number of parameters with several uses.
  public var sharedParameterCount: Int { parameters.count { $0.uses.count > 1 } }

  /// The number of elements and bytes in the parameters, each counted once.
  public var uniqueTotal: ParameterTotal { total(ofParameters: usedParameters) }

  /// The positions of the parameters that something uses.
  public var usedParameters: [Int] { parameters.indices.filter { !parameters[$0].uses.isEmpty } }

  /// The number of elements and bytes in what a block and everything below it uses, each once.
  ///
  /// - Complexity: O(n) in the number of uses below `node`.
  public func total(below node: Int) -> ParameterTotal {
    var seen = Set<Int>()
    return total(
      ofParameters: uses[nodes[node].uses].map(\.parameter).filter { seen.insert($0).inserted })
  }

  private func total(ofParameters indices: [Int]) -> ParameterTotal {
    var total = ParameterTotal()
    for parameter in indices.map({ parameters[$0] }) {
      guard let count = parameter.elementCount else {
        total.isPartial = true
        continue
      }
      total.elementCount += count
      total.byteCount += parameter.byteCount
    }
    return total
  }
}

/// A block of a network, or a part of the dotted names of a file.
public struct OutlineNode: Hashable, Sendable {
  /// The name among its siblings: `0`, `mlp`; empty for the root.
  public var key: String
  /// The name of the block: `dense1`; for a file the same as the key.
  public var name: String
  /// What the block does: `Dense 8→8 relu`; empty where it only contains others.
  public var summary: String
  /// The number of blocks above it.
  public var depth: Int
  /// The block that contains it.
  public var parent: Int?
  /// The positions of everything below it.
  public var descendants: Range<Int>
  /// The uses of its own parameters.
  public var ownUses: Range<Int>
  /// The uses of its own parameters and of everything below it.
  public var uses: Range<Int>

  /// Creates a node without contents.
  public init(key: String, name: String, summary: String, depth: Int, parent: Int?) {
    self.key = key
    self.name = name
    self.summary = summary
    self.depth = depth
    self.parent = parent
    descendants = 0..<0
    ownUses = 0..<0
    uses = 0..<0
  }
}

/// One use of a parameter by a block.
public struct ParameterUse: Hashable, Sendable {
  /// The position of the block among the nodes.
  public var node: Int
  /// The position of the parameter.
  public var parameter: Int
  /// The attribute path, as Gluon saves it: `0.weight`.
  public var path: String
  /// How the block came to this parameter.
  public var reason: Reason
  /// How often one forward pass calls the block, as far as the structure tells.
  public var callCount: Int?

  /// How a block comes to a parameter.
  public enum Reason: Hashable, Sendable {
    /// It made it, or holds it alone.
    case created
    /// It was given the parameters of another block when it was made.
    case parameters(of: String)
    /// It is another block, called once more.
    case reuse(of: String)
    /// It was tied to it here.
    case tied
  }

  /// Creates a use.
  public init(node: Int, parameter: Int, path: String, reason: Reason = .created) {
    self.node = node
    self.parameter = parameter
    self.path = path
    self.reason = reason
  }
}

/// A number of elements and their bytes.
public struct ParameterTotal: Hashable, Sendable {
  /// The number of elements.
  public var elementCount = 0
  /// The number of bytes.
  public var byteCount = 0
  /// Whether some shapes are not known yet, so that more will come.
  public var isPartial = false

  /// Creates a total; by default one of nothing.
  public init(elementCount: Int = 0, byteCount: Int = 0, isPartial: Bool = false) {
    self.elementCount = elementCount
    self.byteCount = byteCount
    self.isPartial = isPartial
  }
}

extension Outline {
  /// What the dotted names below a node of a file begin with: `model.layers.`; empty for the root.
  public func prefix(of node: Int) -> String {
    var keys: [String] = []
    var current: Int? = node
    while let index = current {
      if nodes[index].parent != nil { keys.append(nodes[index].key) }
      current = nodes[index].parent
    }
    return keys.isEmpty ? "" : keys.reversed().joined(separator: ".") + "."
  }
}

extension Outline {
  /// The attribute path of a block: `1`, `0.2`, `model.layers.0`.
  public func key(of node: Int) -> String { String(prefix(of: node).dropLast()) }
}
