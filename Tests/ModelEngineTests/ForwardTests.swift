import ModelEngine
import Tensors
import TestSupport
import Testing

@Suite struct ForwardTests {
  struct Fixture: Decodable { let cases: [Case] }

  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let id: String
    let seed: Int
    let `init`: String
    let spec: [Layer]
    let names: [String]
    let x: MXNetArray
    let label: MXNetArray
    let params: [String: MXNetArray]
    let ref64: Reference
    var testDescription: String { id }
  }

  struct Layer: Decodable, Sendable {
    let units: Int
    let act: String?
    let bias: Bool?
    let share: Int?
  }

  struct Reference: Decodable, Sendable {
    let y: MXNetArray
    let loss: MXNetArray
    let sum_grads: [String: MXNetArray]
    let ce_grads: [String: MXNetArray]
    let ce_x_grad: MXNetArray
  }

  private func build(_ layers: [Layer]) throws -> Sequential {
    let net = Sequential()
    for layer in layers {
      net.add(
        try Dense(
          layer.units, activation: layer.act.flatMap(ActivationFunction.init(rawValue:)),
          useBias: layer.bias ?? true, params: layer.share.map { net[$0].params }))
    }
    return net
  }

  /// The network of a sample with its weights, and its input.
  private func rebuilt(_ sample: Case) throws -> (net: Sequential, x: Tensor) {
    let net = try build(sample.spec)
    try net.initialize(try InitializerCatalog.standard.parse(sample.`init`))
    let context = ModelContext.current
    let x = context.uniform(low: -1, shape: Shape(sample.x.shape))
    _ = try net(x)
    for bias in try net.collectParams() where bias.name.hasSuffix("_bias") {
      try bias.setData(context.normal(sigma: 0.1, shape: bias.shape))
    }
    return (net, x)
  }

  /// Expects what float64 computes, within a share of the value or of a tenth of the largest.
  private func expect(
    _ tensor: Tensor?, near reference: MXNetArray?, within tolerance: Double = 2e-6,
    _ name: String
  ) throws {
    let outputs = try #require(tensor).doubles
    let reference = try #require(reference).doubles
    #expect(outputs.count == reference.count)
    let scale = reference.map(abs).max() ?? 0
    for (output, expected) in zip(outputs, reference) {
      #expect(abs(output - expected) <= tolerance * max(abs(expected), 0.1 * scale), "\(name)")
    }
  }

  @Test(arguments: try decodedFixture("mlp.json", as: Fixture.self).cases)
  func `a network of MXNet is rebuilt bit for bit and computes what float64 computes`(
    sample: Case
  ) throws {
    try ModelContext.withSeed(sample.seed) {
      let (net, x) = try rebuilt(sample)
      #expect(sample.x.tensor == x)
      let parameters = try net.collectParams()
      #expect(parameters.names == sample.names)
      for parameter in parameters {
        #expect(sample.params[parameter.name]?.isIdentical(to: try parameter.data()) == true)
      }
      try expect(try net(x), near: sample.ref64.y, "y")
    }
  }

  @Test(arguments: try decodedFixture("mlp.json", as: Fixture.self).cases)
  func `gradients of a network are what float64 computes, and so is the loss`(
    sample: Case
  ) throws {
    try ModelContext.withSeed(sample.seed) {
      let (net, values) = try rebuilt(sample)
      let x = Variable(values)
      x.attachGrad()
      let parameters = try net.collectParams()
      // Of the largest weights the fixture has no reference.
      #expect(Set(sample.ref64.ce_grads.keys).union(["dense0_weight"]) == Set(parameters.names))
      try Autograd.record { try net(x) }.backward()
      for (name, reference) in sample.ref64.sum_grads {
        try expect(try parameters[name]?.grad(), near: reference, name)
      }
      let label = try #require(sample.label.tensor)
      let loss = try Autograd.record { try SoftmaxCrossEntropyLoss()(net(x), label) }
      try expect(loss.value, near: sample.ref64.loss, "loss")
      try loss.backward()
      try expect(x.grad, near: sample.ref64.ce_x_grad, "x")
      for (name, reference) in sample.ref64.ce_grads {
        try expect(try parameters[name]?.grad(), near: reference, name)
      }
    }
  }

  @Test(
    arguments: [
      (.relu, [0, 0, 2]), (.sigmoid, [0.26894143, 0.5, 0.880797]),
      (.tanh, [-0.7615942, 0, 0.9640276]), (.softrelu, [0.3132617, 0.6931472, 2.126928]),
      (.softsign, [-0.5, 0, 0.6666667]),
    ] as [(ActivationFunction, [Float])])
  func `activations agree with MXNet to a unit or two in the last place`(
    function: ActivationFunction, expected: [Float]
  ) {
    for (x, y) in zip([-1, 0, 2] as [Float], expected) {
      #expect(abs(function(x) - y) <= 2 * max(y.ulp, 1e-8))
    }
    #expect(function(.nan).isNaN)
  }

  @Test func `inputs of every rank are flattened, or their last axis is transformed`() throws {
    try ModelContext.withSeed(0) {
      let layer = Dense(2)
      try layer.initialize()
      #expect(
        message { _ = try layer(Tensor([3] as [Float], shape: [])) }
          == "Deferred initialization failed because shape cannot be inferred. Cannot decide shape "
          + "for the following arguments (0s in shape means unknown dimensions). Consider providing "
          + "them as input:\n\tdata: ()\n\tdense0_weight: (2, 0)")
      let output = try layer(ones([3]))
      #expect(output.shape == [3, 2])
      #expect(
        message { _ = try layer(ones([2, 3, 4])) }
          == "Shape inconsistent, Provided = [2,1], inferred shape=(2,12)")
      let last = Dense(2, flatten: false)
      try last.initialize()
      #expect(try last(ones([2, 3, 4])).shape == [2, 3, 2])
      #expect(last.weight.shape == [2, 4])
      #expect(try Sequential()(ones([1, 2])) == ones([1, 2]))
    }
  }

  @Test func `layers without parameters are named and printed as in Python`() throws {
    try ModelContext.withSeed(0) {
      let net = Sequential()
      net.add(Activation(.relu), Flatten(), Activation(.tanh), Activation(.relu))
      #expect(net.children.map(\.block.name) == ["relu0", "flatten0", "tanh0", "relu1"])
      #expect(net.children.map(\.block.description)[1...2] == ["Flatten", "Activation(tanh)"])
      let output = try net(Tensor([-1, 0, 0, 0] as [Float], shape: [1, 2, 2]))
      #expect(output == Tensor([0, 0, 0, 0] as [Float], shape: [1, 4]))
    }
  }

  @Test func `half precision has no forward pass, as in MXNet on a CPU`() throws {
    try ModelContext.withSeed(0) {
      let layer = Dense(2, elementType: .float16, inUnits: 2)
      try layer.initialize()
      let half = try #require(ones([1, 2]).converted(to: .float16))
      #expect(
        message { _ = try layer(half) }
          == "float16 fully connected layer is currentlyonly supported by CuDNN version.")
      #expect(
        message { _ = try layer(ones([1, 2])) }
          == "Check failed: assign(&dattr, vec.at(i)): Incompatible attr in node  at 1-th input: "
          + "expected float32, got float16")
    }
  }
}
