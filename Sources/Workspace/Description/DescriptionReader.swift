internal import ModelEngine
internal import Tensors
internal import Yams

/// Reads a network description from YAML, checking every key, type and range.
struct DescriptionReader {
  /// The largest text that is looked at, in bytes.
  static let maximumByteCount = 1 << 20
  /// The deepest nesting of lists and mappings.
  static let maximumDepth = 64
  /// The largest number of aliases: each may double what is read.
  static let maximumAliasCount = 16
  /// The largest number of layers, those reused counted again.
  static let maximumLayerCount = 10_000
  /// The largest dimension, and the largest number of elements of one parameter or input.
  static let maximumElementCount = 1 << 28

  let file: String
  private var layerCount = 0

  init(file: String) {
    self.file = file
  }

  /// Reads a whole description.
  mutating func read(_ text: String) throws(DescriptionError) -> NetworkDescription {
    try checkSize(text)
    let root = try compose(text)
    let entries = try mapping(
      root, context: "a network", allowed: ["input", "seed", "initializer", "layers"])
    guard let layers = entries["layers"] else {
      throw error(root, .missingKey("layers", context: "a network"))
    }
    return NetworkDescription(
      input: try entries["input"].map { node throws(DescriptionError) in try shape(node, "input") },
      seed: try entries["seed"].map { node throws(DescriptionError) in try seed(node) },
      initializer: try entries["initializer"].map { node throws(DescriptionError) in
        try initializer(node, "initializer")
      } ?? Uniform(),
      layers: try self.layers(layers, depth: 0))
  }

  private func checkSize(_ text: String) throws(DescriptionError) {
    guard text.utf8.count <= Self.maximumByteCount else {
      throw DescriptionError(
        file: file, line: nil, problem: .tooLarge(what: "its size", limit: Self.maximumByteCount))
    }
    if let line = lineOfExcessiveNesting(in: text, limit: Self.maximumDepth) {
      throw DescriptionError(
        file: file, line: line, problem: .tooLarge(what: "its nesting", limit: Self.maximumDepth))
    }
    if let line = lineOfExcessiveAlias(in: text, limit: Self.maximumAliasCount) {
      throw DescriptionError(
        file: file, line: line,
        problem: .tooLarge(what: "the number of aliases", limit: Self.maximumAliasCount))
    }
  }

  private func compose(_ text: String) throws(DescriptionError) -> Node {
    do {
      guard let root = try Yams.compose(yaml: text) else {
        throw DescriptionError(file: file, line: nil, problem: .syntax("it is empty"))
      }
      return root
    } catch let error as DescriptionError {
      throw error
    } catch let error as YamlError {
      throw syntaxError(error)
    } catch {
      throw DescriptionError(file: file, line: nil, problem: .syntax("it is not YAML"))
    }
  }

  private func syntaxError(_ error: YamlError) -> DescriptionError {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      DescriptionError(file: file, line: mark.line, problem: .syntax(problem))
    case .duplicatedKeysInMapping(let duplicates, let context):
      DescriptionError(
        file: file, line: context.mark.line, problem: .duplicateKey(duplicates.first ?? "?"))
    default: DescriptionError(file: file, line: nil, problem: .syntax("it is not YAML"))
    }
  }

  private mutating func layers(
    _ node: Node, depth: Int
  ) throws(DescriptionError) -> [LayerDescription] {
    guard let items = node.sequence else {
      throw error(node, .expected("a list of layers", key: "layers", found: found(node)))
    }
    layerCount += items.count
    guard layerCount <= Self.maximumLayerCount else {
      throw error(node, .tooLarge(what: "the number of layers", limit: Self.maximumLayerCount))
    }
    var layers: [LayerDescription] = []
    for item in items { layers.append(try layer(item, depth: depth)) }
    return layers
  }

  private mutating func layer(_ node: Node, depth: Int) throws(DescriptionError) -> LayerDescription
  {
    let entries = try mapping(node, context: "a layer", allowed: LayerKind.allCases.map(\.rawValue))
    guard entries.count == 1, let (key, value) = entries.first, let kind = LayerKind(rawValue: key)
    else {
      throw error(
        node, .expected("one layer kind", key: "layers", found: "\(entries.count) keys"))
    }
    let description: LayerDescription.Kind =
      switch kind {
      case .dense: .dense(try dense(value))
      case .reuse: .reuse(try string(value, "reuse"))
      case .sequential: try sequential(value, depth: depth)
      }
    return LayerDescription(line: node.mark?.line ?? 1, kind: description)
  }

  private mutating func sequential(
    _ node: Node, depth: Int
  ) throws(DescriptionError) -> LayerDescription.Kind {
    guard depth < Self.maximumDepth else {
      throw error(node, .tooLarge(what: "its nesting", limit: Self.maximumDepth))
    }
    let entries = try mapping(node, context: "sequential", allowed: ["layers", "name"])
    guard let layers = entries["layers"] else {
      throw error(node, .missingKey("layers", context: "sequential"))
    }
    let name = try entries["name"].map { node throws(DescriptionError) in try string(node, "name") }
    return .sequential(try self.layers(layers, depth: depth + 1), name: name)
  }

  private func dense(_ node: Node) throws(DescriptionError) -> DenseDescription {
    let entries = try mapping(
      node, context: "dense",
      allowed: [
        "units", "activation", "use_bias", "flatten", "in_units", "weight_initializer",
        "bias_initializer", "name", "params",
      ])
    guard let units = entries["units"] else {
      throw error(node, .missingKey("units", context: "dense"))
    }
    var dense = DenseDescription(units: try count(units, "units", from: 1))
    if let node = entries["activation"] { dense.activation = try activation(node) }
    if let node = entries["use_bias"] { dense.useBias = try bool(node, "use_bias") }
    if let node = entries["flatten"] { dense.flatten = try bool(node, "flatten") }
    if let node = entries["in_units"] { dense.inUnits = try count(node, "in_units", from: 0) }
    if let node = entries["weight_initializer"] {
      dense.weightInitializer = try initializer(node, "weight_initializer")
    }
    if let node = entries["bias_initializer"] {
      dense.biasInitializer = try initializer(node, "bias_initializer")
    }
    if let node = entries["name"] { dense.name = try string(node, "name") }
    if let node = entries["params"] { dense.params = try string(node, "params") }
    return dense
  }
}

/// The kinds of layers that a description may name.
private enum LayerKind: String, CaseIterable {
  case dense, reuse, sequential
}

/// The line on which lists and mappings nest deeper than `limit`, judged before they are parsed.
///
/// YAML parsers recurse; a hostile text must not reach that recursion.
private func lineOfExcessiveNesting(in text: String, limit: Int) -> Int? {
  var flowDepth = 0
  var line = 1
  var leadingCount = 0
  var isLeading = true
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\n"): (line, leadingCount, isLeading) = (line + 1, 0, true)
    case UInt8(ascii: "["), UInt8(ascii: "{"): flowDepth += 1
    case UInt8(ascii: "]"), UInt8(ascii: "}"): flowDepth = max(0, flowDepth - 1)
    default: break
    }
    isLeading = isLeading && " \n-?:\t".utf8.contains(byte)
    if isLeading { leadingCount += 1 }
    if flowDepth > limit || leadingCount > 4 * limit { return line }
  }
  return nil
}

/// The line with one alias too many, judged before the text is parsed.
///
/// An alias of a list of aliases of lists grows exponentially, and the parser compares keys in full.
private func lineOfExcessiveAlias(in text: String, limit: Int) -> Int? {
  var count = 0
  var line = 1
  var before = UInt8(ascii: "\n")
  var isAfterStar = false
  for byte in text.utf8 {
    if isAfterStar, !" \t\r\n".utf8.contains(byte) { count += 1 }
    if count > limit { return line }
    isAfterStar = byte == UInt8(ascii: "*") && " \t\r\n[{,:?-".utf8.contains(before)
    if byte == UInt8(ascii: "\n") { line += 1 }
    before = byte
  }
  return nil
}
