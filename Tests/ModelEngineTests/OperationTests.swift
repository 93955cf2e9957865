import ModelEngine
import Tensors
import TestSupport
import Testing

@Suite struct OperationTests {
  static let functions: [String: @Sendable (Variable) throws -> Variable] = [
    "relu": { try $0.relu() }, "abs": { try $0.abs() }, "exp": { try $0.exp() },
    "log": { try $0.square().log() }, "square": { try $0.square() },
    "softsign": { try $0.applying(.softsign) }, "tanh": { try $0.applying(.tanh) },
    "sigmoid": { try $0.applying(.sigmoid) }, "softrelu": { try $0.applying(.softrelu) },
    "leaky": { try LeakyReLU(0.1)($0) }, "elu": { try ELU(1.5)($0) },
    "selu": { try SELU()($0) }, "gelu": { try GELU()($0) }, "swish": { try Swish(1.5)($0) },
    "negative": { try -$0 }, "scalars": { try (1 - $0 * 3 + 2) * $0 - 0.5 },
    "sum": { try $0.sum(axes: [0, -1], keepsDimensions: true) * $0 },
    "mean": { try $0.mean(axes: [1]) },
    "all": { try $0.mean() * $0.sum(keepsDimensions: true) },
    "reshape": { try Flatten()($0.reshaped(to: [2, 3, 4, 1])) },
    "softmax": { try $0.logSoftmax() }, "softmax of axis 1": { try $0.logSoftmax(axis: 1) },
    "pick": {
      try $0.picked(Tensor([2, 0, 1, 5, -3, 1, 0, 2] as [Float], shape: [2, 4]), axis: 1)
    },
    "concat": { try Variable.concatenated([$0, $0.square(), $0], axis: 1) },
    "last axis": { try Variable.concatenated([$0, $0.exp()], axis: -1) },
    "repeated input": { try $0 * $0 * $0 + $0 },
  ]

  @Test(arguments: functions.keys.sorted())
  func `an operation has the gradient that differences say`(name: String) throws {
    let function = try #require(Self.functions[name])
    let x = normalPoint([2, 3, 4])
    try expectGradients([.variable(x)], tolerance: 1e-6) { try function(x) }
  }

  @Test(
    arguments: [
      ([2, 3], [2, 3]), ([2, 3], [3]), ([3], [2, 3]), ([2, 1, 3], [4, 1]), ([], [2, 2]),
      ([1, 1], [1]), ([2, 0], [1]),
    ] as [(Shape, Shape)])
  func `operands are repeated as in NumPy`(left: Shape, right: Shape) throws {
    let (a, b) = (normalPoint(left), normalPoint(right, seed: 2))
    try expectGradients([.variable(a), .variable(b)]) { try a * b }
    try expectGradients([.variable(a), .variable(b)]) { try a - b }
    try expectGradients([.variable(a), .variable(b)]) { try a + b }
  }

  @Test func `a product has the gradients that differences say`() throws {
    let (a, b) = (normalPoint([2, 3]), normalPoint([3, 5], seed: 2))
    try expectGradients([.variable(a), .variable(b)]) { try a.dot(b) }
  }

  @Test(
    arguments: [
      (true, true, [3, 4]), (false, true, [3, 2, 2]), (true, false, [2, 3, 4]), (true, true, [5]),
      (true, true, [0, 4]),
    ] as [(Bool, Bool, Shape)])
  func `a fully connected layer has the gradients that differences say`(
    useBias: Bool, flatten: Bool, input: Shape
  ) throws {
    try ModelContext.withSeed(4) {
      let layer = Dense(
        3, activation: .tanh, useBias: useBias, flatten: flatten, elementType: .float64)
      try layer.initialize(Normal(0.5))
      let x = normalPoint(input)
      _ = try layer(x)
      let points = try layer.collectParams().map { Point.parameter($0) }
      try expectGradients([.variable(x)] + points) { try layer(x) }
    }
  }

  @Test(arguments: [(1, [2, 3]), (3, [2, 3, 2]), (3, [3])] as [(Int, Shape)])
  func `slopes that are learned have the gradients that differences say`(
    count: Int, input: Shape
  ) throws {
    try ModelContext.withSeed(4) {
      let layer = PReLU(inChannels: count)
      #expect(layer.parameter("alpha")?.shape == [count])
      try layer.initialize()
      layer.cast(to: .float64)
      let x = normalPoint(input)
      let points = try layer.collectParams().map { Point.parameter($0) }
      try expectGradients([.variable(x)] + points) { try layer(x) }
    }
  }

  @Test func `derivatives at 0 are MXNet's`() throws {
    for (layer, slope) in [
      (Activation(.relu), 0), (LeakyReLU(0.1), 0.1), (ELU(2.0), 2), (SELU(), 1.7580993),
      (GELU(), 0.5), (Swish(1.5), 0.5),
    ] as [(Block, Float)] {
      let x = marked([0])
      try Autograd.record { try layer(x) }.backward()
      #expect(x.grad == array([slope]))
    }
  }

  @Test func `layers of functions are named and printed as in Python`() throws {
    ModelContext.withSeed(0) {
      let layers = [LeakyReLU(0.1), PReLU(), ELU(), SELU(), GELU(), Swish()]
      #expect(layers.map(\.name) == ["leakyrelu0", "prelu0", "elu0", "selu0", "gelu0", "swish0"])
      #expect(layers.map(\.description).prefix(2) == ["LeakyReLU(0.1)", "PReLU(\n\n)"])
    }
  }

  @Test func `what does not fit is said in MXNet's words`() throws {
    let x = Variable(ones([2, 3]))
    for (work, text) in [
      (
        { _ = try x + Variable(ones([4, 3])) },
        "Check failed: l == 1 || r == 1: operands could not be broadcast together with shapes [2,3] "
          + "[4,3]"
      ),
      (
        { _ = try x * Variable(ones([3]).as(.float64)) },
        "Check failed: assign(&dattr, vec.at(i)): Incompatible attr in node  at 1-th input: expected "
          + "float32, got float64"
      ),
      (
        { _ = try Variable.concatenated([x, Variable(ones([3, 3]))]) },
        "Check failed: shape_assign(&(*in_shape)[i], dshape): Incompatible input shape: expected "
          + "[2,-1], got [3,3]"
      ),
      (
        { _ = try x.sum(axes: [5]) },
        "Check failed: axis < ndim && axis >= -ndim: axis 5 exceeds the input dimension of 2"
      ),
      ({ _ = try x.reshaped(to: [4, 2]) }, "Cannot reshape array of size 6 into shape (4, 2)"),
      ({ _ = try x.picked(ones([3])) }, "Shape inconsistent, Provided = [3], inferred shape=[2]"),
      (
        { _ = try Variable(ones([1]).as(.int8)).relu() },
        "A forward pass with elements of type int8 is not supported."
      ),
      (
        {
          let layer = PReLU(inChannels: 3)
          try layer.initialize()
          _ = try layer(ones([2, 4]))
        }, "Check failed: s == -1: Cannot broadcast gamma to data. gamma: [3], data: [2,4]"
      ),
    ] as [(() throws -> Void, String)] {
      #expect(message(work) == text)
    }
  }

  @Test func `sums are over everything that is asked for`() throws {
    let x = Variable(Tensor([1, 2, 3, 4, 5, 6] as [Float], shape: [2, 3]))
    #expect(try x.sum().value == array([21]))
    #expect(try x.sum(axes: [1]).value == array([6, 15]))
    #expect(try x.mean(axes: [0], keepsDimensions: true).value == array([[2.5, 3.5, 4.5]]))
    #expect(try x.dot(x.reshaped(to: [3, 2])).value == array([[22, 28], [49, 64]]))
  }

  @Test func `a constant input is given no gradient, and nothing is recorded for it`() throws {
    let x = Variable(ones([2]))
    let y = try Autograd.record { try x * 2 + 1 }
    #expect(throws: AutogradError.notInGraph) { try y.backward() }
  }
}
