internal import ModelEngine
internal import Words
internal import Yams

extension DescriptionReader {
  /// The arguments of a fully connected layer.
  func dense(_ fields: LayerFields) throws(DescriptionError) -> DenseDescription {
    var dense = DenseDescription(units: try fields.requiredCount("units"))
    dense.activation = try fields.activation()
    dense.useBias = try fields.bool("use_bias", default: true)
    dense.flatten = try fields.bool("flatten", default: true)
    dense.elementType = try fields.elementType()
    dense.inUnits = try fields.count("in_units", default: 0)
    dense.weightInitializer = try fields.initializer("weight_initializer")
    dense.biasInitializer = try fields.initializer("bias_initializer") ?? Zero()
    return dense
  }

  /// The function of an activation.
  func activationLayer(_ fields: LayerFields) throws(DescriptionError) -> LayerDescription.Kind {
    guard let function = try fields.activation() else {
      throw error(fields.node, .missingKey("activation", context: fields.context))
    }
    return .activation(function)
  }

  /// The argument of a function of each element that is a class of its own.
  func elementLayer(
    _ kind: LayerKind, _ fields: LayerFields
  ) throws(DescriptionError) -> ElementLayerDescription {
    let most = Double(Float.greatestFiniteMagnitude)
    switch kind {
    case .selu: return .selu
    case .gelu: return .gelu
    case .elu: return .elu(alpha: try fields.number("alpha", default: 1.0, in: -most...most))
    case .swish: return .swish(beta: try fields.number("beta", default: 1.0, in: -most...most))
    default:
      guard fields.entries["alpha"] != nil else {
        throw error(fields.node, .missingKey("alpha", context: fields.context))
      }
      return .leakyReLU(alpha: try fields.number("alpha", default: 0, in: 0...most))
    }
  }

  /// The arguments of a layer that learns what negative elements are multiplied by.
  func prelu(_ fields: LayerFields) throws(DescriptionError) -> PReLUDescription {
    var prelu = PReLUDescription()
    if let initializer = try fields.initializer("alpha_initializer") {
      prelu.alphaInitializer = initializer
    }
    prelu.inChannels = try fields.count("in_channels", default: 1, from: 1)
    return prelu
  }

  /// The arguments of a dropout.
  func dropout(_ fields: LayerFields) throws(DescriptionError) -> LayerDescription.Kind {
    guard fields.entries["rate"] != nil else {
      throw error(fields.node, .missingKey("rate", context: fields.context))
    }
    var axes: [Int] = []
    if let node = fields.entries["axes"] {
      guard let items = node.sequence, items.count <= 8 else {
        throw error(node, .expected("a list of up to 8 axes", key: "axes", found: found(node)))
      }
      for item in items { axes.append(try count(item, "axes", from: 0, to: 63)) }
    }
    return .dropout(rate: try fields.number("rate", default: 0, in: 0...1), axes: axes)
  }

  /// The arguments of a layer that normalizes.
  func norm(_ fields: LayerFields, axis: Int) throws(DescriptionError) -> NormDescription {
    var norm = NormDescription(axis: try fields.count("axis", default: axis, from: -64, to: 63))
    norm.momentum = try fields.number("momentum", default: 0.9, in: 0...1)
    norm.epsilon = try fields.number("epsilon", default: 1e-5, in: 0...1)
    norm.center = try fields.bool("center", default: true)
    norm.scale = try fields.bool("scale", default: true)
    norm.useGlobalStats = try fields.bool("use_global_stats", default: false)
    norm.inChannels = try fields.count("in_channels", default: 0)
    norm.initializers.beta = try fields.initializer("beta_initializer") ?? Zero()
    norm.initializers.gamma = try fields.initializer("gamma_initializer") ?? One()
    norm.initializers.runningMean =
      try fields.initializer("running_mean_initializer") ?? Zero()
    norm.initializers.runningVariance =
      try fields.initializer("running_variance_initializer") ?? One()
    return norm
  }
}
