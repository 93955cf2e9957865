internal import ModelEngine
internal import Tensors

/// Builds the live network that a description asks for.
struct NetworkBuilder {
  let file: String
  private var blocks: [String: Block] = [:]
  private var names: [String] = []

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
    let width = input.map { $0.elementCount / $0[0] }
    try checkSize(description.layers, width: width)
    try add(description.layers, to: network)
    do {
      try network.initialize(description.initializer)
      guard let input else { return network }
      _ = try network(ModelContext.current.uniform(shape: input))
    } catch {
      throw DescriptionError(file: file, line: nil, problem: .refused(oneLine("\(error)")))
    }
    return network
  }

  private mutating func add(
    _ layers: [LayerDescription], to container: Sequential
  ) throws(DescriptionError) {
    for layer in layers {
      switch layer.kind {
      case .dense(let dense): container.add(try build(dense, line: layer.line))
      case .reuse(let name): container.add(try find(name, key: "reuse", line: layer.line))
      case .sequential(let inner, let name):
        let block = Sequential(prefix: name.map { $0 + "_" })
        try register(block, line: layer.line)
        try add(inner, to: block)
        container.add(block)
      }
    }
  }

  private mutating func build(
    _ dense: DenseDescription, line: Int
  ) throws(DescriptionError) -> Block {
    let shared = try dense.params.map { name throws(DescriptionError) in
      try find(name, key: "params", line: line)
    }
    do {
      let block = try Dense(
        dense.units, activation: dense.activation, useBias: dense.useBias, flatten: dense.flatten,
        weightInitializer: dense.weightInitializer, biasInitializer: dense.biasInitializer,
        inUnits: dense.inUnits, prefix: dense.name.map { $0 + "_" }, params: shared?.params)
      try register(block, line: line)
      return block
    } catch let failure as DescriptionError {
      throw failure
    } catch {
      throw DescriptionError(file: file, line: line, problem: .refused(oneLine("\(error)")))
    }
  }

  private mutating func register(_ block: Block, line: Int) throws(DescriptionError) {
    guard blocks.updateValue(block, forKey: block.name) == nil else {
      throw DescriptionError(file: file, line: line, problem: .duplicateName(block.name))
    }
    names.append(block.name)
  }

  private func find(_ name: String, key: String, line: Int) throws(DescriptionError) -> Block {
    guard let block = blocks[name] else {
      throw DescriptionError(
        file: file, line: line,
        problem: .unknownLayer(name, key: key, known: Array(names.prefix(20))))
    }
    return block
  }

  /// Refuses parameters that would not fit into memory before any is made.
  ///
  /// Follows the width of the features where it is known; returns that after the last layer.
  @discardableResult
  private func checkSize(
    _ layers: [LayerDescription], width: Int?
  ) throws(DescriptionError) -> Int? {
    var width = width
    var total = 0
    for layer in layers {
      switch layer.kind {
      case .dense(let dense):
        let inputs = dense.inUnits > 0 ? dense.inUnits : width ?? 1
        let (count, overflows) = inputs.multipliedReportingOverflow(by: dense.units)
        total += overflows ? DescriptionReader.maximumElementCount : count
        guard !overflows, total <= DescriptionReader.maximumElementCount else {
          throw DescriptionError(
            file: file, line: layer.line,
            problem: .tooLarge(
              what: "the number of values", limit: DescriptionReader.maximumElementCount))
        }
        width = dense.units
      case .reuse: break
      case .sequential(let inner, _): width = try checkSize(inner, width: width)
      }
    }
    return width
  }
}

/// The text with line breaks as spaces.
private func oneLine(_ text: String) -> String {
  text.split(whereSeparator: \.isNewline).joined(separator: " ")
}
