import ModelEngine
import Tensors
import Testing

@Suite struct LossTests {
  @Test(
    arguments: [
      { L2Loss() }, { L2Loss(weight: 0.3) }, { L1Loss() }, { L1Loss(weight: 2, batchAxis: 1) },
      { SigmoidBCELoss() }, { SoftmaxCELoss(sparseLabel: false) },
      { SoftmaxCELoss(axis: 0, sparseLabel: false, weight: 0.5, batchAxis: 1) },
      { SoftmaxCELoss(sparseLabel: false, fromLogits: true) },
    ] as [@Sendable () -> Loss])
  func `a loss has the gradients that differences say`(make: @Sendable () -> Loss) throws {
    let loss = make()
    let (x, label) = (normalPoint([2, 3]), normalPoint([2, 3], seed: 2))
    try expectGradients([.variable(x), .variable(label)], tolerance: 1e-6) { try loss(x, label) }
  }

  @Test(
    arguments: [(-1, [2, 3], [2]), (-1, [2, 3], [2, 1]), (1, [2, 3, 4], [2, 4])]
      as [(Int, Shape, Shape)])
  func `cross entropy of numbered classes has the gradient that differences say`(
    axis: Int, shape: Shape, labels: Shape
  ) throws {
    let x = normalPoint(shape)
    let label = Tensor((0..<labels.elementCount).map { Float($0 % 4) }, shape: labels)
    let weight = Tensor((1...labels.elementCount).map(Double.init), shape: labels)
    let spread = axis < 0 ? [2, 1] : Shape([2, 1, 4])
    let loss = SoftmaxCrossEntropyLoss(axis: axis)
    try expectGradients([.variable(x)]) {
      try loss(x, label, sampleWeight: weight.reshaped(to: spread))
    }
  }

  @Test func `probabilities need no logits`() throws {
    let loss = SigmoidBCELoss(fromSigmoid: true)
    let x = Variable(array([[0.3, 0.9]]))
    #expect(abs(try loss(x, array([[0, 1]])).value.floats[0] - 0.23101775) < 1e-7)
    let p = Variable(Tensor([0.3, 0.9], shape: [1, 2]))
    p.attachGrad()
    try expectGradients([.variable(p)], tolerance: 1e-6) {
      try loss(p, Tensor([0.2, 1.0], shape: [1, 2]))
    }
  }

  @Test func `labels of every kind number classes, and wrong ones count as the nearest`() throws {
    let loss = SoftmaxCrossEntropyLoss()
    let x = Variable(array([[1, 2, 3]]))
    let exact: [Float] = [2.407606, 1.407606, 0.407606]
    for (label, index) in [
      (array([0]), 0), (array([1.9]), 1), (array([7]), 2), (array([-3]), 0), (array([.nan]), 0),
      (array([1e30]), 2), (array([1]).as(.int32), 1), (array([2]).as(.uint8), 2),
    ] {
      #expect(abs(try loss(x, label).value.floats[0] - exact[index]) < 1e-6)
    }
  }

  @Test func `numbers that overflow stay right, and what is not a number stays that`() throws {
    let loss = SoftmaxCrossEntropyLoss()
    let large = Variable(array([[1e4, 0], [-1e30, 1e30]]))
    large.attachGrad()
    let value = try Autograd.record { try loss(large, array([1, 1])) }
    #expect(value.value == array([1e4, 0]))
    try value.backward()
    #expect(large.grad == array([[1, -1], [0, 0]]))
    for bad: Float in [.nan, .infinity] {
      #expect(try loss(Variable(array([[bad, 0]])), array([1])).value.floats[0].isNaN)
    }
  }

  @Test func `what does not fit is said in MXNet's words`() throws {
    let x = Variable(ones([2, 3]))
    for (loss, label, text) in [
      (SoftmaxCELoss(), ones([3]), "Shape inconsistent, Provided = [3], inferred shape=[2]"),
      (
        SoftmaxCELoss(),
        Tensor(bytes: [UInt8](repeating: 0, count: 16), elementType: .complex64, shape: [2]),
        "A forward pass with elements of type complex64 is not supported."
      ),
      (L2Loss(), ones([2, 4]), "Cannot reshape array of size 8 into shape (2, 3)"),
      (
        SoftmaxCELoss(sparseLabel: false), ones([2, 4]),
        "Cannot reshape array of size 8 into shape (2, 3)"
      ),
      (
        SoftmaxCELoss(axis: 5), ones([2]),
        "Check failed: axis < ndim && axis >= -ndim: axis 5 exceeds the input dimension of 2"
      ),
      (Loss(weight: nil, batchAxis: 0), ones([2]), "Loss does not implement a forward pass."),
    ] as [(Loss, Tensor, String)] {
      #expect(message { _ = try loss(x, label) } == text)
    }
  }

  @Test func `losses are named and printed as in Python`() {
    ModelContext.withSeed(0) {
      let losses = [SigmoidBCELoss(), SoftmaxCELoss(weight: 0.3, batchAxis: 1), L2Loss(), L1Loss()]
      #expect(
        losses.map(\.description) == [
          "SigmoidBinaryCrossEntropyLoss(batch_axis=0, w=None)",
          "SoftmaxCrossEntropyLoss(batch_axis=1, w=0.3)", "L2Loss(batch_axis=0, w=1.0)",
          "L1Loss(batch_axis=0, w=None)",
        ])
      #expect(
        losses.map(\.name) == [
          "sigmoidbinarycrossentropyloss0", "softmaxcrossentropyloss0", "l2loss0", "l1loss0",
        ])
    }
  }
}
