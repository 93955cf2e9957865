import ModelEngine
import Tensors
import TestSupport
import Testing

@Suite struct LayerTests {
  struct Fixture: Decodable { let cases: [Sample] }

  struct Sample: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let seed: Int
    let input: [Int]
    let output: [Int]
    let before: String
    let `repr`: String
    let names: [String]
    let paths: [String]
    let params: [String: MXNetArray]
    var testDescription: String { "\(id), seed \(seed)" }
  }

  private func network(_ id: String) throws -> Sequential {
    let net = Sequential()
    switch id {
    case "lenet":
      net.add(
        Conv2D(6, kernelSize: 5, activation: .sigmoid), MaxPool2D(2),
        Conv2D(16, kernelSize: 5, activation: .sigmoid), MaxPool2D(2),
        Dense(120, activation: .sigmoid), Dense(84, activation: .sigmoid), Dense(10))
    case "lstm":
      net.add(
        Embedding(1000, 32), LSTM(64, RecurrentOptions(layout: .batchFirst)), Dense(10))
    case "mixed":
      net.add(
        Conv2D(
          8, kernelSize: Extent(3, 2), strides: Extent(2, 1), padding: Extent(1, 0),
          dilation: Extent(1, 2), groups: 4, useBias: false),
        BatchNorm(), AvgPool2D(3, strides: 2, padding: 1, ceilMode: true),
        Conv2D(6, kernelSize: 1, groups: 2, activation: .relu), GlobalAvgPool2D(), Flatten(),
        Dropout(0.3), Dense(5, activation: .tanh, flatten: false), LayerNorm())
    default:
      net.add(
        GRU(5, RecurrentOptions(layerCount: 2, isBidirectional: true)),
        RNN(4, RecurrentOptions(dropout: 0.5)), Dense(3))
    }
    return net
  }

  @Test(arguments: try decodedFixture("layers.json", as: Fixture.self).cases)
  func `a network completed by shapes alone has the bits that MXNet's first forward pass draws`(
    sample: Sample
  ) throws {
    try ModelContext.withSeed(sample.seed) {
      let net = try network(sample.id)
      #expect("\(net)" == sample.before)
      try net.initialize()
      _ = ModelContext.current.uniform(shape: Shape(sample.input))
      #expect(try net(shape: Shape(sample.input)).dimensions == sample.output)
      #expect("\(net)" == sample.repr)
      let parameters = try net.collectParams()
      #expect(parameters.names == sample.names)
      #expect(net.parametersByPath().map(\.path) == sample.paths)
      for parameter in parameters {
        #expect(sample.params[parameter.name]?.isIdentical(to: try parameter.data()) == true)
      }
    }
  }

  /// Shapes that do not fit, and what MXNet says.
  static let misfits: [(layer: @Sendable () -> Block, input: Shape, message: String)] = [
    (
      { Conv2D(4, kernelSize: 3) }, [2, 3, 10],
      "Error in operator conv0_fwd: Check failed: dshp.ndim() == 4U (3 vs. 4) : Input data should be "
        + "4D in batch-num_filter-y-x"
    ),
    (
      { Conv2D(4, kernelSize: 3) }, [2, 3, 2, 2],
      "Error in operator conv0_fwd: Check failed: dilated_ksize_y <= AddPad(dshape[2], "
        + "param_.pad[0]) (3 vs. 2) : kernel size exceed input"
    ),
    (
      { Conv2D(4, kernelSize: 3, groups: 2) }, [2, 3, 10, 10],
      "Error in operator conv0_fwd: Check failed: dshape[1] % param_.num_group == 0U (1 vs. 0) : "
        + "input num_filter must divide group size"
    ),
    (
      { BatchNorm() }, [2],
      "Error in operator batchnorm0_fwd: Check failed: channelAxis < dshape.ndim() (1 vs. 1) : "
        + "Channel axis out of range: 1"
    ),
    (
      { LayerNorm(axis: 5) }, [2, 3, 4],
      "Error in operator layernorm0_layernorm0: Check failed: axis >= 0 && axis < dshape.ndim(): "
        + "Channel axis out of range: axis=5"
    ),
    (
      { LSTM(4) }, [5, 2],
      "Error in operator lstm0_rnn0: Check failed: dshape.ndim() == 3U (2 vs. 3) : Input data should "
        + "be rank-3 tensor of dim [sequence length, batch size, input size]"
    ),
  ]

  @Test(arguments: misfits.indices)
  func `an input that does not fit fails as MXNet's shape inference does`(index: Int) throws {
    let (layer, input, expected) = Self.misfits[index]
    try ModelContext.withSeed(0) {
      let block = layer()
      try block.initialize()
      #expect(
        message { try block(shape: input) }
          == "Deferred initialization failed because shape cannot be inferred. MXNetError: "
          + expected)
    }
  }

  @Test func `known shapes are compared with the input`() throws {
    try ModelContext.withSeed(0) {
      let cases: [(Block, Shape, String)] = [
        (
          Conv2D(4, kernelSize: 3, inChannels: 3), [2, 4, 10, 10],
          "Shape inconsistent, Provided = [4,3,3,3], inferred shape=(4,4,3,3)"
        ),
        (
          LayerNorm(inChannels: 4), [2, 3],
          "Shape inconsistent, Provided = [4], inferred shape=[3]"
        ),
        (
          LSTM(4, RecurrentOptions(inputSize: 3)), [5, 2, 4],
          "Shape inconsistent, Provided = [144], inferred shape=(160,)"
        ),
        (
          MaxPool2D(5), [2, 3, 4, 4],
          "Check failed: param.kernel[0] <= dshape_nchw[2] + 2 * param.pad[0]: kernel size (5) "
            + "exceeds input (4 padded to 4)"
        ),
        (
          MaxPool2D(5), [2, 3, 5],
          "Check failed: dshape.ndim() == 4U (3 vs. 4) : Input data should be 4D in (batch, channel, "
            + "y, x)"
        ),
      ]
      for (block, input, expected) in cases {
        try block.initialize()
        #expect(message { try block(shape: input) } == expected)
      }
    }
  }

  @Test func `pooling makes the sizes of MXNet`() throws {
    let cases: [(Pooling2D, Shape, Shape)] = [
      (MaxPool2D(), [2, 3, 5, 7], [2, 3, 2, 3]),
      (MaxPool2D(ceilMode: true), [2, 3, 5, 7], [2, 3, 3, 4]),
      (MaxPool2D(3, strides: 2, padding: 1, ceilMode: true), [2, 3, 6, 6], [2, 3, 4, 4]),
      (MaxPool2D(2, strides: 3, ceilMode: true), [2, 3, 7, 7], [2, 3, 3, 3]),
      (GlobalAvgPool2D(), [2, 3, 4], [2, 3, 1]),
    ]
    for (layer, input, output) in cases { #expect(try layer.outputShape(for: input) == output) }
  }

  @Test func `norms declare their own values, and what is not learned has no gradient`() throws {
    try ModelContext.withSeed(0) {
      let norm = BatchNorm(center: false, scale: false)
      let shared = try BatchNorm(
        center: false, scale: false, inChannels: 3, params: norm.params)
      #expect(norm.runningVar === shared.runningVar)
      try norm.initialize(Constant(9))
      #expect(try norm.gamma.data() == ones([3]))
      #expect(try norm.runningMean.data().floats == [0, 0, 0])
      #expect(norm.params.map(\.gradReq) == [.null, .null, .null, .null])
      norm.gamma.gradReq = .write
      #expect(norm.gamma.gradReq == .null)
      #expect(
        message { _ = try BatchNorm(params: norm.params) }
          == "Cannot retrieve Parameter 'batchnorm0_gamma' because desired attribute does not match "
          + "with stored for attribute 'grad_req': desired 'write' vs stored 'null'.")
    }
  }

  @Test func `a hybrid network infers all shapes before it draws, or none`() throws {
    try ModelContext.withSeed(0) {
      let net = HybridSequential()
      net.add(Dense(3), Dense(4, inUnits: 7))
      try net.initialize()
      net.hybridize()
      #expect(
        message { _ = try net(ones([2, 5])) }
          == "Deferred initialization failed because shape cannot be inferred. MXNetError: Error in "
          + "operator dense1_fwd: Shape inconsistent, Provided = [4,7], inferred shape=(4,3)")
      #expect(net[0].weight.shape == [3, 0])
      #expect(
        message { _ = try net.summary(ones([2, 5])) }
          == "\"dense0\" must not be hybridized to print summary.")
    }
  }
}
