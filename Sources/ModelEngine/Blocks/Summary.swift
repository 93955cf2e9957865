public import Tensors

/// What a network computes layer by layer, and how many parameters that takes.
public struct Summary: Hashable, Sendable {
  /// The calls in the order in which they returned, after the input.
  public let rows: [Row]

  /// One call of a layer.
  public struct Row: Hashable, Sendable {
    /// The class and the number of the call: `Dense-3`; for the first row `Input`.
    public let layer: String
    /// The shape of the output, as MXNet shows it.
    public let output: String
    /// The number of elements in the layer's own parameters.
    public let parameterCount: Int
    /// How many of them a backward pass reaches.
    public let trainableCount: Int
    /// How many of them an earlier row has counted.
    public let sharedCount: Int
  }

  /// The number of elements in all rows, shared ones counted with every row.
  public var totalCount: Int { rows.reduce(0) { $0 + $1.parameterCount } }

  /// How many of them a backward pass reaches.
  public var trainableCount: Int { rows.reduce(0) { $0 + $1.trainableCount } }

  /// How many of them were counted before.
  public var sharedCount: Int { rows.reduce(0) { $0 + $1.sharedCount } }
}

extension Summary: CustomStringConvertible {
  /// The table that MXNet prints, without a line break at the end.
  public var description: String {
    let thin = String(repeating: "-", count: 80)
    let thick = String(repeating: "=", count: 80)
    let head = [thin, Self.line("Layer (type)", "Output Shape", "Param #"), thick]
    let table = rows.map { Self.line($0.layer, $0.output, "\($0.parameterCount)") }
    let totals = [
      thick, "Parameters in forward computation graph, duplicate included",
      "   Total params: \(totalCount)", "   Trainable params: \(trainableCount)",
      "   Non-trainable params: \(totalCount - trainableCount)",
      "Shared params in forward computation graph: \(sharedCount)",
      "Unique parameters in model: \(totalCount - sharedCount)", thin,
    ]
    return (head + table + totals).joined(separator: "\n")
  }

  private static func line(_ layer: String, _ output: String, _ count: String) -> String {
    "\(layer.padded(toWidth: 20))  \(output.padded(toWidth: 42)) \(count.padded(toWidth: 15))"
  }
}

extension String {
  fileprivate func padded(toWidth width: Int) -> String {
    String(repeating: " ", count: max(0, width - unicodeScalars.count)) + self
  }
}

extension Block {
  /// Calls the block and lists what every layer below returned.
  ///
  /// As in Gluon, containers are left out, and an activation inside a layer is listed once more with
  /// MXNet's symbol if the layer had to infer its shapes.
  ///
  /// - Throws: What a call throws; `hybridized`.
  public func summary(_ input: Tensor) throws(BlockError) -> Summary {
    try summary(ofInput: input.shape) { () throws(BlockError) in _ = try self(input) }
  }

  /// The same for the shape of an input, without computing.
  ///
  /// - Throws: What a call throws; `hybridized`.
  public func summary(shape input: Shape) throws(BlockError) -> Summary {
    try summary(ofInput: input) { () throws(BlockError) in try self(shape: input) }
  }

  private func summary(
    ofInput input: Shape, _ call: () throws(BlockError) -> Void
  ) throws(BlockError) -> Summary {
    let recorder = SummaryRecorder(input)
    var handles: [HookHandle] = []
    defer { for handle in handles { handle.detach() } }
    var hybridized: Block?
    apply { block in
      if let block = block as? HybridBlock, block.isHybridized, hybridized == nil {
        hybridized = block
      }
      guard !(block is any BlockContainer) else { return }
      handles.append(block.observe { block, call in recorder.note(block, call) })
    }
    if let hybridized { throw .hybridized(name: hybridized.name) }
    try call()
    return Summary(rows: recorder.rows)
  }
}

/// Collects the rows of a summary.
///
/// A class, because hooks write to it.
private final class SummaryRecorder {
  private(set) var rows: [Summary.Row]
  private var seen: Set<ObjectIdentifier> = []

  init(_ input: Shape) {
    rows = [
      Summary.Row(
        layer: "Input", output: input.pythonDescription, parameterCount: 0, trainableCount: 0,
        sharedCount: 0)
    ]
  }

  func note(_ block: Block, _ call: Call) {
    var (count, trainable, shared) = (0, 0, 0)
    for parameter in block.params {
      let size = parameter.shape.elementCount
      count += size
      if parameter.gradReq != .null { trainable += size }
      if !seen.insert(ObjectIdentifier(parameter)).inserted { shared += size }
    }
    rows.append(
      Summary.Row(
        layer: "\(type(of: block).className)-\(rows.count)", output: call.outputText,
        parameterCount: count, trainableCount: trainable, sharedCount: shared))
  }
}

extension Call {
  fileprivate var outputText: String {
    switch self {
    case .tensors(_, let output): output.shape.pythonDescription
    case .shape(let shape): shape.pythonDescription
    case .symbol(let name): "<Symbol \(name)>"
    }
  }
}
