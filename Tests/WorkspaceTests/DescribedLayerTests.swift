import Tensors
import TestSupport
import Testing
import Workspace

@Suite @MainActor struct DescribedLayerTests {
  private func open(_ text: String) throws -> OpenModel {
    try withTemporaryFile(Array(text.utf8), named: "net.yaml") { path in
      try OpenModel.open(.file(path))
    }
  }

  private func message(_ text: String) -> String {
    do {
      _ = try open(text)
      return ""
    } catch {
      return "\(error)"
    }
  }

  @Test(arguments: [
    ("conv2d: {channels: 8}", "conv2d needs the key 'kernel_size'"),
    (
      "conv2d: {channels: 8, kernel_size: [3]}", "'kernel_size' must be one number or two, found 1"
    ),
    (
      "conv2d: {channels: 8, kernel_size: 3, groups: 3}",
      "'groups' must be a divisor of 'channels' and 'in_channels', found '3'"
    ),
    (
      "conv2d: {channels: 8, kernel_size: 3, layout: NHWC}",
      "'layout' must be NCHW, found 'NHWC'"
    ),
    (
      "lstm: {hidden_size: 8, layout: NCT}",
      "'layout' must be one of TNC, NTC, found 'NCT'; did you mean 'NTC'?"
    ),
    ("dropout: 2", "'rate' must be a number from 0.0 to 1.0, found '2'"),
    ("dropout", "dropout needs the key 'rate'"),
    ("leaky_relu", "leaky_relu needs the key 'alpha'"),
    (
      "leaky_relu: -1",
      "'alpha' must be a number from 0.0 to 3.4028234663852886e+38, found '-1'"
    ),
    (
      "prelu: {in_channels: 0}",
      "'in_channels' must be a whole number from 1 to 268435456, found '0'"
    ),
    ("selu: {alpha: 1}", "unknown key 'alpha' in selu. Allowed: name"),
    ("flatten: {params: x}", "unknown key 'params' in flatten. Allowed: name"),
    (
      "embedding: {input_dim: 268435456, output_dim: 2}",
      "the number of values exceeds the limit of 268435456"
    ),
    (
      "batch_norm: {params: x}",
      "'params' names the layer 'x', which does not come before it; no layer does"
    ),
    (
      "rnn: {hidden_size: 2, num_layers: 65}",
      "'num_layers' must be a whole number from 1 to 64, found '65'"
    ),
  ])
  func `a wrong layer is an error with its line, the key and what is allowed`(
    layer: String, expected: String
  ) {
    #expect(message("layers:\n  - \(layer)\n") == "net.yaml:2: \(expected)")
  }

  @Test func `an input that does not fit is an error at the line of the layer`() {
    #expect(
      message(
        """
        input: [2, 3]
        layers:
          - dense: {units: 3}
          - conv2d: {channels: 8, kernel_size: 3}
        """)
        == "net.yaml:4: conv0 does not take an input of shape (2, 3): Check failed: dshp.ndim() == 4U (2 vs. 4) : Input data should be 4D in "
        + "batch-num_filter-y-x")
  }

  @Test func `layers of every kind are built, shared, reused and summarized`() throws {
    let model = try open(
      """
      input: [2, 4, 16, 16]
      layers:
        - conv2d: {channels: 8, kernel_size: [3, 2], strides: 2, groups: 4, use_bias: false, name: stem}
        - batch_norm
        - activation: relu
        - avg_pool2d: {pool_size: 3, strides: 2, padding: 1, ceil_mode: true}
        - sequential:
            layers:
              - conv2d: {channels: 8, kernel_size: 3, padding: 1, activation: relu}
              - conv2d: {channels: 8, kernel_size: 3, padding: 1, activation: relu, params: conv0}
              - reuse: conv0
        - global_avg_pool2d
        - flatten
        - dropout: 0.5
        - layer_norm: {epsilon: 0.001}
        - dense: {units: 10, weight_initializer: xavier}
      """)
    #expect(
      model.outline.nodes.map(\.summary) == [
        "", "Conv2D 4→8 k3x2 s2 g4", "BatchNorm 8", "Activation relu", "AvgPool2D 3 s2 p1", "",
        "Conv2D 8→8 k3 p1 relu", "Conv2D 8→8 k3 p1 relu", "Conv2D 8→8 k3 p1 relu",
        "GlobalAvgPool2D", "Flatten", "Dropout 0.5", "LayerNorm 8", "Dense 8→10",
      ])
    #expect(model.outline.sharedParameterCount == 2)
    #expect(model.outline.parameters.allSatisfy { $0.state == .ready })
    #expect(model.outline.parameters.last?.shape == [10])
  }

  @Test func `functions that are classes of their own are built, and slopes are shared`() throws {
    let model = try open(
      """
      input: [2, 4]
      layers:
        - leaky_relu: 0.1
        - elu
        - elu: 2.0
        - selu
        - gelu
        - swish: {beta: 1.5}
        - prelu: {in_channels: 4, name: slopes}
        - prelu: {in_channels: 4, params: slopes, alpha_initializer: constant(0.25)}
      """)
    #expect(
      model.outline.nodes.map(\.summary) == [
        "", "LeakyReLU 0.1", "ELU", "ELU", "SELU", "GELU", "Swish", "PReLU", "PReLU",
      ])
    #expect(model.outline.sharedParameterCount == 1)
    #expect(model.outline.parameters[0].state == .ready)
    #expect(
      message("input: [2, 3]\nlayers:\n  - prelu: {in_channels: 4}\n")
        == "net.yaml:3: prelu0 does not take an input of shape (2, 3): Check failed: s == -1: Cannot "
        + "broadcast gamma to data. gamma: [4], data: [2,3]")
  }

  @Test func `the examples of images and words are whole`() throws {
    let lenet = try OpenModel.open(.example("lenet"))
    #expect(lenet.outline.uniqueTotal.elementCount == 44_426)
    #expect(
      lenet.outline.nodes.map(\.summary) == [
        "", "Conv2D 1→6 k5 sigmoid", "MaxPool2D 2", "Conv2D 6→16 k5 sigmoid", "MaxPool2D 2",
        "Dense 256→120 sigmoid", "Dense 120→84 sigmoid", "Dense 84→10",
      ])
    let lstm = try OpenModel.open(.example("lstm"))
    #expect(lstm.outline.uniqueTotal.elementCount == 67_338)
    #expect(
      lstm.outline.nodes.map(\.summary) == [
        "", "Embedding 1000→32", "LSTM 32→64", "Dense 1024→10",
      ])
    #expect(lstm.outline.parameters[1].name == "lstm0_l0_i2h_weight")
  }
}
