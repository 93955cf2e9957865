import ModelEngine
import Tensors
import Testing

@Suite struct ParameterLifeTests {
  @Test func `before initialization nothing can be read or set`() {
    ModelContext.withSeed(0) {
      let net = Sequential()
      net.add(Dense(4, activation: .relu), Dense(2))
      let weight = net[0].weight
      let expected = uninitialized.naming("dense0_weight")
      #expect(message { _ = try weight.data() } == expected)
      #expect(message { _ = try weight.grad() } == expected)
      #expect(message { _ = try net(ones([2, 3])) } == expected)
      #expect(
        message { _ = try net[0].bias.data() } == uninitialized.naming("dense0_bias"))
      #expect(
        message { try weight.setData(ones([4, 3])) }
          == "Parameter 'dense0_weight' has not been initialized")
      #expect(weight.shape == [4, 3])
      weight.zeroGrad()
    }
  }

  @Test func `between initialization and the first forward pass only known shapes have values`()
    throws
  {
    try ModelContext.withSeed(0) {
      let net = Sequential()
      net.add(Dense(4, activation: .relu), Dense(2))
      try net.initialize()
      let expected = deferred.naming("dense0_weight")
      #expect(message { _ = try net[0].weight.data() } == expected)
      #expect(message { _ = try net[0].weight.grad() } == expected)
      #expect(try net[0].bias.data() == Tensor([0, 0, 0, 0] as [Float], shape: [4]))
      #expect(try net[0].bias.grad() == Tensor([0, 0, 0, 0] as [Float], shape: [4]))
      net[0].weight.zeroGrad()
      _ = try net(ones([2, 3]))
      #expect(
        try net.collectParams().map(\.shape) == [[4, 3], [4], [2, 4], [2]])
      #expect(try net[0].weight.grad().shape == [4, 3])
    }
  }

  @Test func `known shapes draw at initialization, unknown ones in the order of execution`() throws
  {
    try ModelContext.withSeed(0) {
      let context = ModelContext.current
      let net = Sequential()
      net.add(Dense(4, activation: .relu), Dense(2, inUnits: 4), Dense(3))
      try net.initialize(Witness())
      #expect(context.takeWarnings() == ["Init dense1_weight (2, 4)"])
      _ = try net(ones([2, 3]))
      #expect(
        context.takeWarnings() == ["Init dense0_weight (4, 3)", "Init dense2_weight (3, 2)"])
      try net.initialize(Witness())
      let names = try net.collectParams().names
      #expect(
        context.takeWarnings()
          == names.map {
            "Parameter '\($0)' is already initialized, ignoring. "
              + "Set force_reinit=True to re-initialize."
          })
      try net.initialize(Witness(), forceReinit: true)
      #expect(
        context.takeWarnings() == [
          "Init dense0_weight (4, 3)", "Init dense1_weight (2, 4)", "Init dense2_weight (3, 2)",
        ])
    }
  }

  @Test func `initializing again while deferred replaces the pending initializer silently`() throws
  {
    try ModelContext.withSeed(0) {
      let layer = Dense(2)
      try layer.initialize()
      try layer.initialize(One())
      #expect(
        ModelContext.current.takeWarnings() == [
          "Parameter 'dense0_bias' is already initialized, ignoring. "
            + "Set force_reinit=True to re-initialize."
        ])
      _ = try layer(ones([1, 3]))
      #expect(try layer.weight.data() == ones([2, 3]))
    }
  }

  @Test func `values set while deferred are used instead of an initializer`() throws {
    try ModelContext.withSeed(0) {
      let layer = Dense(2)
      try layer.initialize()
      let stream = ModelContext.current.stream
      try layer.weight.setData(Tensor([1, 2, 3, 4, 5, 6] as [Float], shape: [2, 3]))
      #expect(layer.weight.shape == [2, 3])
      #expect(
        message { _ = try layer.weight.data() } == deferred.naming("dense0_weight"))
      #expect(try layer(ones([1, 3])) == Tensor([6, 15] as [Float], shape: [1, 2]))
      #expect(ModelContext.current.stream == stream)

      let other = Dense(2)
      try other.initialize()
      try other.weight.setData(ones([2, 3]))
      #expect(
        message { _ = try other(ones([1, 4])) }
          == "Deferred initialization failed because shape cannot be inferred. MXNetError: Error "
          + "in operator dense1_fwd: Shape inconsistent, Provided = [2,3], inferred shape=(2,4)")
      try other.initialize(Constant(2))
      #expect(try other.weight.data().floats == [2, 2, 2, 2, 2, 2])
      #expect(
        message { try Dense(2).weight.setData(ones([5, 3])) }
          == "Expected shape (5, 3) is incompatible with given shape (2, 0).")
    }
  }

  @Test func `a parameter that may not wait says that its shape is invalid`() throws {
    let parameter = Parameter("w", shape: [2, 0])
    #expect(
      message { try parameter.initialize() }
        == "Cannot initialize Parameter 'w' because it has invalid shape: (2, 0).")
    let waiting = Parameter("v_weight", shape: [2, 0], allowDeferredInit: true)
    try waiting.initialize()
    #expect(
      message { try waiting.finishDeferredInit() }
        == "Cannot initialize Parameter 'v_weight' because it has invalid shape: (2, 0). Please "
        + "specify in_units, in_channels, etc for `Block`s.")
    #expect(message { _ = try waiting.data() } == uninitialized.naming("v_weight"))
  }

  @Test func `a shape accepts what it leaves open and nothing else`() throws {
    let parameter = Parameter("w", shape: [2, 0])
    try parameter.setShape([2, 5])
    #expect(
      message { try parameter.setShape([2, 6]) }
        == "Expected shape (2, 6) is incompatible with given shape (2, 5).")
    #expect(
      message { try parameter.setShape([2, 5, 1]) }
        == "Expected shape (2, 5, 1) is incompatible with given shape (2, 5).")
    #expect(
      message { try Parameter("w", shape: [3]).setShape([0]) }
        == "Expected shape (0,) is incompatible with given shape (3,).")
  }

  @Test func `setting values keeps the array and the element type`() throws {
    try ModelContext.withSeed(0) {
      let weight = Dense(2, inUnits: 2).weight
      try weight.initialize(One())
      guard case .ready(let before) = weight.state else {
        throw BlockError.notImplemented(block: "")
      }
      try weight.setData(Tensor([5, 6, 7, 8] as [Double], shape: [2, 2]))
      #expect(try weight.data() == Tensor([5, 6, 7, 8] as [Float], shape: [2, 2]))
      guard case .ready(let after) = weight.state else {
        throw BlockError.notImplemented(block: "")
      }
      #expect(after.arrayID == before.arrayID)
      #expect(
        message { try weight.setData(ones([1, 2])) }
          == "Expected shape (1, 2) is incompatible with given shape (2, 2).")
      try weight.initialize(Constant(3), forceReinit: true)
      guard case .ready(let last) = weight.state else { throw BlockError.notImplemented(block: "") }
      #expect(last.arrayID != before.arrayID)
    }
  }

  @Test func `a failed initialization leaves the parameter neither deferred nor initialized`()
    throws
  {
    try ModelContext.withSeed(0) {
      let expected = "foo is not registered. Please register with initializer.register first"
      let layer = Dense(2, weightInitializer: NamedInitializer("foo"), inUnits: 2)
      #expect(message { try layer.initialize() } == expected)
      #expect(message { _ = try layer.weight.data() } == uninitialized.naming("dense0_weight"))
      #expect(message { _ = try layer.bias.data() } == uninitialized.naming("dense0_bias"))
      try layer.weight.initialize(One())
      #expect(try layer.weight.data() == ones([2, 2]))
    }
  }

  @Test func `the network's initializer must exist even where no parameter uses it`() throws {
    try ModelContext.withSeed(0) {
      let expected = "foo is not registered. Please register with initializer.register first"
      let layer = Dense(2)
      #expect(message { try layer.initialize(NamedInitializer("foo")) } == expected)
      #expect(message { _ = try layer.bias.data() } == uninitialized.naming("dense0_bias"))
      #expect(message { _ = try layer(ones([1, 3])) } == expected)
      #expect(
        message { _ = try layer(ones([1, 3])) } == uninitialized.naming("dense0_weight"))
      #expect(layer.weight.shape == [2, 3])
      try layer.initialize(NamedInitializer("ones"))
      #expect(try layer(ones([1, 3])) == Tensor([3, 3] as [Float], shape: [1, 2]))
    }
  }
}
