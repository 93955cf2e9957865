internal import ModelEngine
extension NetworkBuilder {
  /// Makes the layer that a description asks for.
  func makeLayer(
    _ kind: LayerDescription.Kind, prefix: String?, params: ParameterDict?
  ) throws(ParameterError) -> Block {
    switch kind {
    case .dense(let dense): try makeDense(dense, prefix, params)
    case .activation(let function): Activation(function, prefix: prefix)
    case .elementLayer(let layer): makeElementLayer(layer, prefix)
    case .prelu(let prelu):
      try PReLU(
        alphaInitializer: prelu.alphaInitializer, inChannels: prelu.inChannels, prefix: prefix,
        params: params)
    case .dropout(let rate, let axes): Dropout(rate, axes: axes, prefix: prefix)
    case .batchNorm(let norm): try makeBatchNorm(norm, prefix, params)
    case .layerNorm(let norm):
      try LayerNorm(
        axis: norm.axis, epsilon: norm.epsilon, center: norm.center, scale: norm.scale,
        betaInitializer: norm.initializers.beta, gammaInitializer: norm.initializers.gamma,
        inChannels: norm.inChannels, prefix: prefix, params: params)
    case .embedding(let embedding):
      try Embedding(
        embedding.inputDim, embedding.outputDim, elementType: embedding.elementType,
        weightInitializer: embedding.weightInitializer, prefix: prefix, params: params)
    case .conv2D(let conv): try makeConv2D(conv, prefix, params)
    case .pooling(let pooling): makePooling(pooling, prefix)
    case .recurrent(let layer): try makeRecurrent(layer, prefix, params)
    case .flatten, .reuse, .sequential: Flatten(prefix: prefix)
    }
  }

  private func makeElementLayer(_ layer: ElementLayerDescription, _ prefix: String?) -> Block {
    switch layer {
    case .leakyReLU(let alpha): LeakyReLU(alpha, prefix: prefix)
    case .elu(let alpha): ELU(alpha, prefix: prefix)
    case .selu: SELU(prefix: prefix)
    case .gelu: GELU(prefix: prefix)
    case .swish(let beta): Swish(beta, prefix: prefix)
    }
  }

  private func makeDense(
    _ dense: DenseDescription, _ prefix: String?, _ params: ParameterDict?
  ) throws(ParameterError) -> Block {
    try Dense(
      dense.units, activation: dense.activation, useBias: dense.useBias, flatten: dense.flatten,
      elementType: dense.elementType, weightInitializer: dense.weightInitializer,
      biasInitializer: dense.biasInitializer, inUnits: dense.inUnits, prefix: prefix,
      params: params)
  }

  private func makeBatchNorm(
    _ norm: NormDescription, _ prefix: String?, _ params: ParameterDict?
  ) throws(ParameterError) -> Block {
    try BatchNorm(
      axis: norm.axis, momentum: norm.momentum, epsilon: norm.epsilon, center: norm.center,
      scale: norm.scale, useGlobalStats: norm.useGlobalStats, initializers: norm.initializers,
      inChannels: norm.inChannels, prefix: prefix, params: params)
  }

  private func makeConv2D(
    _ conv: Conv2DDescription, _ prefix: String?, _ params: ParameterDict?
  ) throws(ParameterError) -> Block {
    try Conv2D(
      conv.channels, kernelSize: conv.kernelSize, strides: conv.strides, padding: conv.padding,
      dilation: conv.dilation, groups: conv.groups, activation: conv.activation,
      useBias: conv.useBias, weightInitializer: conv.weightInitializer,
      biasInitializer: conv.biasInitializer, inChannels: conv.inChannels, prefix: prefix,
      params: params)
  }

  private func makePooling(_ pooling: PoolingDescription, _ prefix: String?) -> Block {
    switch pooling.kind {
    case .max:
      MaxPool2D(
        pooling.poolSize, strides: pooling.strides, padding: pooling.padding,
        ceilMode: pooling.ceilMode, prefix: prefix)
    case .average:
      AvgPool2D(
        pooling.poolSize, strides: pooling.strides, padding: pooling.padding,
        ceilMode: pooling.ceilMode, countIncludePad: pooling.countIncludePad, prefix: prefix)
    case .globalAverage: GlobalAvgPool2D(prefix: prefix)
    }
  }

  private func makeRecurrent(
    _ layer: RecurrentDescription, _ prefix: String?, _ params: ParameterDict?
  ) throws(ParameterError) -> Block {
    switch layer.kind {
    case .simple(let activation):
      try RNN(
        layer.hiddenSize, activation: activation, layer.options, prefix: prefix, params: params)
    case .lstm: try LSTM(layer.hiddenSize, layer.options, prefix: prefix, params: params)
    case .gru: try GRU(layer.hiddenSize, layer.options, prefix: prefix, params: params)
    }
  }
}
