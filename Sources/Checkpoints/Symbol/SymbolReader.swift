internal import Words

/// Reads the JSON text of a graph; what it says is judged afterwards.
struct SymbolReader {
  private var scanner: JSONScanner
  private var nodes: [RawNode]?
  private var heads: [[Int]]?
  private var outputOffsets: [Int] = []
  private var version = 0

  /// The most bytes that a graph may have.
  static let limitInBytes = 16 << 20

  private struct RawNode {
    var operation: String?
    var name: String?
    var attributes: [SymbolGraph.Attribute] = []
    var inputs: [[Int]]?
  }

  init(_ bytes: [UInt8]) {
    scanner = JSONScanner(bytes, offsetInFile: 0)
  }

  /// Reads the whole text.
  ///
  /// - Complexity: O(n) in the length of the text.
  mutating func read() throws(HeaderFailure) {
    do {
      _ = try UTF8Span(validating: scanner.bytes.span)
    } catch {
      throw HeaderFailure(.notUTF8, offset: error.byteOffsets.lowerBound)
    }
    try scanner.expect("{", .object)
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      switch key.text {
      case "nodes": nodes = try readNodes()
      case "heads": heads = try readEntries()
      case "node_row_ptr": outputOffsets = try readNumbers()
      case "attrs": try readVersion()
      default: try scanner.skipValue(depth: 1)
      }
    }
    try scanner.expectEnd()
  }

  private mutating func readNodes() throws(HeaderFailure) -> [RawNode] {
    try scanner.expect("[", .array)
    var nodes: [RawNode] = []
    var isFirst = true
    while try scanner.nextElement(&isFirst) { nodes.append(try readNode()) }
    return nodes
  }

  private mutating func readNode() throws(HeaderFailure) -> RawNode {
    try scanner.expect("{", .object)
    var node = RawNode()
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      switch key.text {
      case "op": node.operation = try scanner.string()
      case "name": node.name = try scanner.string()
      // Versions of MXNet before 1.0 spread attributes over two other fields.
      case "attrs", "attr", "param": node.attributes += try readAttributes()
      case "inputs": node.inputs = try readEntries()
      default: try scanner.skipValue(depth: 3)
      }
    }
    return node
  }

  private mutating func readAttributes() throws(HeaderFailure) -> [SymbolGraph.Attribute] {
    try scanner.expect("{", .object)
    var attributes: [SymbolGraph.Attribute] = []
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      attributes.append(SymbolGraph.Attribute(key.text, try scanner.string()))
    }
    return attributes
  }

  private mutating func readEntries() throws(HeaderFailure) -> [[Int]] {
    try scanner.expect("[", .array)
    var entries: [[Int]] = []
    var isFirst = true
    while try scanner.nextElement(&isFirst) { entries.append(try readNumbers()) }
    return entries
  }

  private mutating func readNumbers() throws(HeaderFailure) -> [Int] {
    try scanner.expect("[", .array)
    var numbers: [Int] = []
    var isFirst = true
    while try scanner.nextElement(&isFirst) { numbers.append(try scanner.count()) }
    return numbers
  }

  /// Takes `{"mxnet_version": ["int", 10901]}`.
  private mutating func readVersion() throws(HeaderFailure) {
    try scanner.expect("{", .object)
    var isFirst = true
    while let key = try scanner.nextKey(&isFirst) {
      guard key.text == "mxnet_version" else {
        try scanner.skipValue(depth: 2)
        continue
      }
      try scanner.expect("[", .array)
      _ = try scanner.string()
      try scanner.expect(",", .commaOr("]"))
      version = try scanner.count()
      try scanner.expect("]", .array)
    }
  }

  /// The graph, once the text was read.
  func graph() throws(SymbolProblem) -> SymbolGraph {
    guard let nodes else { throw .missingField("nodes") }
    guard let heads else { throw .missingField("heads") }
    guard !heads.isEmpty else { throw .noHeads }
    var checked: [SymbolGraph.Node] = []
    for (index, node) in nodes.enumerated() { checked.append(try self.node(node, at: index)) }
    var entries: [SymbolGraph.Entry] = []
    for head in heads {
      let entry = try entry(head, of: nil)
      guard entry.node < nodes.count else {
        throw .headRange(entry.node, nodeCount: nodes.count)
      }
      entries.append(entry)
    }
    return SymbolGraph(
      nodes: checked, heads: entries, outputOffsets: outputOffsets, version: version)
  }

  private func node(_ raw: RawNode, at index: Int) throws(SymbolProblem) -> SymbolGraph.Node {
    guard let operation = raw.operation else {
      throw .missingNodeField("op", node: index, name: raw.name)
    }
    guard let name = raw.name else { throw .missingNodeField("name", node: index, name: nil) }
    guard let inputs = raw.inputs else {
      throw .missingNodeField("inputs", node: index, name: name)
    }
    var node = SymbolGraph.Node(operation, name: name, attributes: raw.attributes)
    for input in inputs {
      let entry = try entry(input, of: name)
      guard entry.node < index else {
        throw .inputOrder(input: entry.node, node: index, name: name)
      }
      node.inputs.append(entry)
    }
    return node
  }

  private func entry(_ numbers: [Int], of node: String?) throws(SymbolProblem) -> SymbolGraph.Entry
  {
    guard (2...3).contains(numbers.count) else { throw .entryLength(numbers.count, node: node) }
    return SymbolGraph.Entry(
      numbers[0], output: numbers[1], version: numbers.count > 2 ? numbers[2] : 0)
  }
}

extension SymbolGraph {
  /// Reads a graph.
  ///
  /// - Throws: An error that says what is wrong with the file, and where.
  /// - Complexity: O(n) in the size of the file, of which 16 MiB are the most.
  public static func read(_ path: String) throws(CheckpointError) -> SymbolGraph {
    let file = try ReadableFile(opening: path)
    guard file.byteCount <= SymbolReader.limitInBytes else {
      let problem = SymbolProblem.tooLarge(
        byteCount: file.byteCount, limit: SymbolReader.limitInBytes)
      throw CheckpointError(path, .symbol(problem))
    }
    var reader = SymbolReader(try file.read(0..<file.byteCount))
    do {
      try reader.read()
    } catch {
      let problem: SymbolProblem =
        if case .json(let json) = error.problem { .json(json) } else { .notUTF8 }
      throw CheckpointError(path, .symbol(problem), offset: error.offset)
    }
    do {
      return try reader.graph()
    } catch {
      throw CheckpointError(path, .symbol(error))
    }
  }
}
