internal import ModelEngine
internal import Tensors
internal import Words

/// Builds the live network that a description asks for.
struct NetworkBuilder {
  let file: String
  private var blocks: [String: PlacedBlock] = [:]
  private var names: [String] = []
  /// What the network made of its input; nil without one, or where that would take long.
  private(set) var output: Tensor?

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
    let placed = PlacedBlock(network, line: 1, children: try add(description.layers, to: network))
    var size = NetworkSize(file: file)
    try size.add(placed, input: input)
    let run = FirstRun(file: file, description: description)
    try run.initialize(placed)
    guard let input else { return network }
    let x = ModelContext.current.uniform(shape: input)
    // All that a forward pass changes in parameters follows from shapes, whatever their types.
    try run.forward(placed, input)
    if ForwardCost.isLow(network, input) { output = try? network(x) }
    return network
  }

  /// Adds layers to a container and returns them with their lines.
  private mutating func add(
    _ layers: [LayerDescription], to container: Sequential
  ) throws(DescriptionError) -> [PlacedBlock] {
    var placed: [PlacedBlock] = []
    var count = 1
    for layer in layers {
      let block = try build(layer)
      container.add(block.block)
      placed.append(block)
      count += block.count
      // Reusing what reuses grows exponentially.
      guard count <= DescriptionReader.maximumLayerCount + 1 else {
        throw error(
          layer, .tooLarge(what: "the number of layers", limit: DescriptionReader.maximumLayerCount)
        )
      }
    }
    return placed
  }

  private mutating func build(_ layer: LayerDescription) throws(DescriptionError) -> PlacedBlock {
    let prefix = layer.name.map { $0 + "_" }
    switch layer.kind {
    case .reuse(let name): return try find(name, key: "reuse", layer).reused(at: layer.line)
    case .sequential(let inner):
      let block = Sequential(prefix: prefix)
      let placed = PlacedBlock(block, line: layer.line, children: try add(inner, to: block))
      // Only now, so that nothing inside can reuse what contains it.
      try register(placed)
      return placed
    default:
      let placed = PlacedBlock(try makeLayer(layer, prefix), line: layer.line)
      try register(placed)
      return placed
    }
  }

  private func makeLayer(
    _ layer: LayerDescription, _ prefix: String?
  ) throws(DescriptionError) -> Block {
    guard let name = layer.params else {
      do {
        return try makeLayer(layer.kind, prefix: prefix, params: nil)
      } catch {
        throw self.error(layer, .refused(oneLine("\(error)")))
      }
    }
    let shared = try find(name, key: "params", layer).block
    let block: Block
    do {
      block = try makeLayer(layer.kind, prefix: prefix, params: shared.params)
    } catch {
      throw self.error(layer, .unsharable(message: oneLine("\(error)")))
    }
    let keys = block.attributes.map(\.key)
    if shared.shares(keys) { return block }
    let possible = names.filter { blocks[$0]?.block.shares(keys) == true }
    throw error(
      layer, .sharesNothing(with: name, needed: keys, possible: Array(possible.prefix(20))))
  }

  private mutating func register(_ placed: PlacedBlock) throws(DescriptionError) {
    let name = placed.block.name
    guard blocks.updateValue(placed, forKey: name) == nil else {
      throw DescriptionError(file: file, line: placed.line, problem: .duplicateName(name))
    }
    names.append(name)
  }

  private func find(
    _ name: String, key: String, _ layer: LayerDescription
  ) throws(DescriptionError) -> PlacedBlock {
    if let placed = blocks[name] { return placed }
    let nearest = nearestName(to: name, among: names)
    throw error(
      layer, .unknownLayer(name, key: key, known: Array(names.prefix(20)), nearest: nearest))
  }

  private func error(
    _ layer: LayerDescription, _ problem: DescriptionError.Problem
  ) -> DescriptionError {
    DescriptionError(file: file, line: layer.line, problem: problem)
  }
}

extension Block {
  /// Whether a layer with parameters of these keys finds one of them here.
  fileprivate func shares(_ keys: [String]) -> Bool {
    attributes.contains { keys.contains($0.key) }
  }
}

/// The text with line breaks as spaces.
func oneLine(_ text: String) -> String {
  text.split(whereSeparator: \.isNewline).joined(separator: " ")
}
