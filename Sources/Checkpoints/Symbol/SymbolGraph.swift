/// The graph of a network, as MXNet's `symbol.json` has it.
///
/// Nodes stand behind those that they take as inputs. Source: `src/nnvm/legacy_json_util.cc` and
/// nnvm's `saveload_json.cc`.
public struct SymbolGraph: Hashable, Sendable {
  /// The operations and variables.
  public var nodes: [Node]
  /// What the graph computes.
  public var heads: [Entry]
  /// The positions of the outputs of each node among all outputs; one more than there are nodes.
  public var outputOffsets: [Int]
  /// The version of MXNet that wrote it, as in 10901.
  public var version: Int

  /// An operation, or a variable, whose operation is `null`.
  public struct Node: Hashable, Sendable {
    /// MXNet's name of the operation.
    public var operation: String
    /// The name of the node.
    public var name: String
    /// What the operation is told, in the order of the file.
    public var attributes: [Attribute]
    /// What it is applied to.
    public var inputs: [Entry]

    /// Creates a node.
    public init(
      _ operation: String, name: String, attributes: [Attribute] = [], inputs: [Entry] = []
    ) {
      self.operation = operation
      self.name = name
      self.attributes = attributes
      self.inputs = inputs
    }

    /// Whether it is a variable: an input or a parameter.
    public var isVariable: Bool { operation == "null" }

    /// The value of an attribute.
    public subscript(key: String) -> String? { attributes.last { $0.key == key }?.value }
  }

  /// A key and its value.
  public struct Attribute: Hashable, Sendable {
    /// The key.
    public var key: String
    /// The value, which is always text.
    public var value: String

    /// Creates an attribute.
    public init(_ key: String, _ value: String) {
      self.key = key
      self.value = value
    }
  }

  /// An output of a node.
  public struct Entry: Hashable, Sendable {
    /// The position of the node.
    public var node: Int
    /// Which of its outputs.
    public var output: Int
    /// How often it was changed before: 1 for a state that is not learned.
    public var version: Int

    /// Creates an entry.
    public init(_ node: Int, output: Int = 0, version: Int = 0) {
      self.node = node
      self.output = output
      self.version = version
    }
  }

  /// Creates a graph of MXNet 1.9.1 from nodes with their numbers of outputs.
  public init(_ nodes: [(node: Node, outputCount: Int)], heads: [Entry]) {
    self.nodes = nodes.map(\.node)
    self.heads = heads
    outputOffsets = nodes.reduce(into: [0]) { offsets, item in
      offsets.append((offsets.last ?? 0) + item.outputCount)
    }
    version = 10901
  }

  init(nodes: [Node], heads: [Entry], outputOffsets: [Int], version: Int) {
    self.nodes = nodes
    self.heads = heads
    self.outputOffsets = outputOffsets
    self.version = version
  }

  /// A variable, which may be a parameter.
  public struct Variable: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// Whether it is a state that is not learned.
    public let isState: Bool

    /// The name under which its values are saved: `arg:dense0_weight`.
    public var savedName: String { (isState ? "aux:" : "arg:") + name }
  }

  /// The variables, in the order in which MXNet saves their values.
  public var variables: [Variable] {
    let states = Set(nodes.flatMap(\.inputs).filter { $0.version > 0 }.map(\.node))
    return nodes.indices.filter { nodes[$0].isVariable }.map {
      Variable(name: nodes[$0].name, isState: states.contains($0))
    }
  }

  /// The path of a graph, `x-symbol.json`, without its end; nil for other paths.
  public static func stem(of path: String) -> String? {
    let ending = "-symbol.json"
    return path.hasSuffix(ending) ? String(path.dropLast(ending.count)) : nil
  }

  /// The name of the file of parameters that belongs to a graph: `x-0012.params`.
  public static func parametersPath(stem: String, epoch: Int = 0) -> String {
    let digits = "\(epoch)"
    let zeros = String(repeating: "0", count: max(0, 4 - digits.count))
    return "\(stem)-\(zeros)\(digits).params"
  }
}
