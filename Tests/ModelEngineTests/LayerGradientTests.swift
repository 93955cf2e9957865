import ModelEngine
import Tensors
import Testing

/// Gradients of layers against what their outputs do when a number changes a little, in double precision.
@Suite struct LayerGradientTests {
  struct Sample: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let shape: Shape
    let isTraining: Bool
    let make: @Sendable () throws -> HybridBlock

    init(
      _ description: String, _ shape: Shape, isTraining: Bool = false,
      _ make: @escaping @Sendable () throws -> HybridBlock
    ) {
      testDescription = description
      self.shape = shape
      self.isTraining = isTraining
      self.make = make
    }
  }

  static let samples = [
    Sample("convolution", [2, 2, 5, 4]) { Conv2D(3, kernelSize: 3, padding: 1) },
    Sample("convolution with everything", [2, 4, 8, 7]) {
      Conv2D(
        6, kernelSize: Extent(2, 3), strides: Extent(3, 2), padding: Extent(1, 2),
        dilation: Extent(2, 1), groups: 2, activation: .tanh)
    },
    Sample("convolution of one pixel, no bias", [3, 2, 1, 1]) {
      Conv2D(2, kernelSize: 1, useBias: false)
    },
    Sample("maximum", [2, 2, 6, 7]) { MaxPool2D(3, strides: 2, padding: 1, ceilMode: true) },
    Sample("mean", [2, 2, 6, 7]) { AvgPool2D(3, strides: 2, padding: 1, ceilMode: true) },
    Sample("inner mean", [1, 2, 5, 5]) {
      AvgPool2D(2, strides: 3, padding: 1, ceilMode: true, countIncludePad: false)
    },
    Sample("global mean", [2, 3, 4, 5]) { GlobalAvgPool2D() },
    Sample("batch norm in training", [4, 3, 2, 2], isTraining: true) { BatchNorm() },
    Sample("batch norm in prediction", [4, 3, 2]) { BatchNorm(axis: -1) },
    Sample("batch norm by global statistics", [4, 3], isTraining: true) {
      BatchNorm(useGlobalStats: true)
    },
    Sample("layer norm", [3, 5]) { LayerNorm() },
    Sample("layer norm along the middle", [2, 4, 3]) { LayerNorm(axis: 1) },
    Sample("RNN", [4, 2, 3]) { try RNN(3, activation: .tanh) },
    Sample("RNN of relu", [3, 2, 3]) { RNN(4, RecurrentOptions(isBidirectional: true)) },
    Sample("LSTM", [4, 2, 3]) { LSTM(2) },
    Sample("LSTM of two layers, both ways", [2, 3, 3]) {
      LSTM(2, RecurrentOptions(layerCount: 2, layout: .batchFirst, isBidirectional: true))
    },
    Sample("GRU", [3, 2, 3]) { GRU(3) },
    Sample("GRU of two layers, both ways", [3, 2, 2]) {
      GRU(2, RecurrentOptions(layerCount: 2, isBidirectional: true))
    },
  ]

  @Test(arguments: samples)
  func `gradients are what small changes make of the output`(sample: Sample) throws {
    try ModelContext.withSeed(3) {
      let layer = try sample.make()
      layer.cast(to: .float64)
      try layer.initialize()
      _ = try layer(shape: sample.shape)
      for attribute in layer.attributes {
        let values = ModelContext.current.normal(shape: attribute.parameter.shape).as(.float64)
        let isVariance = attribute.key.hasSuffix("var")
        try attribute.parameter.setData(isVariance ? values.mapped { $0 * $0 + 0.1 } : values)
      }
      let x = normalPoint(sample.shape)
      let parameters = layer.attributes.map(\.parameter).filter { $0.gradReq != .null }
      let points = [Point.variable(x)] + parameters.map(Point.parameter)
      try expectGradients(points, isTraining: sample.isTraining) { try layer(x) }
    }
  }

  @Test func `a maximum passes NaN on, and sends its gradient there`() throws {
    let x = Variable(Tensor([1, .nan, 5, 2, 3, 4, 8, 7] as [Float], shape: [1, 1, 2, 4]))
    x.attachGrad()
    let y = try Autograd.record { try MaxPool2D(2)(x) }
    try y.backward()
    #expect(y.value.floats[0].isNaN)
    #expect(y.value.floats[1] == 8)
    #expect(x.grad?.floats == [0, 1, 0, 0, 0, 0, 1, 0])
  }
}
