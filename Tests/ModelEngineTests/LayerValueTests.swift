public import ModelEngine
import Tensors
import TestSupport
import Testing

/// Layers of MXNet with their outputs and gradients, by `layer-values.py`.
@Suite struct LayerValueTests {
  struct Fixture: Decodable { let cases: [Case] }

  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let kind: String
    let arguments: LayerArguments
    let x: MXNetArray
    let states: [MXNetArray]
    let parameters: [String: MXNetArray]
    let predicted: MXNetArray
    let outputs: [MXNetArray]
    let heads: [MXNetArray]
    let xGradient: MXNetArray?
    let stateGradients: [MXNetArray]
    let gradients: [String: MXNetArray]
    let after: [String: MXNetArray]
    var testDescription: String { "\(kind) of \(x.shape) \(x.dtype), \(arguments)" }
  }

  @Test(arguments: try decodedFixture("layer-values.json", as: Fixture.self).cases)
  func `a layer computes what MXNet's computes, forward and backward`(sample: Case) throws {
    let layer = try sample.arguments.layer(kind: sample.kind)
    let x = Variable(try #require(sample.x.tensor))
    layer.cast(to: x.elementType)
    try layer.initialize()
    try layer(shape: x.shape)
    for attribute in layer.attributes {
      try attribute.parameter.setData(try #require(sample.parameters[attribute.key]?.tensor))
    }
    expect(try layer(x.value), equals: sample.predicted, "prediction")
    if sample.xGradient != nil { x.attachGrad() }
    let states = try sample.states.map { Variable(try #require($0.tensor)) }
    for state in states { state.attachGrad() }
    let outputs = try Autograd.record {
      guard let recurrent = layer as? RecurrentLayer, !states.isEmpty else { return [try layer(x)] }
      let (output, last) = try recurrent(x, states: states)
      return [output] + last
    }
    #expect(outputs.count == sample.outputs.count)
    for (output, expected) in zip(outputs, sample.outputs) {
      expect(output.value, equals: expected, "output")
    }
    try Autograd.backward(outputs, headGradients: sample.heads.map(\.tensor))
    if let expected = sample.xGradient {
      expect(try #require(x.grad), equals: expected, "gradient of the input")
    }
    for (state, expected) in zip(states, sample.stateGradients) {
      expect(try #require(state.grad), equals: expected, "gradient of a state")
    }
    for attribute in layer.attributes {
      if let expected = sample.gradients[attribute.key] {
        expect(try attribute.parameter.grad(), equals: expected, "gradient of \(attribute.key)")
      }
      if let expected = sample.after[attribute.key] {
        expect(try attribute.parameter.data(), equals: expected, "\(attribute.key) afterwards")
      }
    }
  }

  /// Both are equal but for rounding: MXNet sums floats in another order.
  private func expect(_ tensor: Tensor, equals expected: MXNetArray, _ what: Comment) {
    #expect(tensor.shape.dimensions == expected.shape, what)
    #expect(tensor.elementType == expected.elementType, what)
    let tolerance = tensor.elementType == .float64 ? 1e-11 : 1e-5
    for (value, reference) in zip(tensor.doubles, expected.doubles) {
      #expect(abs(value - reference) <= tolerance * (1 + abs(reference)), what)
    }
  }
}

/// The arguments of a layer in Python.
struct LayerArguments: Decodable, Sendable {
  var channels: Int?
  var kernel_size: Extent?
  var strides: Extent?
  var padding: Extent?
  var dilation: Extent?
  var groups: Int?
  var use_bias: Bool?
  var activation: String?
  var pool_size: Extent?
  var ceil_mode: Bool?
  var count_include_pad: Bool?
  var axis: Int?
  var momentum: Double?
  var epsilon: Double?
  var center: Bool?
  var scale: Bool?
  var use_global_stats: Bool?
  var input_dim: Int?
  var output_dim: Int?
  var hidden_size: Int?
  var num_layers: Int?
  var layout: String?
  var bidirectional: Bool?

  func layer(kind: String) throws -> HybridBlock {
    switch kind {
    case "Conv2D": try convolution()
    case "MaxPool2D":
      MaxPool2D(
        try #require(pool_size), strides: strides, padding: padding ?? 0,
        ceilMode: ceil_mode ?? false)
    case "AvgPool2D":
      AvgPool2D(
        try #require(pool_size), strides: strides, padding: padding ?? 0,
        ceilMode: ceil_mode ?? false, countIncludePad: count_include_pad ?? true)
    case "GlobalAvgPool2D": GlobalAvgPool2D()
    case "BatchNorm":
      BatchNorm(
        axis: axis ?? 1, momentum: Scalar(momentum ?? 0.9), epsilon: Scalar(epsilon ?? 1e-5),
        center: center ?? true, scale: scale ?? true, useGlobalStats: use_global_stats ?? false)
    case "LayerNorm":
      LayerNorm(axis: axis ?? -1, epsilon: Scalar(epsilon ?? 1e-5), scale: scale ?? true)
    case "Embedding": Embedding(try #require(input_dim), try #require(output_dim))
    case "LSTM": LSTM(try #require(hidden_size), try recurrentOptions())
    case "GRU": GRU(try #require(hidden_size), try recurrentOptions())
    case "RNN":
      try RNN(
        try #require(hidden_size),
        activation: try #require(RNN.Activity(rawValue: activation ?? "relu")),
        try recurrentOptions())
    default: throw UnknownKind(kind: kind)
    }
  }

  struct UnknownKind: Error { let kind: String }

  private func convolution() throws -> Conv2D {
    Conv2D(
      try #require(channels), kernelSize: try #require(kernel_size), strides: strides ?? 1,
      padding: padding ?? 0, dilation: dilation ?? 1, groups: groups ?? 1,
      activation: try activation.map { try #require(ActivationFunction(rawValue: $0)) },
      useBias: use_bias ?? true)
  }

  private func recurrentOptions() throws -> RecurrentOptions {
    RecurrentOptions(
      layerCount: num_layers ?? 1,
      layout: try #require(RecurrentOptions.Layout(rawValue: layout ?? "TNC")),
      isBidirectional: bidirectional ?? false)
  }
}

extension Extent: Decodable {
  /// Reads a number, or a list of two.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let size = try? container.decode(Int.self) {
      self.init(size)
    } else {
      let sizes = try container.decode([Int].self)
      self.init(sizes[0], sizes[1])
    }
  }
}
