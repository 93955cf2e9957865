import ModelEngine
import Tensors
import Testing

@Suite struct InitializerPrecedenceTests {
  @Test func `names do not route: a bias that declares nothing gets what the network gets`() throws
  {
    try ModelContext.withSeed(0) {
      let layer = Dense(2, biasInitializer: nil, inUnits: 2)
      try layer.initialize(One())
      #expect(try layer.bias.data() == ones([2]))
      let other = Dense(2, biasInitializer: nil, inUnits: 2)
      #expect(
        message { try other.initialize(Xavier()) }
          == "Xavier initializer cannot be applied to vector dense1_bias. It requires at least 2D.")
    }
  }

  @Test func `what a layer declares beats the network, what a call names beats both`() throws {
    try ModelContext.withSeed(0) {
      let layer = Dense(2, weightInitializer: Constant(5), inUnits: 2)
      try layer.initialize(One())
      #expect(try layer.weight.data().floats == [5, 5, 5, 5])
      #expect(try layer.bias.data().floats == [0, 0])
      try layer.weight.initialize(Constant(7), forceReinit: true)
      #expect(try layer.weight.data().floats == [7, 7, 7, 7])
      try layer.bias.initialize(Constant(7), forceReinit: true)
      #expect(try layer.bias.data().floats == [7, 7])
      try layer.initialize(One(), forceReinit: true)
      #expect(try layer.weight.data().floats == [5, 5, 5, 5])
      #expect(try layer.bias.data().floats == [0, 0])
    }
  }

  @Test func `the last initialization before the first forward pass counts`() throws {
    try ModelContext.withSeed(0) {
      let layer = Dense(2)
      try layer.weight.initialize(Constant(4))
      try layer.initialize(One())
      _ = try layer(ones([1, 2]))
      #expect(try layer.weight.data() == ones([2, 2]))
      let other = Dense(2)
      try other.initialize(One())
      try other.weight.initialize(Constant(4))
      _ = try other(ones([1, 2]))
      #expect(try other.weight.data().floats == [4, 4, 4, 4])
    }
  }

  @Test func `after the first forward pass shapes stay known`() throws {
    try ModelContext.withSeed(0) {
      let layer = Dense(2)
      try layer.initialize(One(), forceReinit: true)
      #expect(message { _ = try layer.weight.data() } == deferred.naming("dense0_weight"))
      _ = try layer(ones([1, 3]))
      try layer.initialize(Constant(5), forceReinit: true)
      #expect(try layer.weight.data().floats == [5, 5, 5, 5, 5, 5])
    }
  }

  @Test func `a container's own parameters are not those of its children`() throws {
    try ModelContext.withSeed(0) {
      let net = Sequential()
      net.add(Dense(2, inUnits: 2))
      try net.params.initialize()
      #expect(message { _ = try net[0].weight.data() } == uninitialized.naming("dense0_weight"))
      try net.collectParams().initialize(One())
      #expect(try net[0].weight.data() == ones([2, 2]))
    }
  }

  @Test func `gradient requests make, clear and drop the gradient`() throws {
    try ModelContext.withSeed(0) {
      let layer = Dense(2, inUnits: 2)
      layer.weight.gradReq = .null
      layer.bias.gradReq = .add
      try layer.initialize()
      #expect(
        message { _ = try layer.weight.grad() }
          == "Cannot get gradient array for Parameter 'dense0_weight' because grad_req='null'")
      try layer.bias.setGrad(ones([2]))
      layer.bias.gradReq = .write
      #expect(try layer.bias.grad().floats == [0, 0])
      try layer.collectParams().setGradReq(.write)
      #expect(try layer.weight.grad().floats == [0, 0, 0, 0])
      #expect(
        message { _ = try GradientRequest(parsing: "foo") }
          == "grad_req must be one of 'write', 'add', or 'null', but got 'foo'")
      let constant = Parameter("a", shape: [1], isDifferentiable: false)
      constant.gradReq = .write
      #expect(constant.gradReq == .null)
    }
  }
}
