internal import ModelEngine
internal import Yams

extension DescriptionReader {
  /// The largest number of layers in one recurrent layer.
  static let maximumRecurrentLayerCount = 64

  /// The arguments of an embedding.
  func embedding(_ fields: LayerFields) throws(DescriptionError) -> EmbeddingDescription {
    var embedding = EmbeddingDescription(
      inputDim: try fields.requiredCount("input_dim"),
      outputDim: try fields.requiredCount("output_dim"))
    embedding.elementType = try fields.elementType()
    embedding.weightInitializer = try fields.initializer("weight_initializer")
    return embedding
  }

  /// The arguments of a recurrent layer.
  func recurrent(
    _ kind: RecurrentDescription.Kind, _ fields: LayerFields
  ) throws(DescriptionError) -> RecurrentDescription {
    var layer = RecurrentDescription(
      kind: kind, hiddenSize: try fields.requiredCount("hidden_size"))
    layer.options.layerCount = try fields.count(
      "num_layers", default: 1, from: 1, to: Self.maximumRecurrentLayerCount)
    layer.options.layout = try fields.choice("layout", default: .timeFirst)
    layer.options.dropout = try fields.number("dropout", default: 0, in: 0...1)
    layer.options.isBidirectional = try fields.bool("bidirectional", default: false)
    layer.options.inputSize = try fields.count("input_size", default: 0)
    layer.options.elementType = try fields.elementType()
    var initializers = RecurrentOptions.Initializers()
    initializers.inputWeight = try fields.initializer("i2h_weight_initializer")
    initializers.stateWeight = try fields.initializer("h2h_weight_initializer")
    initializers.inputBias = try fields.initializer("i2h_bias_initializer") ?? Zero()
    initializers.stateBias = try fields.initializer("h2h_bias_initializer") ?? Zero()
    layer.options.initializers = initializers
    return layer
  }
}
