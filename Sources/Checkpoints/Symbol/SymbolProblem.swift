internal import Words

/// What can be wrong with a `symbol.json`.
public enum SymbolProblem: Error, Hashable, Sendable {
  /// There are more bytes than any graph needs.
  case tooLarge(byteCount: Int, limit: Int)
  /// The text is not UTF-8.
  case notUTF8
  /// The text is not the JSON that it has to be.
  case json(JSONProblem)
  /// The graph lacks a field.
  case missingField(String)
  /// A node lacks a field; its position, and its name if it has one.
  case missingNodeField(String, node: Int, name: String?)
  /// An input or a head has not two or three numbers, but this many; of which node it is.
  case entryLength(Int, node: String?)
  /// A node takes one that does not stand before it.
  case inputOrder(input: Int, node: Int, name: String)
  /// A head is no node of the graph.
  case headRange(Int, nodeCount: Int)
  /// The graph computes nothing.
  case noHeads
}

extension SymbolProblem {
  /// What is wrong and what to do, as sentences.
  var phrase: Phrase {
    switch self {
    case .tooLarge(let byteCount, let limit):
      "\(byteCount) bytes are more than the \(limit) that a graph may have."
    case .notUTF8: "the text is not UTF-8. The file is damaged."
    case .json(let problem): "the graph is not valid: \(problem.phrase)."
    case .missingField(let field):
      "the field \(field.quoted) is missing. A graph has nodes, arg_nodes and heads."
    case .missingNodeField(let field, let node, let name):
      """
      node \(node)\(Self.named(name)) has no field \(field.quoted). A node has op, name and inputs.
      """
    case .entryLength(let count, let node):
      "\(Self.entry(of: node)) has \(count) numbers, expected [node, output, version]."
    case .inputOrder(let input, let node, let name):
      """
      node \(node) (\(name.quoted)) takes node \(input) as an input, expected one from 0 to \
      \(node - 1): a node stands behind its inputs.
      """
    case .headRange(let head, let nodeCount):
      "the head is node \(head), but there are nodes 0 to \(nodeCount - 1) only."
    case .noHeads: "the graph has no heads: it computes nothing."
    }
  }

  private static func named(_ name: String?) -> String { name.map { " (\($0.quoted))" } ?? "" }

  private static func entry(of node: String?) -> Phrase {
    guard let node else { return "a head" }
    return "an input of \(node.quoted)"
  }
}
