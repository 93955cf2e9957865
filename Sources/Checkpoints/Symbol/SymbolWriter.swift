/// Writes the text of a graph as MXNet writes it, byte for byte.
///
/// Source: dmlc-core `JSONWriter` in `include/dmlc/json.h`: lists of more than ten numbers, and objects of
/// more than one member, are spread over lines.
struct SymbolWriter {
  private(set) var text = ""
  private var depth = 0

  /// Writes a graph.
  init(_ graph: SymbolGraph) {
    let variables = graph.nodes.indices.filter { graph.nodes[$0].isVariable }
    writeObject(isSpread: true) { writer in
      writer.writeKey("nodes", isFirst: true)
      writer.writeList(graph.nodes, isSpread: true) { $0.write($1) }
      writer.writeKey("arg_nodes")
      writer.write(variables)
      writer.writeKey("node_row_ptr")
      writer.write(graph.outputOffsets)
      writer.writeKey("heads")
      writer.write(graph.heads)
      writer.writeKey("attrs")
      writer.text += "{\"mxnet_version\": [\"int\", \(graph.version)]}"
    }
  }

  private mutating func write(_ node: SymbolGraph.Node) {
    writeObject(isSpread: true) { writer in
      writer.writeKey("op", isFirst: true)
      writer.write(node.operation)
      writer.writeKey("name")
      writer.write(node.name)
      if !node.attributes.isEmpty {
        writer.writeKey("attrs")
        writer.write(node.attributes)
      }
      writer.writeKey("inputs")
      writer.write(node.inputs)
    }
  }

  /// Attributes, in the order of their keys' bytes.
  private mutating func write(_ attributes: [SymbolGraph.Attribute]) {
    let sorted = attributes.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    let isSpread = sorted.count > 1
    writeObject(isSpread: isSpread) { writer in
      for (index, attribute) in sorted.enumerated() {
        writer.writeKey(attribute.key, isFirst: index == 0, isSpread: isSpread)
        writer.write(attribute.value)
      }
    }
  }

  private mutating func write(_ entries: [SymbolGraph.Entry]) {
    writeList(entries, isSpread: entries.count > 10) { writer, entry in
      writer.text += "[\(entry.node), \(entry.output), \(entry.version)]"
    }
  }

  private mutating func write(_ numbers: [Int]) {
    writeList(numbers, isSpread: numbers.count > 10) { $0.text += "\($1)" }
  }

  private mutating func writeObject(isSpread: Bool, _ body: (inout SymbolWriter) -> Void) {
    text += "{"
    depth += 1
    body(&self)
    depth -= 1
    if isSpread { newLine() }
    text += "}"
  }

  private mutating func writeList<Item>(
    _ items: [Item], isSpread: Bool, _ body: (inout SymbolWriter, Item) -> Void
  ) {
    text += "["
    depth += 1
    for (index, item) in items.enumerated() {
      if index > 0 { text += ", " }
      if isSpread { newLine() }
      body(&self, item)
    }
    depth -= 1
    if isSpread && !items.isEmpty { newLine() }
    text += "]"
  }

  private mutating func writeKey(_ key: String, isFirst: Bool = false, isSpread: Bool = true) {
    if !isFirst { text += ", " }
    if isSpread { newLine() }
    write(key)
    text += ": "
  }

  private mutating func newLine() {
    text += "\n" + String(repeating: "  ", count: depth)
  }

  private mutating func write(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\r": text += "\\r"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case "\\": text += "\\\\"
      case "\"": text += "\\\""
      case "\u{0}"..<"\u{20}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}

extension SymbolGraph {
  /// The text of the file, as MXNet writes it.
  public var text: String { SymbolWriter(self).text }

  /// Writes a file, which appears under its name only when it is complete.
  ///
  /// - Parameters:
  ///   - path: The name of the file.
  ///   - opened: Files that must not be written, under whatever name.
  /// - Returns: The size of the file in bytes.
  /// - Throws: An error whose problem says why there is no new file.
  @discardableResult
  public func write(
    to path: String, sparing opened: [FileIdentity] = []
  ) throws(CheckpointWriteError) -> Int {
    let bytes = Array(text.utf8)
    let file = try AtomicFile(replacing: path, byteCount: bytes.count, sparing: opened)
    try file.write(bytes)
    try file.commit()
    return bytes.count
  }
}
