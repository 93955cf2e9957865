/// Builds the tree of an outline in depth-first order.
///
/// Every node opened is closed again; uses and nodes below it lie between.
struct OutlineBuilder {
  private(set) var nodes: [OutlineNode] = []
  private(set) var uses: [ParameterUse] = []
  private(set) var parameters: [ParameterInfo] = []
  private var open: [Int] = []

  /// Opens a node below the one that is open.
  mutating func open(key: String, name: String, summary: String) {
    var node = OutlineNode(
      key: key, name: name, summary: summary, depth: open.count, parent: open.last)
    node.ownUses = uses.count..<uses.count
    node.uses = node.ownUses
    node.descendants = (nodes.count + 1)..<(nodes.count + 1)
    open.append(nodes.count)
    nodes.append(node)
  }

  /// Adds a unique parameter and returns its position.
  mutating func add(_ parameter: ParameterInfo) -> Int {
    parameters.append(parameter)
    return parameters.count - 1
  }

  /// Adds a unique parameter that the open node uses.
  mutating func use(_ parameter: ParameterInfo, path: String) {
    use(add(parameter), path: path)
  }

  /// Makes room for so many nodes, and parameters that are each used once.
  mutating func reserve(nodeCount: Int, parameterCount: Int) {
    nodes.reserveCapacity(nodes.count + nodeCount)
    parameters.reserveCapacity(parameters.count + parameterCount)
    uses.reserveCapacity(uses.count + parameterCount)
  }

  /// Notes that the open node uses a parameter; own uses come before nodes below.
  mutating func use(_ parameter: Int, path: String) {
    guard let node = open.last else { preconditionFailure("a use needs an open node") }
    parameters[parameter].uses.append(uses.count)
    uses.append(ParameterUse(node: node, parameter: parameter, path: path))
    nodes[node].ownUses = nodes[node].ownUses.lowerBound..<uses.count
  }

  /// Closes the node that was opened last.
  mutating func close() {
    let node = open.removeLast()
    nodes[node].uses = nodes[node].uses.lowerBound..<uses.count
    nodes[node].descendants = nodes[node].descendants.lowerBound..<nodes.count
  }

  /// Numbers the sharing groups in the order of their first use.
  mutating func numberTies() {
    var tieCount = 0
    for index in parameters.indices where parameters[index].uses.count > 1 {
      parameters[index].tie = tieCount
      tieCount += 1
    }
  }
}

/// The letter of a sharing group: a to z, then aa, ab.
public func tieLetters(_ group: Int) -> String {
  var rest = group
  var letters = ""
  repeat {
    letters = String(UnicodeScalar(UInt8(97 + rest % 26))) + letters
    rest = rest / 26 - 1
  } while rest >= 0
  return letters
}
