import ModelEngine
import Tensors
import Testing

extension Transcript {
  /// Reprs of everything.
  static func repr(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    try t.run("net.add(nn.Dense(256, activation='relu'), nn.Dense(10))") {
      net.add(Dense(256, activation: .relu), Dense(10))
    }
    t.show("net") { net }
    t.show("net[0]") { net[0] }
    t.show("net[0].weight") { net[0].weight }
    t.show("net[0].bias") { net[0].bias }
    t.show("net[0].params") { net[0].params }
    t.show("net.params") { net.params }
    t.show("net.collect_params()") { try net.collectParams() }
    try t.run("net.initialize()") { try net.initialize() }
    try t.run("y=net(nd.ones((2,20)))") { _ = try net(ones([2, 20])) }
    t.show("net") { net }
    t.show("net[0].params") { net[0].params }
    t.show("str(net[0].weight), str(net.collect_params())") {
      try tuple("\(net[0].weight)", "\(net.collectParams())")
    }
    t.show("gluon.Parameter('w', shape=3)") { Parameter("w", shape: [3]) }
    t.show("gluon.Parameter('w')") { Parameter("w") }
    t.show("gluon.Parameter('w', shape=(2,3), dtype='float64')") {
      Parameter("w", shape: [2, 3], elementType: .float64, elementTypeSpelling: .name)
    }
    t.show("gluon.Parameter('w', shape=(2,3), dtype=np.float32)") {
      Parameter("w", shape: [2, 3], elementType: .float32)
    }
    t.show("gluon.Parameter('w', shape=(2,3), dtype=np.float16)") {
      Parameter("w", shape: [2, 3], elementType: .float16)
    }
    t.show("gluon.Constant('c', [[1,2],[3,4]])") {
      Parameter.constant("c", array([[1, 2], [3, 4]]))
    }
    t.show("gluon.ParameterDict()") { ParameterDict() }
    t.show("gluon.ParameterDict('foo_')") { ParameterDict(prefix: "foo_") }
    t.show("gluon.ParameterDict('foo_').get('w', shape=(1,))") {
      try ParameterDict(prefix: "foo_").get("w", shape: [1])
    }
    t.show("nn.HybridSequential()") { HybridSequential() }
    t.show("nn.Dense(3, in_units=4, use_bias=False)") { Dense(3, useBias: false, inUnits: 4) }
    t.show("nn.Conv2D(6, 5, activation='relu')") { Conv2D(6, kernelSize: 5, activation: .relu) }
    t.show("nn.Conv2D(6, 5, in_channels=3, strides=2, padding=1, groups=3, use_bias=False)") {
      Conv2D(6, kernelSize: 5, strides: 2, padding: 1, groups: 3, useBias: false, inChannels: 3)
    }
    t.show("nn.BatchNorm()") { BatchNorm() }
    t.show("nn.BatchNorm(in_channels=4)") { BatchNorm(inChannels: 4) }
    t.show("nn.BatchNorm()") { BatchNorm() }
    t.show("nn.BatchNorm(in_channels=4)") { BatchNorm(inChannels: 4) }
    t.show("nn.Embedding(10, 4)") { Embedding(10, 4) }
    t.show("nn.Dropout(0.5)") { Dropout(0.5) }
    t.show("nn.Embedding(10, 4)") { Embedding(10, 4) }
    t.show("nn.Dropout(0.5)") { Dropout(0.5) }
    t.show("nn.Flatten()") { Flatten() }
    t.show("nn.Activation('tanh')") { Activation(.tanh) }
    t.show("nn.LayerNorm(in_channels=3)") { LayerNorm(inChannels: 3) }
    t.show("nn.MaxPool2D()") { MaxPool2D() }
    t.show("nn.GlobalAvgPool2D()") { GlobalAvgPool2D() }
    let net2 = try t.run("net2=nn.Sequential()") { Sequential() }
    let inner = try t.run("net2.add(nn.Sequential(), nn.Dense(2))") {
      let inner = Sequential()
      net2.add(inner, Dense(2))
      return inner
    }
    try t.run("net2[0].add(nn.Dense(1, activation='sigmoid'))") {
      inner.add(Dense(1, activation: .sigmoid))
    }
    t.show("net2") { net2 }
    t.skip("init.Xavier(), type(init.Xavier())", .addresses)
  }

  /// Sequential container protocol.
  static func seqMisc(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    try t.run("net.add(nn.Dense(1), nn.Dense(2))") { net.add(Dense(1), Dense(2)) }
    t.show("[type(b).__name__ for b in net]") { net.map { type(of: $0).className } }
    t.skip("net[0]=nn.Dense(3)", .types)
    t.show("net[0:1]") { net[0..<1] }
    t.show("net[-1]") { net[-1] }
    t.skip("net['a']", .types)
    t.skip("net.add(3)", .types)
    t.skip("net.add(nn.Dense(1), 4)", .types)
    t.skip("len(net)", .follows)
    try t.run("net.add()") { net.add() }
    t.show("nn.Sequential()(nd.ones((1,2)))") { try Sequential()(ones([1, 2])) }
    t.skip("net._children.keys()", .follows)
  }

  /// Block attribute rules.
  static func blockAttr(_ t: Transcript) throws {
    t.declare(
      """
      class B(gluon.Block):
          def __init__(self):
              super().__init__()
              self.d=nn.Dense(2)
          def forward(self,x): return self.d(x)
      """)
    let b = try t.run("b=B()") { B() }
    try t.run("b.d=nn.Dense(3)") { b.d = Dense(3) }
    t.show("b") { b }
    t.skip("b.d=5", .types)
    try t.run("b.p=gluon.Parameter('p', shape=(1,))") { b.p = Parameter("p", shape: [1]) }
    t.skip("b.p=gluon.Parameter('p', shape=(1,))", .traps)
    try t.run("b.lst=[nn.Dense(1)]") { b.lst = [Dense(1)] }
    t.show("b.collect_params()") { try b.collectParams() }
    _ = try t.run("h=nn.HybridSequential()") { HybridSequential() }
    t.differs("h.add(nn.Sequential())", .types) { _ = Sequential() }
    let s = try t.run("s=nn.Sequential()") { Sequential() }
    try t.run("s.add(nn.Dense(1), nn.Dense(2), nn.Dense(3))") {
      s.add(Dense(1), Dense(2), Dense(3))
    }
    t.show("s[0], s[-1], len(s)") { tuple(s[0], s[-1], s.count) }
    t.skip("s[5]", .traps)
    let part = try t.run("t=s[1:]") { s[1...] }
    t.differs("t, t.prefix, type(t)", .addresses) {
      #expect(
        "\(part)"
          == "Sequential(\n  (0): Dense(None -> 2, linear)\n  (1): Dense(None -> 3, linear)\n)")
      #expect(part.prefix == "sequential1_")
    }
    t.differs("gluon.Block()(nd.ones(1))", .ownWords) {
      #expect(message { _ = try Block()(ones([1])) } == "Block does not implement a forward pass.")
    }
    try t.run("s.hybridize()") { s.hybridize() }
    let net = try t.run("net=nn.HybridSequential()") { HybridSequential() }
    try t.run("net.add(nn.Dense(2))") { net.add(Dense(2)) }
    t.skip("net.export('tmp_e')", .symbols)
    t.skip("net(np.ones((1,2)))", .types)
    t.skip("net(1)", .types)
    t.skip("net(nd.ones((1,2)), nd.ones((1,2)))", .types)
  }
}
