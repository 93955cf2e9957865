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
      let output = try layer(shape: sample.shape)
      for attribute in layer.attributes {
        let values = draw(attribute.parameter.shape)
        try attribute.parameter.setData(attribute.key.hasSuffix("var") ? values.squared : values)
      }
      let x = Variable(draw(sample.shape))
      x.attachGrad()
      let head = draw(output)
      try Autograd.record(trainMode: sample.isTraining) { try layer(x) }.backward(
        headGradient: head)
      let loss = { (input: Tensor) in
        try (sample.isTraining ? Autograd.trainMode { try layer(input) } : try layer(input))
          .dot(head)
      }
      try expect(try #require(x.grad), of: x.value, is: loss, "input")
      for parameter in layer.attributes.map(\.parameter) where parameter.gradReq != .null {
        let start = try parameter.data()
        let gradient = try parameter.grad()
        try expect(
          gradient, of: start,
          is: {
            try parameter.setData($0)
            return try loss(x.value)
          }, "\(parameter.name)")
        try parameter.setData(start)
      }
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

  /// The windows of a large image do not fit into one matrix: what is below must not see the seam.
  @Test func `a large image is convolved in tiles as its lower part is alone`() throws {
    try ModelContext.withSeed(1) {
      let layer = Conv2D(2, kernelSize: 7, inChannels: 8)
      try layer.initialize()
      let (rows, cut, width) = (70, 36, 64)
      let image = ModelContext.current.normal(shape: [1, 8, rows, width])
      let part = image.rows(from: cut)
      let outputs = try [image, part].map { tensor in
        let x = Variable(tensor)
        x.attachGrad()
        let y = try Autograd.record { try layer(x) }
        // Only what both images have in common counts.
        let head = Tensor(
          [Float](repeating: 1, count: part.shape[2] - 6), shape: [1, 1, part.shape[2] - 6, 1])
        try y.backward(headGradient: head.spread(below: y.shape))
        return (y.value, try layer.weight.grad(), try #require(x.grad))
      }
      #expect(outputs[0].0.rows(from: cut).isClose(to: outputs[1].0))
      #expect(outputs[0].1.isClose(to: outputs[1].1))
      #expect(outputs[0].2.rows(from: cut).isClose(to: outputs[1].2))
    }
  }

  private func draw(_ shape: Shape) -> Tensor {
    Tensor(ModelContext.current.normal(shape: shape).doubles, shape: shape)
  }

  private func expect(
    _ gradient: Tensor, of start: Tensor, is loss: (Tensor) throws -> Double, _ what: Comment
  ) throws {
    let step = 1e-5
    for index in 0..<start.elementCount {
      var elements = start.doubles
      elements[index] += step
      let above = try loss(Tensor(elements, shape: start.shape))
      elements[index] -= 2 * step
      let below = try loss(Tensor(elements, shape: start.shape))
      let slope = (above - below) / (2 * step)
      let found = gradient.doubles[index]
      #expect(abs(found - slope) <= 1e-7 * (1 + abs(slope)), what)
    }
  }
}

extension Tensor {
  /// The rows of images from one to the last.
  fileprivate func rows(from first: Int) -> Tensor {
    let (height, width) = (shape[2], shape[3])
    let kept = (0..<elementCount).filter { $0 / width % height >= first }.map { floats[$0] }
    return Tensor(kept, shape: [shape[0], shape[1], height - first, width])
  }

  /// The numbers of each row in all columns and channels of a shape, zeros in the rows above.
  fileprivate func spread(below target: Shape) -> Tensor {
    let (height, width) = (target[2], target[3])
    let elements = (0..<target.elementCount).map { index -> Float in
      let row = index / width % height - (height - shape[2])
      return row < 0 ? 0 : floats[row]
    }
    return Tensor(elements, shape: target)
  }

  fileprivate func isClose(to other: Tensor) -> Bool {
    shape == other.shape
      && zip(floats, other.floats).allSatisfy { abs($0 - $1) <= 1e-4 * (1 + abs($1)) }
  }

  fileprivate var squared: Tensor { Tensor(doubles.map { $0 * $0 + 0.1 }, shape: shape) }

  fileprivate func dot(_ other: Tensor) -> Double {
    zip(doubles, other.doubles).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
