import ModelEngine
import Tensors
import Testing

extension Transcript {
  /// Gluon bypasses the name-based routing: a net-level initializer is applied through __init__ -> _init_weight.
  static func initrouteGluon(_ t: Transcript) throws {
    var d = try t.run("d=nn.Dense(2, in_units=2, bias_initializer=None)") {
      Dense(2, biasInitializer: nil, inUnits: 2)
    }
    try t.run("d.initialize(init.One())") { try d.initialize(One()) }
    t.show("d.bias.data()") { try d.bias.data() }
    d = try t.run("d=nn.Dense(2, in_units=2, bias_initializer=None)") {
      Dense(2, biasInitializer: nil, inUnits: 2)
    }
    t.fails("d.initialize(init.Xavier())") { try d.initialize(Xavier()) }
    d = try t.run("d=nn.Dense(2, in_units=2, bias_initializer=None)") {
      Dense(2, biasInitializer: nil, inUnits: 2)
    }
    try t.run("d.initialize()") { try d.initialize() }
    t.show("d.bias.data()") { try d.bias.data() }
    d = try t.run("d=nn.Dense(2, in_units=2)") { Dense(2, inUnits: 2) }
    try t.run("d.initialize(init.One())") { try d.initialize(One()) }
    t.show("d.bias.data()") { try d.bias.data() }
    d = try t.run("d=nn.Dense(2, in_units=2, weight_initializer=init.Constant(5))") {
      Dense(2, weightInitializer: Constant(5), inUnits: 2)
    }
    try t.run("d.initialize(init.One())") { try d.initialize(One()) }
    t.show("d.weight.data()") { try d.weight.data() }
    try t.run("d.weight.initialize(init.Constant(7), force_reinit=True)") {
      try d.weight.initialize(Constant(7), forceReinit: true)
    }
    t.show("d.weight.data()") { try d.weight.data() }
    try t.run("d.bias.initialize(init.Constant(7), force_reinit=True)") {
      try d.bias.initialize(Constant(7), forceReinit: true)
    }
    t.show("d.bias.data()") { try d.bias.data() }
    try t.run("d.initialize(init.One(), force_reinit=True)") {
      try d.initialize(One(), forceReinit: true)
    }
    t.show("d.weight.data()") { try d.weight.data() }
    d = try t.run("d=nn.Dense(2, in_units=2, weight_initializer='foo')") {
      Dense(2, weightInitializer: NamedInitializer("foo"), inUnits: 2)
    }
    t.fails("d.initialize()") { try d.initialize() }
    d = try t.run("d=nn.Dense(2, in_units=2)") { Dense(2, inUnits: 2) }
    t.fails("d.initialize('foo')") { try d.initialize(NamedInitializer("foo")) }
    d = try t.run("d=nn.Dense(2, in_units=2)") { Dense(2, inUnits: 2) }
    try t.run("d.initialize('ones')") { try d.initialize(NamedInitializer("ones")) }
    t.show("d.weight.data()") { try d.weight.data() }
    d = try t.run("d=nn.Dense(2, in_units=2)") { Dense(2, inUnits: 2) }
    try t.run("d.initialize('xavier', force_reinit=True)") {
      try d.initialize(NamedInitializer("xavier"), forceReinit: true)
    }
    t.show("d.weight.data().shape") { try d.weight.data().shape }
    d = try t.run("d=nn.Dense(2, in_units=2)") { Dense(2, inUnits: 2) }
    t.skip("d.initialize(3)", .types)
    d = try t.run("d=nn.Dense(2, in_units=2)") { Dense(2, inUnits: 2) }
    t.skip("d.initialize(init.Mixed(['.*weight','.*'],[init.One(), init.Zero()]))", .types)
    d = try t.run("d=nn.Dense(2, in_units=2)") { Dense(2, inUnits: 2) }
    t.skip("d.initialize(init.Load({'x':nd.ones((1,))}, init.One()))", .types)
    d = try t.run("d=nn.Dense(2, in_units=2)") { Dense(2, inUnits: 2) }
    t.skip("d.initialize(init.Initializer())", .types)
    d = try t.run("d=nn.Dense(2, in_units=2)") { Dense(2, inUnits: 2) }
    try t.run("d.initialize(init.Orthogonal())") { try d.initialize(Orthogonal()) }
    t.show("d.weight.data().shape") { try d.weight.data().shape }
    d = try t.run("d=nn.Dense(2, in_units=2)") { Dense(2, inUnits: 2) }
    // Gluon's log, which the recording does not have, names the object and its address.
    try t.run("d.initialize(verbose=True)") { try d.initialize(verbose: true) }
    d = try t.run("d=nn.Dense(2, in_units=2)") { Dense(2, inUnits: 2) }
    t.fails("d.initialize(init.Bilinear())") { try d.initialize(Bilinear()) }
    var p = try t.run("p=gluon.Parameter('foo', shape=(2,))") { Parameter("foo", shape: [2]) }
    try t.run("p.initialize()") { try p.initialize() }
    t.show("p.data().shape") { try p.data().shape }
    p = try t.run("p=gluon.Parameter('foo_bias', shape=(2,))") { Parameter("foo_bias", shape: [2]) }
    try t.run("p.initialize(init.One())") { try p.initialize(One()) }
    t.show("p.data()") { try p.data() }
  }

  /// State after a failed initialisation: neither data nor deferred.
  static func failInitState(_ t: Transcript) throws {
    let d = try t.run("d=nn.Dense(2, in_units=2, weight_initializer='foo')") {
      Dense(2, weightInitializer: NamedInitializer("foo"), inUnits: 2)
    }
    t.fails("d.initialize()") { try d.initialize() }
    t.fails("d.weight.data()") { _ = try d.weight.data() }
    t.differs("d.weight._deferred_init", .internals) {
      guard case .uninitialized = d.weight.state else { throw BlockError.notImplemented(block: "") }
    }
    try t.run("d.weight.initialize(init.One())") { try d.weight.initialize(One()) }
    t.show("d.weight.data()") { try d.weight.data() }
    t.fails("d.bias.data()") { _ = try d.bias.data() }
    try t.run("d.initialize()") { try d.initialize() }
    t.show("d.bias.data()") { try d.bias.data() }
  }

  /// An unknown initializer on a deferred parameter only fails at the first forward.
  static func failDeferredUnknown(_ t: Transcript) throws {
    let d = try t.run("d=nn.Dense(2)") { Dense(2) }
    t.fails("d.initialize('foo')") { try d.initialize(NamedInitializer("foo")) }
    t.fails("d(nd.ones((1,3)))") { _ = try d(ones([1, 3])) }
    t.fails("d(nd.ones((1,3)))") { _ = try d(ones([1, 3])) }
    t.show("d.weight") { d.weight }
    try t.run("d.initialize('ones')") { try d.initialize(NamedInitializer("ones")) }
    t.show("d(nd.ones((1,3)))") { try d(ones([1, 3])) }
  }

  /// Net.params.initialize() on a container touches nothing.
  static func initParamsVsCollect(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    try t.run("net.add(nn.Dense(2, in_units=2))") { net.add(Dense(2, inUnits: 2)) }
    try t.run("net.params.initialize()") { try net.params.initialize() }
    t.fails("net[0].weight.data()") { _ = try net[0].weight.data() }
    try t.run("net.collect_params().initialize(init.One())") {
      try net.collectParams().initialize(One())
    }
    t.show("net[0].weight.data()") { try net[0].weight.data() }
  }

  /// Parameter.initialize(init) on a deferred parameter, later overridden by net.initialize.
  static func initPrecedenceDeferred(_ t: Transcript) throws {
    var net = try t.run("net=nn.Dense(2)") { Dense(2) }
    try t.run("net.weight.initialize(init.Constant(4))") { try net.weight.initialize(Constant(4)) }
    try t.run("net.initialize(init.One())") { try net.initialize(One()) }
    try t.run("y=net(nd.ones((1,2)))") { _ = try net(ones([1, 2])) }
    t.show("net.weight.data()") { try net.weight.data() }
    net = try t.run("net=nn.Dense(2, weight_initializer=init.Constant(6))") {
      Dense(2, weightInitializer: Constant(6))
    }
    try t.run("net.initialize(init.One())") { try net.initialize(One()) }
    try t.run("y=net(nd.ones((1,2)))") { _ = try net(ones([1, 2])) }
    t.show("net.weight.data()") { try net.weight.data() }
    net = try t.run("net=nn.Dense(2)") { Dense(2) }
    try t.run("net.initialize(init.One())") { try net.initialize(One()) }
    try t.run("net.weight.initialize(init.Constant(4))") { try net.weight.initialize(Constant(4)) }
    try t.run("y=net(nd.ones((1,2)))") { _ = try net(ones([1, 2])) }
    t.show("net.weight.data()") { try net.weight.data() }
    net = try t.run("net=nn.Dense(2)") { Dense(2) }
    try t.run("net.initialize(init.One())") { try net.initialize(One()) }
    try t.run("net.weight.set_data(nd.ones((2,3))*8)") {
      try net.weight.setData(ones([2, 3]).mapped { $0 * 8 })
    }
    try t.run("net.initialize(init.Constant(2))") { try net.initialize(Constant(2)) }
    t.show("net.weight.data()") { try net.weight.data() }
    t.show("net.weight.shape") { net.weight.shape }
    try t.run("y=net(nd.ones((1,3)))") { _ = try net(ones([1, 3])) }
    t.show("net.weight.data()") { try net.weight.data() }
  }

  /// Force_reinit before first forward; shape stays known afterwards (immediate reinit).
  static func initForceDeferred(_ t: Transcript) throws {
    let net = try t.run("net=nn.Dense(2)") { Dense(2) }
    try t.run("net.initialize(init.One(), force_reinit=True)") {
      try net.initialize(One(), forceReinit: true)
    }
    t.fails("net.weight.data()") { _ = try net.weight.data() }
    try t.run("y=net(nd.ones((1,3)))") { _ = try net(ones([1, 3])) }
    try t.run("net.initialize(init.Constant(5), force_reinit=True)") {
      try net.initialize(Constant(5), forceReinit: true)
    }
    t.show("net.weight.data()") { try net.weight.data() }
  }

  /// MyInit of the seed on a deferred net: only weights are printed (bias has its own zeros initializer).
  static func initSeedMyinit(_ t: Transcript) throws {
    t.declare(
      """
      class MyInit(init.Initializer):
          def _init_weight(self, name, data):
              print('Init', name, data.shape)
              data[:] = nd.random.uniform(low=-10, high=10, shape=data.shape)
              data *= data.abs() >= 5
      """)
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    try t.run("net.add(nn.Dense(4, activation='relu'), nn.Dense(2))") {
      net.add(Dense(4, activation: .relu), Dense(2))
    }
    try t.run("net.initialize(MyInit())") { try net.initialize(MaskedUniform(t)) }
    try t.run("y=net(nd.random.uniform(shape=(1,5)))") {
      _ = try net(ModelContext.current.uniform(shape: [1, 5]))
    }
    t.show("net[0].weight.data()") { try net[0].weight.data() }
    t.show("(net[0].weight.data()==0).sum()") {
      let count = try net[0].weight.data().floats.count { $0 == 0 }
      return Tensor([Float(count)], shape: [1])
    }
  }
}
