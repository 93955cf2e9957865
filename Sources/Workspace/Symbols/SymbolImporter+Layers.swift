internal import Checkpoints
internal import ModelEngine
internal import Tensors
internal import Words

extension SymbolAttributes {
  /// What the node does without being a layer, or nil.
  func operation() throws(SymbolError) -> GraphOperation? {
    switch node.operation {
    case "elemwise_add", "_plus", "_Plus", "broadcast_add", "broadcast_plus", "_add": return .sum
    case "elemwise_sub", "_sub", "_minus", "broadcast_sub", "broadcast_minus": return .difference
    case "elemwise_mul", "_mul", "broadcast_mul": return .product
    case "Concat", "concat":
      return .concatenation(axis: try integer("dim", in: -8...8, default: 1))
    case "_mul_scalar", "_MulScalar": return .scale(try number("scalar", default: 1).value)
    case "_plus_scalar", "_PlusScalar": return .shift(try number("scalar", default: 0).value)
    case "SwapAxis", "swapaxes":
      let axes = [
        try integer("dim1", in: 0...8, default: 0), try integer("dim2", in: 0...8, default: 0),
      ]
      guard axes.sorted() == [0, 1] else { throw error("dim1", expected: "0, and 1 for dim2") }
      return .exchange
    default: return nil
    }
  }

  /// Whether the node passes on its input.
  func isIdentity() throws(SymbolError) -> Bool {
    ["_copy", "identity", "BlockGrad", "stop_gradient"].contains(node.operation)
  }
}

extension SymbolImporter {
  /// The layer of a node.
  mutating func layer(
    _ index: Int, _ attributes: SymbolAttributes, _ activation: ActivationFunction?
  ) throws -> HybridBlock {
    let prefix = prefix(index)
    switch graph.nodes[index].operation {
    case "FullyConnected": return try dense(index, attributes, activation)
    case "Convolution": return try convolution(index, attributes, activation)
    case "Pooling": return try pooling(attributes, prefix)
    case "BatchNorm", "LayerNorm": return try normalization(index, attributes)
    case "Embedding": return try embedding(index, attributes)
    case "LeakyReLU": return try leaky(index, attributes)
    case "RNN": return try recurrence(index, attributes)
    case "Flatten", "flatten": return Flatten(prefix: prefix)
    case "Dropout":
      return Dropout(
        try attributes.number("p", default: 0.5), axes: try attributes.list("axes") ?? [],
        prefix: prefix)
    case "Activation": return Activation(try function(attributes, "act_type"), prefix: prefix)
    case "relu", "sigmoid", "tanh", "softsign", "softrelu":
      guard let function = ActivationFunction(rawValue: graph.nodes[index].operation) else {
        throw attributes.refuse(.unknownOperation)
      }
      return Activation(function, prefix: prefix)
    default: throw attributes.refuse(.unknownOperation)
    }
  }

  private func function(
    _ attributes: SymbolAttributes, _ key: String
  ) throws(SymbolError) -> ActivationFunction {
    guard let function = ActivationFunction(rawValue: try attributes.text(key)) else {
      let known = ActivationFunction.allCases.map(\.rawValue).joined(separator: ", ")
      throw attributes.error(key, expected: "one of \(known)")
    }
    return function
  }

  private func entry(_ index: Int, _ position: Int) -> SymbolGraph.Entry? {
    let inputs = graph.nodes[index].inputs
    return inputs.indices.contains(position) ? inputs[position] : nil
  }

  /// The parameters that follow the data, all learned.
  private mutating func learned(
    _ index: Int, _ keys: [String]
  ) throws(SymbolError) -> ParameterDict {
    let count = graph.nodes[index].inputs.count
    guard count == keys.count + 1 else {
      throw attributes(index).refuse(.inputCount(count, expected: "\(keys.count + 1)"))
    }
    return try parameters(
      index, keys.enumerated().map { ($0.element, entry(index, $0.offset + 1), true) })
  }

  private mutating func dense(
    _ index: Int, _ attributes: SymbolAttributes, _ activation: ActivationFunction?
  ) throws -> HybridBlock {
    let useBias = try !attributes.flag("no_bias")
    let params = try learned(index, useBias ? ["weight", "bias"] : ["weight"])
    return try Dense(
      try attributes.integer("num_hidden"), activation: activation, useBias: useBias,
      flatten: try attributes.flag("flatten", default: true),
      elementType: params.parameters[0].elementType, biasInitializer: nil,
      prefix: prefix(index), params: params)
  }

  private mutating func convolution(
    _ index: Int, _ attributes: SymbolAttributes, _ activation: ActivationFunction?
  ) throws -> HybridBlock {
    let useBias = try !attributes.flag("no_bias")
    let params = try learned(index, useBias ? ["weight", "bias"] : ["weight"])
    try attributes.require("layout", "NCHW")
    let channels = try attributes.integer("num_filter")
    let groups = try attributes.integer("num_group", default: 1)
    guard channels % groups == 0 else {
      throw attributes.error("num_group", expected: "a divisor of num_filter, \(channels)")
    }
    return try Conv2D(
      channels, kernelSize: try attributes.extent("kernel", from: 1),
      strides: try attributes.extent("stride", from: 1, default: 1),
      padding: try attributes.extent("pad", from: 0, default: 0),
      dilation: try attributes.extent("dilate", from: 1, default: 1), groups: groups,
      activation: activation, useBias: useBias, biasInitializer: nil, prefix: prefix(index),
      params: params)
  }

  private func pooling(
    _ attributes: SymbolAttributes, _ prefix: String
  ) throws(SymbolError) -> HybridBlock {
    try attributes.require("layout", "NCHW")
    let isMaximum: Bool
    switch try attributes.text("pool_type", default: "max") {
    case "max": isMaximum = true
    case "avg": isMaximum = false
    default: throw attributes.error("pool_type", expected: "max or avg")
    }
    if try attributes.flag("global_pool") {
      return isMaximum ? GlobalMaxPool2D(prefix: prefix) : GlobalAvgPool2D(prefix: prefix)
    }
    let convention = try attributes.text("pooling_convention", default: "valid")
    guard ["valid", "full"].contains(convention) else {
      throw attributes.error("pooling_convention", expected: "valid or full")
    }
    let size = try attributes.extent("kernel", from: 1)
    let strides = try attributes.extent("stride", from: 1, default: 1)
    let padding = try attributes.extent("pad", from: 0, default: 0)
    guard padding.height < size.height, padding.width < size.width else {
      throw attributes.error("pad", expected: "less than the kernel, \(size)")
    }
    if isMaximum {
      return MaxPool2D(
        size, strides: strides, padding: padding, ceilMode: convention == "full", prefix: prefix)
    }
    return AvgPool2D(
      size, strides: strides, padding: padding, ceilMode: convention == "full",
      countIncludePad: try attributes.flag("count_include_pad", default: true), prefix: prefix)
  }

  private mutating func normalization(
    _ index: Int, _ attributes: SymbolAttributes
  ) throws -> HybridBlock {
    if graph.nodes[index].operation == "LayerNorm" {
      return try LayerNorm(
        axis: try attributes.integer("axis", in: -64...64, default: -1),
        epsilon: try attributes.number("eps", default: 1e-5), betaInitializer: nil,
        gammaInitializer: nil, prefix: prefix(index),
        params: try learned(index, ["gamma", "beta"]))
    }
    let isFixed = try attributes.flag("fix_gamma", default: true)
    let params = try parameters(
      index,
      [
        ("gamma", entry(index, 1), !isFixed), ("beta", entry(index, 2), true),
        ("running_mean", entry(index, 3), false), ("running_var", entry(index, 4), false),
      ])
    var initializers = BatchNorm.Initializers()
    (initializers.gamma, initializers.beta) = (nil, nil)
    (initializers.runningMean, initializers.runningVariance) = (nil, nil)
    return try BatchNorm(
      axis: try attributes.integer("axis", in: -64...64, default: 1),
      momentum: try attributes.number("momentum", default: 0.9),
      epsilon: try attributes.number("eps", default: 1e-3), scale: !isFixed,
      useGlobalStats: try attributes.flag("use_global_stats"), initializers: initializers,
      prefix: prefix(index), params: params)
  }

  private mutating func embedding(
    _ index: Int, _ attributes: SymbolAttributes
  ) throws -> HybridBlock {
    let params = try learned(index, ["weight"])
    return try Embedding(
      try attributes.integer("input_dim"), try attributes.integer("output_dim"),
      elementType: params.parameters[0].elementType, prefix: prefix(index), params: params)
  }

  private mutating func leaky(
    _ index: Int, _ attributes: SymbolAttributes
  ) throws -> HybridBlock {
    let prefix = prefix(index)
    let slope = try attributes.number("slope", default: 0.25)
    switch try attributes.text("act_type", default: "leaky") {
    case "leaky" where slope.value >= 0: return LeakyReLU(slope, prefix: prefix)
    case "leaky": throw attributes.error("slope", expected: "a number from 0")
    case "elu": return ELU(slope, prefix: prefix)
    case "selu": return SELU(prefix: prefix)
    case "gelu": return GELU(prefix: prefix)
    case "prelu":
      let params = try learned(index, ["alpha"])
      let shape = params.parameters[0].shape
      return try PReLU(
        alphaInitializer: params.parameters[0].initializer ?? Constant(0.25),
        inChannels: shape.rank > 0 ? shape[0] : 1, prefix: prefix, params: params)
    default: throw attributes.error("act_type", expected: "leaky, prelu, elu, selu or gelu")
    }
  }
}
