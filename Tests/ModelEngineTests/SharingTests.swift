import ModelEngine
import Tensors
import Testing

@Suite struct SharingTests {
  @Test func `layers that share hold the same parameters under the first one's names`() throws {
    try ModelContext.withSeed(0) {
      let net = Sequential()
      let shared = Dense(8, activation: .relu)
      net.add(
        Dense(8, activation: .relu), shared,
        try Dense(8, activation: .relu, params: shared.params), Dense(10))
      #expect(net.children.map(\.block.name) == ["dense1", "dense0", "dense2", "dense3"])
      #expect(
        try net.collectParams().names == [
          "dense1_weight", "dense1_bias", "dense0_weight", "dense0_bias", "dense3_weight",
          "dense3_bias",
        ])
      #expect(net[2].params.prefix == "dense0_")
      #expect(net[1].weight === net[2].weight)
      #expect(net[1].bias === net[2].bias)
      try net.initialize()
      _ = try net(ones([2, 20]))
      #expect(try net[1].weight.data() == net[2].weight.data())
      try net[1].weight.setData(ones([8, 8]))
      #expect(try net[2].weight.data() == ones([8, 8]))
      try net[2].weight.initialize(Constant(3), forceReinit: true)
      #expect(try net[1].weight.data().floats.first == 3)
      #expect(
        net.parametersByPath().map(\.path) == [
          "0.weight", "0.bias", "1.weight", "1.bias", "2.weight", "2.bias", "3.weight", "3.bias",
        ])
    }
  }

  @Test func `a shared parameter is drawn once`() throws {
    try ModelContext.withSeed(0) {
      let shared = Dense(2, inUnits: 2)
      let net = Sequential()
      net.add(shared, try Dense(2, inUnits: 2, params: shared.params))
      try net.initialize(Witness())
      #expect(ModelContext.current.takeWarnings() == ["Init dense0_weight (2, 2)"])
    }
  }

  @Test func `other units or widths cannot share`() {
    ModelContext.withSeed(0) {
      let open = Dense(8)
      #expect(
        message { _ = try Dense(4, params: open.params) }
          == "Cannot retrieve Parameter 'dense0_weight' because desired attribute does not match "
          + "with stored for attribute 'shape': desired '(4, 0)' vs stored '(8, 0)'.")
      let fixed = Dense(8, inUnits: 5, prefix: "f_")
      #expect(
        message { _ = try Dense(8, inUnits: 6, params: fixed.params) }
          == "Cannot retrieve Parameter 'f_weight' because desired attribute does not match with "
          + "stored for attribute 'shape': desired '(8, 6)' vs stored '(8, 5)'.")
    }
  }

  @Test func `what one layer knows of a shape the other learns`() throws {
    try ModelContext.withSeed(0) {
      let first = Dense(8)
      let second = try Dense(8, inUnits: 6, params: first.params)
      #expect(first.weight.shape == [8, 6])
      let third = try Dense(8, params: first.params)
      #expect(third.weight === second.weight)
    }
  }

  @Test func `other initializers or types cannot share`() throws {
    try ModelContext.withSeed(0) {
      let plain = Dense(3, inUnits: 3)
      _ = try Dense(
        3, weightInitializer: NamedInitializer("xavier"), inUnits: 3, params: plain.params)
      #expect(plain.weight.initializer?.description == "xavier")
      _ = try Dense(3, inUnits: 3, params: plain.params)
      #expect(
        message {
          _ = try Dense(
            3, weightInitializer: NamedInitializer("normal"), inUnits: 3, params: plain.params)
        }
          == "Cannot retrieve Parameter 'dense0_weight' because desired attribute does not match "
          + "with stored for attribute 'init': desired 'normal' vs stored 'xavier'.")
      #expect(
        message { _ = try Dense(3, biasInitializer: One(), inUnits: 3, params: plain.params) }
          == "Cannot retrieve Parameter 'dense0_bias' because desired attribute does not match "
          + "with stored for attribute 'init': desired 'ones' vs stored 'zeros'.")
      #expect(
        message { _ = try Dense(3, elementType: .float64, inUnits: 3, params: plain.params) }
          == "Cannot retrieve Parameter 'dense0_weight' because desired attribute does not match "
          + "with stored for attribute 'dtype': desired 'float64' vs stored 'float32'.")
      var attributes = ParameterAttributes()
      attributes.lrMult = 2
      #expect(
        message { _ = try plain.params.get("weight", attributes) }
          == "Cannot retrieve Parameter 'dense0_weight' because desired attribute does not match "
          + "with stored for attribute 'lr_mult': desired '2.0' vs stored '1.0'.")
    }
  }

  @Test func `a layer with a bias over one without has a bias of its own`() throws {
    try ModelContext.withSeed(0) {
      let bare = Dense(3, useBias: false, inUnits: 3)
      let second = try Dense(3, inUnits: 3, params: bare.params)
      #expect(bare.params.names == ["dense0_weight"])
      #expect(second.params.names == ["dense0_weight", "dense0_bias"])
      let full = Dense(3, inUnits: 3)
      let third = try Dense(3, useBias: false, inUnits: 3, params: full.params)
      #expect(third.params.names == ["dense2_weight"])
      #expect(third.parameter("bias") == nil)
    }
  }

  @Test func `a whole network is shared through its collected parameters`() throws {
    try ModelContext.withSeed(0) {
      func build(prefix: String?, params: ParameterDict?) -> Sequential {
        let net = Sequential(prefix: prefix, params: params)
        net.withNameScope { net.add(Dense(3, inUnits: 3), Dense(2, inUnits: 3)) }
        return net
      }
      let first = build(prefix: "m_", params: nil)
      let second = build(prefix: nil, params: try first.collectParams())
      #expect(second.prefix == "sequential0_")
      #expect(second[0].weight === first[0].weight)
      #expect(second[1].bias === first[1].bias)
      #expect(try second.collectParams().prefix == "m_")
      let other = build(prefix: "other_", params: try first.collectParams())
      #expect(other[0].weight === first[0].weight)
      let apart = build(prefix: "m_", params: first.params)
      #expect(apart[0].weight !== first[0].weight)
    }
  }

  @Test func `shared layers of conflicting widths fail at the first forward pass`() throws {
    try ModelContext.withSeed(0) {
      let net = Sequential()
      let shared = Dense(8)
      net.add(shared, try Dense(8, params: shared.params))
      try net.initialize()
      #expect(
        message { _ = try net(ones([2, 20])) }
          == "Shape inconsistent, Provided = [8,20], inferred shape=(8,8)")
      #expect(shared.weight.shape == [8, 20])
    }
  }
}
