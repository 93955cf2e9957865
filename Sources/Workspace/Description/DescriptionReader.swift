internal import ModelEngine
internal import Tensors
internal import Words
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
      initializerLine: entries["initializer"]?.mark?.line,
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
      guard let root = try Yams.compose(yaml: QuotedCalls.quoted(text)) else {
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
      DescriptionError(file: file, line: mark.line, problem: .syntax(Phrase(verbatim: problem)))
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
    let (kind, value) = try kind(of: node)
    var layer = LayerDescription(line: node.mark?.line ?? 1, kind: .flatten)
    if kind == .reuse {
      layer.kind = .reuse(try string(value, "reuse"))
      return layer
    }
    let sharing = kind.hasParameters ? ["params"] : []
    let fields = try LayerFields(
      self, value.expanded(for: kind), context: Phrase(verbatim: kind.rawValue),
      allowed: kind.keys + ["name"] + sharing)
    layer.name = try fields.string("name")
    layer.params = try fields.string("params")
    layer.kind = try self.kind(kind, fields, depth: depth)
    return layer
  }

  /// The kind of an entry and what is written behind it: `flatten` alone is `flatten:` with nothing.
  private func kind(of node: Node) throws(DescriptionError) -> (LayerKind, Node) {
    let names = LayerKind.allCases.map(\.rawValue)
    if let name = node.scalar?.string, !name.isEmpty {
      guard let kind = LayerKind(rawValue: name) else {
        throw error(
          node,
          .unknownKey(
            name, context: "a layer", allowed: names, nearest: nearestName(to: name, among: names)))
      }
      return (kind, .scalar(Node.Scalar("", Tag(.null), .any, node.mark)))
    }
    let entries = try mapping(node, context: "a layer", allowed: names)
    guard entries.count == 1, let (key, value) = entries.first, let kind = LayerKind(rawValue: key)
    else {
      throw error(
        node, .expected("one layer kind", key: "layers", found: "\(entries.count) keys"))
    }
    return (kind, value)
  }

  private mutating func kind(
    _ kind: LayerKind, _ fields: LayerFields, depth: Int
  ) throws(DescriptionError) -> LayerDescription.Kind {
    switch kind {
    case .dense: .dense(try dense(fields))
    case .activation: try activationLayer(fields)
    case .leakyReLU, .elu, .selu, .gelu, .swish: .elementLayer(try elementLayer(kind, fields))
    case .prelu: .prelu(try prelu(fields))
    case .dropout: try dropout(fields)
    case .batchNorm: .batchNorm(try norm(fields, axis: 1))
    case .layerNorm: .layerNorm(try norm(fields, axis: -1))
    case .embedding: .embedding(try embedding(fields))
    case .flatten, .reuse: .flatten
    case .conv2d: .conv2D(try conv2D(fields))
    case .maxPool2D: .pooling(try pooling(.max, fields))
    case .avgPool2D: .pooling(try pooling(.average, fields))
    case .globalAvgPool2D: .pooling(try pooling(.globalAverage, fields))
    case .rnn:
      .recurrent(try recurrent(.simple(try fields.choice("activation", default: .relu)), fields))
    case .lstm: .recurrent(try recurrent(.lstm, fields))
    case .gru: .recurrent(try recurrent(.gru, fields))
    case .sequential: try sequential(fields, depth: depth)
    }
  }

  private mutating func sequential(
    _ fields: LayerFields, depth: Int
  ) throws(DescriptionError) -> LayerDescription.Kind {
    guard depth < Self.maximumDepth else {
      throw error(fields.node, .tooLarge(what: "its nesting", limit: Self.maximumDepth))
    }
    guard let layers = fields.entries["layers"] else {
      throw error(fields.node, .missingKey("layers", context: "sequential"))
    }
    return .sequential(try self.layers(layers, depth: depth + 1))
  }
}

extension Node {
  /// `dropout: 0.5` written in full.
  fileprivate func expanded(for kind: LayerKind) -> Node {
    guard let key = kind.shorthand, let scalar, !scalar.string.isEmpty else { return self }
    return .mapping(Node.Mapping([(Node(key), self)], Tag(.map), .any, mark))
  }
}
