internal import Checkpoints
internal import ModelEngine
internal import Words

extension SymbolImporter {
  /// Whether a node joins the weights of a recurrent layer, or makes its first state.
  func isPartOfRecurrence(_ index: Int) -> Bool {
    let node = graph.nodes[index]
    switch node.operation {
    case "_rnn_param_concat", "_zeros": return true
    case "Reshape":
      return node.inputs.count == 1 && graph.nodes[node.inputs[0].node].isVariable
        && node["shape"].map { ["-1", "(-1,)", "(-1)"].contains($0) } == true
    default: return false
    }
  }

  /// The recurrent layer of a node, as Gluon's layers make it.
  mutating func recurrence(
    _ index: Int, _ attributes: SymbolAttributes
  ) throws -> HybridBlock {
    let mode = try attributes.text("mode")
    guard ["rnn_relu", "rnn_tanh", "lstm", "gru"].contains(mode) else {
      throw attributes.error("mode", expected: "rnn_relu, rnn_tanh, lstm or gru")
    }
    try attributes.require("use_sequence_length", "False")
    for key in ["projection_size", "lstm_state_clip_min", "lstm_state_clip_max"] {
      try attributes.require(key, "None")
    }
    try requireZeroStates(index, attributes, count: mode == "lstm" ? 2 : 1)
    var options = RecurrentOptions(
      layerCount: try attributes.integer("num_layers", in: 1...1024),
      dropout: try attributes.number("p", default: 0),
      isBidirectional: try attributes.flag("bidirectional"))
    let params = try recurrentParameters(index, attributes, options)
    options.elementType = params.parameters[0].elementType
    options.initializers.inputBias = nil
    options.initializers.stateBias = nil
    let size = try attributes.integer("state_size")
    let prefix = prefix(index)
    switch mode {
    case "lstm": return try LSTM(size, options, prefix: prefix, params: params)
    case "gru": return try GRU(size, options, prefix: prefix, params: params)
    default:
      return try RNN(
        size, activation: mode == "rnn_relu" ? .relu : .tanh, options, prefix: prefix,
        params: params)
    }
  }

  private func requireZeroStates(
    _ index: Int, _ attributes: SymbolAttributes, count: Int
  ) throws(SymbolError) {
    let inputs = graph.nodes[index].inputs
    guard inputs.count == 2 + count else {
      throw attributes.refuse(.inputCount(inputs.count, expected: "\(2 + count)"))
    }
    for position in 2..<(2 + count)
    where graph.nodes[inputs[position].node].operation != "_zeros" {
      throw attributes.refuse(.inputKind(position: position, expected: "a state of zeros"))
    }
  }

  /// The weights that are joined: all weights first, then all biases.
  ///
  /// Source: MXNet `_RNNLayer._forward_kernel` in `gluon/rnn/rnn_layer.py`.
  private mutating func recurrentParameters(
    _ index: Int, _ attributes: SymbolAttributes, _ options: RecurrentOptions
  ) throws(SymbolError) -> ParameterDict {
    let joined = graph.nodes[graph.nodes[index].inputs[1].node]
    let directions = options.isBidirectional ? ["l", "r"] : ["l"]
    let kinds = [["i2h_weight", "h2h_weight"], ["i2h_bias", "h2h_bias"]]
    let keys = kinds.flatMap { kinds in
      (0..<options.layerCount).flatMap { layer in
        directions.flatMap { direction in kinds.map { "\(direction)\(layer)_\($0)" } }
      }
    }
    guard joined.operation == "_rnn_param_concat", joined.inputs.count == keys.count else {
      throw attributes.refuse(
        .inputKind(position: 1, expected: "\(keys.count) joined parameters (_rnn_param_concat)"))
    }
    let entries = joined.inputs.map { input -> SymbolGraph.Entry in
      let node = graph.nodes[input.node]
      return node.isVariable ? input : node.inputs.first ?? input
    }
    return try parameters(index, zip(keys, entries).map { ($0, $1, true) })
  }
}
