internal import Checkpoints
internal import ModelEngine
internal import Tensors

// Names and attributes are those of Gluon's `hybrid_forward` in `gluon/nn` and `gluon/rnn`.
extension SymbolExporter {
  /// Adds a layer without its activation; nil if it has no such operation.
  mutating func layer(_ block: Block, _ input: SymbolGraph.Entry) -> SymbolGraph.Entry? {
    let name = "\(block.prefix)fwd"
    switch block {
    case let layer as Dense:
      return add(
        "FullyConnected", name, [input] + variables(of: layer),
        [
          ("flatten", layer.flatten.python), ("no_bias", (layer.parameter("bias") == nil).python),
          ("num_hidden", "\(layer.units)"),
        ])
    case let layer as Conv2D: return convolution(layer, input)
    case let layer as Pooling2D: return pooling(layer, input)
    case let layer as BatchNorm: return normalization(layer, input)
    case let layer as LayerNorm:
      return add(
        "LayerNorm", "\(layer.prefix)layernorm0", [input] + variables(of: layer),
        [("axis", "\(layer.axis)"), ("eps", layer.epsilon.description)], outputCount: 3)
    case let layer as Embedding:
      return add(
        "Embedding", name, [input] + variables(of: layer),
        [
          ("dtype", layer.weight.elementType.name), ("input_dim", "\(layer.inputDim)"),
          ("output_dim", "\(layer.outputDim)"), ("sparse_grad", "False"),
        ])
    case let layer as RecurrentLayer: return recurrence(layer, input)
    case is Flatten: return add("Flatten", "\(block.prefix)flatten0", [input])
    case let layer as Dropout:
      if layer.rate == 0 { return add("_copy", "\(layer.prefix)identity0", [input]) }
      return add(
        "Dropout", name, [input],
        [
          ("axes", Shape.tuple(layer.axes)), ("cudnn_off", "False"),
          ("p", layer.rate.description),
        ], outputCount: 2)
    case let layer as Activation:
      return add("Activation", name, [input], [("act_type", layer.function.rawValue)])
    default: return elementLayer(block, input)
    }
  }

  private mutating func variables(of block: Block) -> [SymbolGraph.Entry] {
    var entries: [SymbolGraph.Entry] = []
    for attribute in block.attributes { entries.append(variable(attribute.parameter)) }
    return entries
  }

  private mutating func convolution(
    _ layer: Conv2D, _ input: SymbolGraph.Entry
  ) -> SymbolGraph.Entry {
    add(
      "Convolution", "\(layer.prefix)fwd", [input] + variables(of: layer),
      [
        ("dilate", layer.dilation.description), ("kernel", layer.kernelSize.description),
        ("layout", "NCHW"), ("no_bias", (!layer.useBias).python),
        ("num_filter", "\(layer.channels)"), ("num_group", "\(layer.groups)"),
        ("pad", layer.padding.description), ("stride", layer.strides.description),
      ])
  }

  private mutating func pooling(
    _ layer: Pooling2D, _ input: SymbolGraph.Entry
  ) -> SymbolGraph.Entry {
    let isMaximum = layer is MaxPool2D || layer is GlobalMaxPool2D
    var attributes = [
      ("global_pool", layer.isGlobal.python), ("kernel", layer.poolSize.description),
      ("layout", "NCHW"), ("pad", layer.padding.description),
      ("pool_type", isMaximum ? "max" : "avg"),
      ("pooling_convention", layer.ceilMode ? "full" : "valid"),
      ("stride", layer.strides.description),
    ]
    if let mean = layer as? AvgPool2D {
      attributes.append(("count_include_pad", mean.countIncludePad.python))
    }
    return add(
      "Pooling", "\(layer.prefix)fwd", [input], attributes, outputCount: isMaximum ? 2 : 1)
  }

  private mutating func normalization(
    _ layer: BatchNorm, _ input: SymbolGraph.Entry
  ) -> SymbolGraph.Entry {
    let inputs = [
      input, variable(layer.gamma), variable(layer.beta),
      variable(layer.runningMean, isState: true), variable(layer.runningVar, isState: true),
    ]
    return add(
      "BatchNorm", "\(layer.prefix)fwd", inputs,
      [
        ("axis", "\(layer.axis)"), ("eps", layer.epsilon.description),
        ("fix_gamma", (!layer.scale).python), ("momentum", layer.momentum.description),
        ("use_global_stats", layer.useGlobalStats.python),
      ], outputCount: 3)
  }

  private mutating func elementLayer(
    _ block: Block, _ input: SymbolGraph.Entry
  ) -> SymbolGraph.Entry? {
    let name = "\(block.prefix)fwd"
    switch block {
    case let layer as LeakyReLU:
      return add(
        "LeakyReLU", name, [input],
        [("act_type", "leaky"), ("slope", layer.alpha.description)])
    case let layer as ELU:
      return add(
        "LeakyReLU", "\(block.prefix)leakyrelu0", [input],
        [("act_type", "elu"), ("slope", layer.alpha.description)])
    case is SELU: return add("LeakyReLU", name, [input], [("act_type", "selu")])
    case is GELU: return add("LeakyReLU", name, [input], [("act_type", "gelu")])
    case is PReLU:
      return add("LeakyReLU", name, [input] + variables(of: block), [("act_type", "prelu")])
    case let layer as Swish:
      let scale = Scalar(layer.steepness.value).description
      let scaled = add(
        "_mul_scalar", "\(block.prefix)_mulscalar0", [input], [("scalar", scale)])
      return add("elemwise_mul", "\(block.prefix)_mul0", [input, add("sigmoid", name, [scaled])])
    default: return nil
    }
  }

  private mutating func recurrence(
    _ layer: RecurrentLayer, _ input: SymbolGraph.Entry
  ) -> SymbolGraph.Entry {
    let (prefix, options) = (layer.prefix, layer.options)
    let isSwapped = options.layout == .batchFirst
    let axes = [("dim1", "0"), ("dim2", "1")]
    let data = isSwapped ? add("SwapAxis", "\(prefix)swapaxes0", [input], axes) : input
    let ordered =
      layer.attributes.filter { $0.key.hasSuffix("weight") }
      + layer.attributes.filter { $0.key.hasSuffix("bias") }
    var parts: [SymbolGraph.Entry] = []
    for (index, attribute) in ordered.enumerated() {
      let flat = variable(attribute.parameter)
      parts.append(add("Reshape", "\(prefix)reshape\(index)", [flat], [("shape", "-1")]))
    }
    let weights = add(
      "_rnn_param_concat", "\(prefix)_rnn_param_concat0", parts,
      [("dim", "0"), ("num_args", "\(parts.count)")])
    let directions = options.isBidirectional ? 2 : 1
    let states = (0..<layer.symbolStateCount).map { index in
      add(
        "_zeros", "\(containerPrefix)\(prefix)h0_\(index)", [],
        [
          ("__layout__", "LNC"), ("dtype", options.elementType.name),
          ("shape", "(\(options.layerCount * directions), 0, \(layer.hiddenSize))"),
        ])
    }
    let output = add(
      "RNN", "\(prefix)rnn0", [data, weights] + states,
      layer.symbolAttributes, outputCount: 1 + states.count)
    return isSwapped ? add("SwapAxis", "\(prefix)swapaxes1", [output], axes) : output
  }
}

extension RecurrentLayer {
  fileprivate var symbolStateCount: Int { self is LSTM ? 2 : 1 }

  fileprivate var symbolAttributes: [(String, String)] {
    let mode =
      switch self {
      case is LSTM: "lstm"
      case is GRU: "gru"
      case let simple as RNN: "rnn_\(simple.activation.rawValue)"
      default: "rnn_relu"
      }
    return [
      ("bidirectional", options.isBidirectional.python), ("lstm_state_clip_max", "None"),
      ("lstm_state_clip_min", "None"), ("lstm_state_clip_nan", "False"), ("mode", mode),
      ("num_layers", "\(options.layerCount)"), ("p", options.dropout.description),
      ("projection_size", "None"), ("state_outputs", "True"), ("state_size", "\(hiddenSize)"),
      ("use_sequence_length", "False"),
    ]
  }
}

extension Bool {
  /// The word in Python.
  fileprivate var python: String { self ? "True" : "False" }
}

extension Shape {
  /// The text that Python prints for a tuple, whose numbers may be negative.
  fileprivate static func tuple(_ numbers: [Int]) -> String {
    "(\(numbers.map(String.init).joined(separator: ", "))\(numbers.count == 1 ? "," : ""))"
  }
}
