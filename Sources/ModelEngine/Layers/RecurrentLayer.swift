public import Tensors

/// Layers that read sequences step by step, remembering a state.
///
/// The weights of layer 0 are `l0_i2h_weight` of shape `[gates · hiddenSize, inputSize]`,
/// `l0_h2h_weight` `[gates · hiddenSize, hiddenSize]`, `l0_i2h_bias` and `l0_h2h_bias`
/// `[gates · hiddenSize]`; a second direction has `r0_...`, the next layer `l1_...`.
public class RecurrentLayer: HybridBlock {
  /// The size of the state.
  public let hiddenSize: Int
  /// Everything else.
  public let options: RecurrentOptions

  /// Creates a layer.
  ///
  /// - Parameters:
  ///   - hiddenSize: The size of the state.
  ///   - options: Everything else.
  ///   - prefix: What names start with.
  ///   - params: The parameters to share, of another layer or a network.
  /// - Throws: `attributeMismatch` if shared parameters have other attributes.
  /// - Precondition: The sizes are positive.
  public init(
    _ hiddenSize: Int, _ options: RecurrentOptions = RecurrentOptions(), prefix: String? = nil,
    params: ParameterDict?
  ) throws(ParameterError) {
    precondition(hiddenSize > 0 && options.layerCount > 0, "sizes and counts are positive")
    self.hiddenSize = hiddenSize
    self.options = options
    super.init(prefix: prefix, params: params)
    let initializers = options.initializers
    for (key, shape) in weightShapes(inputSize: options.inputSize) {
      let wanted = ParameterAttributes(
        shape: shape, elementType: options.elementType, initializer: initializers.declared(for: key)
      )
      register(try self.params.get(key, wanted), as: key)
    }
  }

  /// Creates a layer that shares no parameters by itself.
  ///
  /// - Precondition: As above; in the name scope of a network that shares parameters, these have the
  ///   same attributes.
  public convenience init(
    _ hiddenSize: Int, _ options: RecurrentOptions = RecurrentOptions(), prefix: String? = nil
  ) {
    do {
      try self.init(hiddenSize, options, prefix: prefix, params: nil)
    } catch {
      preconditionFailure(error.description)
    }
  }

  /// What each step computes.
  var cell: Recurrence.Cell { .relu }

  /// The number of vectors that each step computes.
  class var gateCount: Int { 1 }

  /// The names and shapes of the parameters, in Gluon's order.
  ///
  /// Source: MXNet `_RNNLayer.__init__` in `gluon/rnn/rnn_layer.py`.
  private func weightShapes(inputSize: Int) -> [(key: String, shape: Shape)] {
    let rows = Self.gateCount * hiddenSize
    var shapes: [(key: String, shape: Shape)] = []
    for layer in 0..<options.layerCount {
      let columns = layer == 0 ? inputSize : hiddenSize * options.directions.count
      for direction in options.directions {
        shapes.append(("\(direction)\(layer)_i2h_weight", [rows, columns]))
        shapes.append(("\(direction)\(layer)_h2h_weight", [rows, hiddenSize]))
        shapes.append(("\(direction)\(layer)_i2h_bias", [rows]))
        shapes.append(("\(direction)\(layer)_h2h_bias", [rows]))
      }
    }
    return shapes
  }

  /// The output has the axes of the input, the last of the size of the states of all directions.
  public override func shapes(for input: Shape) throws(ShapeProblem) -> LayerShapes {
    guard input.rank == 3 else { throw .notSequences(rank: input.rank) }
    return LayerShapes(
      parameters: weightShapes(inputSize: input[2]).map(\.shape),
      output: [input[0], input[1], hiddenSize * options.directions.count])
  }

  /// The output, from a state of zeros; `callAsFunction(_:states:)` takes and gives states.
  ///
  /// - Throws: An error if a parameter has no values, or the input does not fit.
  public override func forward(_ input: Variable) throws(BlockError) -> Variable {
    try run(input, nil)[0]
  }

  /// Gluon saves under the names of the cells: `_unfused.0.i2h_weight`, `_unfused.0.l_cell.i2h_weight`.
  public override func savedKey(for key: String) -> String {
    let parts = key.split(separator: "_", maxSplits: 1)
    guard parts.count == 2, let direction = parts[0].first else { return key }
    let cell = options.isBidirectional ? "\(direction)_cell." : ""
    return "_unfused.\(parts[0].dropFirst()).\(cell)\(parts[1])"
  }

  override var operation: String { "\(prefix)rnn0" }

  /// The number of arrays that carry the state.
  class var stateCount: Int { 1 }

  override func inferenceInputs(_ input: Shape) -> [InferenceFailure.Argument] {
    let batch = input.rank > 1 ? input[options.layout == .timeFirst ? 1 : 0] : 0
    let state: Shape = [options.layerCount * options.directions.count, batch, hiddenSize]
    return ([input] + [Shape](repeating: state, count: Self.stateCount)).enumerated().map {
      InferenceFailure.Argument(name: "data\($0.offset)", shape: $0.element)
    }
  }

  override func mismatch(of parameter: Parameter, needed: [Shape], at index: Int) -> ShapeProblem {
    let provided = zip(attributes.map(\.parameter.shape), needed).map { $0.isKnown ? $0 : $1 }
    return .inconsistentWeights(
      providedCount: count(provided), neededCount: count(needed))
  }

  private func count(_ shapes: [Shape]) -> Int {
    shapes.reduce(0) { $0.addingClamped($1.checkedElementCount ?? .max) }
  }

  /// What Python prints: `LSTM(3 -> 4, NTC, num_layers=2, dropout=0.5, bidirectional)`.
  public override var description: String {
    let inputs = attributes[0].parameter.shape[1]
    var parts = ["\(inputs == 0 ? "None" : "\(inputs)") -> \(hiddenSize)", options.layout.rawValue]
    if options.layerCount != 1 { parts.append("num_layers=\(options.layerCount)") }
    if options.dropout != 0 { parts.append("dropout=\(options.dropout)") }
    if options.isBidirectional { parts.append("bidirectional") }
    return "\(Self.className)(\(parts.joined(separator: ", ")))"
  }
}

extension Int {
  fileprivate func addingClamped(_ other: Int) -> Int {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? .max : sum
  }
}
