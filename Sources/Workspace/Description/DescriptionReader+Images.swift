internal import ModelEngine
internal import Words
internal import Yams

extension DescriptionReader {
  /// The arguments of a convolution.
  func conv2D(_ fields: LayerFields) throws(DescriptionError) -> Conv2DDescription {
    let channels = try fields.requiredCount("channels")
    guard let kernelSize = try fields.extent("kernel_size", from: 1) else {
      throw error(fields.node, .missingKey("kernel_size", context: fields.context))
    }
    try fields.checkImageLayout()
    var conv = Conv2DDescription(channels: channels, kernelSize: kernelSize)
    conv.strides = try fields.extent("strides", from: 1) ?? 1
    conv.padding = try fields.extent("padding", from: 0) ?? 0
    conv.dilation = try fields.extent("dilation", from: 1) ?? 1
    conv.groups = try fields.count("groups", default: 1, from: 1)
    conv.activation = try fields.activation()
    conv.useBias = try fields.bool("use_bias", default: true)
    conv.inChannels = try fields.count("in_channels", default: 0)
    conv.weightInitializer = try fields.initializer("weight_initializer")
    conv.biasInitializer = try fields.initializer("bias_initializer") ?? Zero()
    guard channels % conv.groups == 0, conv.inChannels % conv.groups == 0 else {
      throw error(
        fields.entries["groups"] ?? fields.node,
        .expected(
          "a divisor of 'channels' and 'in_channels'", key: "groups", found: "'\(conv.groups)'"))
    }
    return conv
  }

  /// The arguments of a pooling layer.
  func pooling(
    _ kind: PoolingDescription.Kind, _ fields: LayerFields
  ) throws(DescriptionError) -> PoolingDescription {
    try fields.checkImageLayout()
    var pooling = PoolingDescription(kind: kind)
    pooling.poolSize = try fields.extent("pool_size", from: 1) ?? 2
    pooling.strides = try fields.extent("strides", from: 1)
    pooling.padding = try fields.extent("padding", from: 0) ?? 0
    pooling.ceilMode = try fields.bool("ceil_mode", default: false)
    pooling.countIncludePad = try fields.bool("count_include_pad", default: true)
    return pooling
  }
}
