import ModelEngine
import Tensors
import Testing

extension Transcript {
  /// Params=shared.params.
  static func shareBasic(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    let shared = try t.run("shared=nn.Dense(8, activation='relu')") { Dense(8, activation: .relu) }
    try t.run(
      "net.add(nn.Dense(8, activation='relu'), shared, nn.Dense(8, activation='relu', params=shared.params), nn.Dense(10))"
    ) {
      try net.add(
        Dense(8, activation: .relu), shared, Dense(8, activation: .relu, params: shared.params),
        Dense(10))
    }
    t.show("net") { net }
    t.show("list(net.collect_params().keys())") { try net.collectParams().names }
    t.show("[b.name for b in net]") { net.map(\.name) }
    t.show("net[2].params") { net[2].params }
    t.show("net[2].params.prefix, net[2].prefix") { tuple(net[2].params.prefix, net[2].prefix) }
    t.show("net[1].weight is net[2].weight, net[1].bias is net[2].bias") {
      tuple(net[1].weight === net[2].weight, net[1].bias === net[2].bias)
    }
    try t.run("net.initialize()") { try net.initialize() }
    try t.run("y=net(nd.ones((2,20)))") { _ = try net(ones([2, 20])) }
    t.show("net[1].weight.data()[0]==net[2].weight.data()[0]") {
      let rows = try (net[1].weight.data().floats.prefix(8), net[2].weight.data().floats.prefix(8))
      return Tensor(zip(rows.0, rows.1).map { $0 == $1 ? 1 : 0 as Float }, shape: [8])
    }
    t.show("net.collect_params()") { try net.collectParams() }
    t.show("list(net._collect_params_with_prefix().keys())") { net.parametersByPath().map(\.path) }
    t.show("net[2]._reg_params") {
      let items = net[2].attributes.map { "\($0.key.python): \($0.parameter)" }
      return Raw("{\(items.joined(separator: ", "))}")
    }
  }

  /// Sharing with different units.
  static func shareMismatchUnits(_ t: Transcript) throws {
    let a = try t.run("a=nn.Dense(8)") { Dense(8) }
    t.fails("b=nn.Dense(4, params=a.params)") { _ = try Dense(4, params: a.params) }
  }

  /// Sharing with conflicting in_units.
  static func shareMismatchIn(_ t: Transcript) throws {
    let a = try t.run("a=nn.Dense(8, in_units=5)") { Dense(8, inUnits: 5) }
    t.fails("b=nn.Dense(8, in_units=6, params=a.params)") {
      _ = try Dense(8, inUnits: 6, params: a.params)
    }
  }

  /// Sharing: in_units unknown in one -> merged.
  static func shareInferIn(_ t: Transcript) throws {
    let a = try t.run("a=nn.Dense(8)") { Dense(8) }
    try t.run("b=nn.Dense(8, in_units=6, params=a.params)") {
      try Dense(8, inUnits: 6, params: a.params)
    }
    t.show("a.weight.shape") { a.weight.shape }
    let c = try t.run("c=nn.Dense(8, params=a.params)") { try Dense(8, params: a.params) }
    t.show("c.weight.shape") { c.weight.shape }
    t.show("a.weight is c.weight") { a.weight === c.weight }
  }

  /// Shared layers with incompatible forward widths.
  static func shareForwardMismatch(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    let s = try t.run("s=nn.Dense(8)") { Dense(8) }
    try t.run("net.add(s, nn.Dense(8, params=s.params))") {
      try net.add(s, Dense(8, params: s.params))
    }
    try t.run("net.initialize()") { try net.initialize() }
    t.fails("net(nd.ones((2,20)))") { _ = try net(ones([2, 20])) }
    t.show("net.collect_params()") { try net.collectParams() }
  }

  /// Sharing when one layer has no bias.
  static func shareNobias(_ t: Transcript) throws {
    let a = try t.run("a=nn.Dense(3, in_units=3, use_bias=False)") {
      Dense(3, useBias: false, inUnits: 3)
    }
    let b = try t.run("b=nn.Dense(3, in_units=3, params=a.params)") {
      try Dense(3, inUnits: 3, params: a.params)
    }
    t.show("list(a.params.keys()), list(b.params.keys())") { tuple(a.params.names, b.params.names) }
    t.show("b.bias") { b.bias }
    let a2 = try t.run("a2=nn.Dense(3, in_units=3)") { Dense(3, inUnits: 3) }
    let b2 = try t.run("b2=nn.Dense(3, in_units=3, use_bias=False, params=a2.params)") {
      try Dense(3, useBias: false, inUnits: 3, params: a2.params)
    }
    t.show("list(b2.params.keys())") { b2.params.names }
    try t.run("b2.bias") { b2.parameter("bias") }
    t.show("b2") { b2 }
  }

  /// Sharing with conflicting initializer / dtype attributes.
  static func shareInitconflict(_ t: Transcript) throws {
    var a = try t.run("a=nn.Dense(3, in_units=3)") { Dense(3, inUnits: 3) }
    try t.run("b=nn.Dense(3, in_units=3, weight_initializer='xavier', params=a.params)") {
      try Dense(3, weightInitializer: NamedInitializer("xavier"), inUnits: 3, params: a.params)
    }
    t.show("a.weight.init") { a.weight.initializer?.description }
    a = try t.run("a=nn.Dense(3, in_units=3, weight_initializer='xavier')") {
      Dense(3, weightInitializer: NamedInitializer("xavier"), inUnits: 3)
    }
    try t.run("b=nn.Dense(3, in_units=3, params=a.params)") {
      try Dense(3, inUnits: 3, params: a.params)
    }
    a = try t.run("a=nn.Dense(3, in_units=3, weight_initializer='xavier')") {
      Dense(3, weightInitializer: NamedInitializer("xavier"), inUnits: 3)
    }
    t.fails("b=nn.Dense(3, in_units=3, weight_initializer='normal', params=a.params)") {
      _ = try Dense(3, weightInitializer: NamedInitializer("normal"), inUnits: 3, params: a.params)
    }
    a = try t.run("a=nn.Dense(3, in_units=3, weight_initializer=init.Xavier())") {
      Dense(3, weightInitializer: Xavier(), inUnits: 3)
    }
    try t.run("b=nn.Dense(3, in_units=3, weight_initializer=init.Xavier(), params=a.params)") {
      try Dense(3, weightInitializer: Xavier(), inUnits: 3, params: a.params)
    }
    a = try t.run("a=nn.Dense(3, in_units=3)") { Dense(3, inUnits: 3) }
    t.fails("b=nn.Dense(3, in_units=3, bias_initializer='ones', params=a.params)") {
      _ = try Dense(3, biasInitializer: One(), inUnits: 3, params: a.params)
    }
    a = try t.run("a=nn.Dense(3, in_units=3)") { Dense(3, inUnits: 3) }
    t.fails("b=nn.Dense(3, in_units=3, dtype='float64', params=a.params)") {
      _ = try Dense(3, elementType: .float64, inUnits: 3, params: a.params)
    }
  }

  /// Params=net.collect_params() (whole-net sharing) and prefix matching.
  static func shareDict(_ t: Transcript) throws {
    t.declare(
      """
      class N(gluon.Block):
          def __init__(self, **kw):
              super().__init__(**kw)
              with self.name_scope():
                  self.a=nn.Dense(3, in_units=3); self.b=nn.Dense(2, in_units=3)
          def forward(self, x): return self.b(self.a(x))
      """)
    let n1 = try t.run("n1=N(prefix='m_')") { try N(prefix: "m_") }
    let n2 = try t.run("n2=N(prefix='m_', params=n1.collect_params())") {
      try N(prefix: "m_", params: n1.collectParams())
    }
    t.show("n1.a.weight is n2.a.weight, n1.b.weight is n2.b.weight") {
      tuple(n1.a.weight === n2.a.weight, n1.b.weight === n2.b.weight)
    }
    let n3 = try t.run("n3=N(params=n1.collect_params())") { try N(params: n1.collectParams()) }
    t.show("n3.prefix, n3.a.weight is n1.a.weight") {
      tuple(n3.prefix, n3.a.weight === n1.a.weight)
    }
    t.show("n3.collect_params()") { try n3.collectParams() }
    let n4 = try t.run("n4=N(prefix='other_', params=n1.collect_params())") {
      try N(prefix: "other_", params: n1.collectParams())
    }
    t.show("n4.a.weight is n1.a.weight") { n4.a.weight === n1.a.weight }
    let n5 = try t.run("n5=N(prefix='m_', params=n1.params)") {
      try N(prefix: "m_", params: n1.params)
    }
    t.show("n5.a.weight is n1.a.weight") { n5.a.weight === n1.a.weight }
  }

  /// Nn.Dense(params=other.collect_params()).
  static func shareCollect(_ t: Transcript) throws {
    let a = try t.run("a=nn.Dense(3, in_units=3)") { Dense(3, inUnits: 3) }
    let b = try t.run("b=nn.Dense(3, in_units=3, params=a.collect_params())") {
      try Dense(3, inUnits: 3, params: a.collectParams())
    }
    t.show("a.weight is b.weight, b.weight.name, b.name") {
      tuple(a.weight === b.weight, b.weight.name, b.name)
    }
  }
}
