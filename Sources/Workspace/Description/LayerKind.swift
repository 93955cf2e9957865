internal import ModelEngine
internal import Yams

/// The kinds of layers that a description may name.
enum LayerKind: String, CaseIterable {
  case dense, activation
  case leakyReLU = "leaky_relu"
  case prelu, elu, selu, gelu, swish, dropout
  case batchNorm = "batch_norm"
  case layerNorm = "layer_norm"
  case embedding, flatten, conv2d
  case maxPool2D = "max_pool2d"
  case avgPool2D = "avg_pool2d"
  case globalAvgPool2D = "global_avg_pool2d"
  case rnn, lstm, gru, reuse, sequential

  /// Gluon's names of its arguments, in its order.
  var keys: [String] {
    switch self {
    case .dense:
      [
        "units", "activation", "use_bias", "flatten", "dtype", "weight_initializer",
        "bias_initializer", "in_units",
      ]
    case .activation: ["activation"]
    case .leakyReLU, .elu: ["alpha"]
    case .prelu: ["alpha_initializer", "in_channels"]
    case .swish: ["beta"]
    case .dropout: ["rate", "axes"]
    case .batchNorm:
      [
        "axis", "momentum", "epsilon", "center", "scale", "use_global_stats", "beta_initializer",
        "gamma_initializer", "running_mean_initializer", "running_variance_initializer",
        "in_channels",
      ]
    case .layerNorm:
      [
        "axis", "epsilon", "center", "scale", "beta_initializer", "gamma_initializer",
        "in_channels",
      ]
    case .embedding: ["input_dim", "output_dim", "dtype", "weight_initializer"]
    case .conv2d:
      [
        "channels", "kernel_size", "strides", "padding", "dilation", "groups", "layout",
        "activation", "use_bias", "weight_initializer", "bias_initializer", "in_channels",
      ]
    case .maxPool2D: ["pool_size", "strides", "padding", "layout", "ceil_mode"]
    case .avgPool2D:
      ["pool_size", "strides", "padding", "ceil_mode", "layout", "count_include_pad"]
    case .globalAvgPool2D: ["layout"]
    case .rnn: ["hidden_size", "num_layers", "activation"] + Self.recurrentKeys
    case .lstm, .gru: ["hidden_size", "num_layers"] + Self.recurrentKeys
    case .selu, .gelu, .flatten, .reuse: []
    case .sequential: ["layers"]
    }
  }

  private static let recurrentKeys = [
    "layout", "dropout", "bidirectional", "input_size", "i2h_weight_initializer",
    "h2h_weight_initializer", "i2h_bias_initializer", "h2h_bias_initializer", "dtype",
  ]

  /// Whether it has parameters that another layer of its kind can share.
  var hasParameters: Bool {
    switch self {
    case .dense, .prelu, .batchNorm, .layerNorm, .embedding, .conv2d, .rnn, .lstm, .gru: true
    default: false
    }
  }

  /// The key of a layer that is written as one value: `dropout: 0.5`.
  var shorthand: String? {
    switch self {
    case .activation: "activation"
    case .leakyReLU, .elu: "alpha"
    case .swish: "beta"
    case .dropout: "rate"
    default: nil
    }
  }
}
