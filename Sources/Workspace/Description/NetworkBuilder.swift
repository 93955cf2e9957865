internal import ModelEngine
internal import Tensors

/// Builds the live network that a description asks for.
struct NetworkBuilder {
  let file: String
  private var blocks: [String: Block] = [:]
  private var names: [String] = []
  private var lines: [String: Int] = [:]
  /// The number of blocks in each, itself and those reused included.
  private var blockCounts: [String: Int] = [:]

  init(file: String) {
    self.file = file
  }

  /// Builds, initializes and, where there is an input, runs the network once.
  ///
  /// The input is drawn after `initialize` and before the first forward, from the same stream.
  mutating func build(
    _ description: NetworkDescription, input: Shape?
  ) throws(DescriptionError) -> Sequential {
    let network = Sequential()
    try add(description.layers, to: network)
    var size = NetworkSize(file: file, lines: lines)
    try size.add(network, input: input)
    do {
      try network.initialize(description.initializer)
      guard let input else { return network }
      // All that a forward pass changes in parameters follows from shapes; its output is not needed.
      _ = ModelContext.current.uniform(shape: input)
      try network(shape: input)
    } catch {
      throw DescriptionError(file: file, line: nil, problem: .refused(oneLine("\(error)")))
    }
    return network
  }

  /// Adds layers to a container and returns the number of blocks in it, those reused included.
  @discardableResult
  private mutating func add(
    _ layers: [LayerDescription], to container: Sequential
  ) throws(DescriptionError) -> Int {
    var count = 1
    for layer in layers {
      let block = try build(layer)
      container.add(block)
      count += blockCounts[block.name, default: 1]
      // Reusing what reuses grows exponentially.
      guard count <= DescriptionReader.maximumLayerCount + 1 else {
        throw DescriptionError(
          file: file, line: layer.line,
          problem: .tooLarge(
            what: "the number of layers", limit: DescriptionReader.maximumLayerCount))
      }
    }
    return count
  }

  private mutating func build(_ layer: LayerDescription) throws(DescriptionError) -> Block {
    let prefix = layer.name.map { $0 + "_" }
    switch layer.kind {
    case .reuse(let name): return try find(name, key: "reuse", line: layer.line)
    case .sequential(let inner):
      let block = Sequential(prefix: prefix)
      let count = try add(inner, to: block)
      // Only now, so that nothing inside can reuse what contains it.
      try register(block, line: layer.line)
      blockCounts[block.name] = count
      return block
    default:
      let shared = try layer.params.map { name throws(DescriptionError) in
        try find(name, key: "params", line: layer.line)
      }
      let block: Block
      do {
        block = try makeLayer(layer.kind, prefix: prefix, params: shared?.params)
      } catch {
        throw DescriptionError(file: file, line: layer.line, problem: .refused(oneLine("\(error)")))
      }
      try register(block, line: layer.line)
      return block
    }
  }

  private mutating func register(_ block: Block, line: Int) throws(DescriptionError) {
    guard blocks.updateValue(block, forKey: block.name) == nil else {
      throw DescriptionError(file: file, line: line, problem: .duplicateName(block.name))
    }
    names.append(block.name)
    lines[block.name] = line
  }

  private func find(_ name: String, key: String, line: Int) throws(DescriptionError) -> Block {
    guard let block = blocks[name] else {
      throw DescriptionError(
        file: file, line: line,
        problem: .unknownLayer(name, key: key, known: Array(names.prefix(20))))
    }
    return block
  }
}

/// The text with line breaks as spaces.
func oneLine(_ text: String) -> String {
  text.split(whereSeparator: \.isNewline).joined(separator: " ")
}
