import ModelEngine
import Tensors
import Testing

extension Transcript {
  /// Block name counters are per class name (lower-cased), global to the NameManager.
  static func nameCounters(_ t: Transcript) throws {
    let a = try t.run("a=nn.Dense(1)") { Dense(1) }
    let b = try t.run("b=nn.Dense(1)") { Dense(1) }
    let c = try t.run("c=nn.Sequential()") { Sequential() }
    let d = try t.run("d=nn.HybridSequential()") { HybridSequential() }
    let e = try t.run("e=nn.Dense(1)") { Dense(1) }
    t.show("[x.name for x in (a,b,c,d,e)]") { [a, b, c, d, e].map(\.name) }
    t.show("[x.prefix for x in (a,b,c,d,e)]") { [a, b, c, d, e].map(\.prefix) }
    t.declare("class MyNet(nn.Sequential): pass")
    t.show("MyNet().name") { MyNet().name }
    t.differs(
      "nn.Conv2D(1,1).name, nn.BatchNorm().name, nn.Embedding(1,1).name, nn.Dropout(.5).name, nn.Flatten().name, nn.Activation('relu').name, nn.LayerNorm().name, nn.MaxPool2D().name, nn.Lambda('relu').name, nn.HybridLambda('relu').name",
      .missingLayers
    ) {
      let names = [
        Conv2D(1, kernelSize: 1).name, BatchNorm().name, Embedding(1, 1).name, Dropout(0.5).name,
        Flatten().name, Activation(.relu).name, LayerNorm().name, MaxPool2D().name,
      ]
      #expect(
        names == [
          "conv0", "batchnorm0", "embedding0", "dropout0", "flatten0", "relu0", "layernorm0",
          "pool0",
        ])
    }
    t.show("nn.Dense(1, activation='relu').act.name") { Dense(1, activation: .relu).act?.name }
    t.skip("mx.sym.FullyConnected(mx.sym.var('x'), num_hidden=1).name", .symbols)
    t.show("nn.Dense(1).name") { Dense(1).name }
  }

  /// Symbol op auto names and block names share the same NameManager counters.
  static func nameDenseSymShare(_ t: Transcript) throws {
    t.skip("mx.sym.Activation(mx.sym.var('x'), act_type='relu').name", .symbols)
    t.show("nn.Activation('relu').name") { Activation(.relu).name }
    t.skip("mx.sym.Activation(mx.sym.var('x'), act_type='relu').name", .symbols)
  }

  /// Name_scope: child prefix = parent prefix + hint + per-scope counter.
  static func nameScope(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    try t.run(
      """
      with net.name_scope():
          net.add(nn.Dense(2)); net.add(nn.Dense(3, activation='relu')); net.add(nn.Sequential())
          with net[2].name_scope():
              net[2].add(nn.Dense(4))
      """
    ) {
      net.withNameScope {
        net.add(Dense(2))
        net.add(Dense(3, activation: .relu))
        let inner = Sequential()
        net.add(inner)
        inner.withNameScope { inner.add(Dense(4)) }
      }
    }
    try t.run(
      """
      with net.name_scope():
          net.add(nn.Dense(5))
      """
    ) { net.withNameScope { net.add(Dense(5)) } }
    t.show("nn.Dense(1).name") { Dense(1).name }
    t.show("[b.name for b in net]") { net.map(\.name) }
    t.show("net[1].act.name, net[1].act.prefix") { tuple(net[1].act?.name, net[1].act?.prefix) }
    t.show("net.collect_params()") { try net.collectParams() }
    t.show("net") { net }
    t.skip("net.name_scope()._counter", .internals)
  }

  /// Explicit prefixes.
  static func namePrefix(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential(prefix='model_')") { Sequential(prefix: "model_") }
    try t.run(
      """
      with net.name_scope():
          net.add(nn.Dense(2, prefix='fc_')); net.add(nn.Dense(2)); net.add(nn.Dense(2, prefix='noslash'))
      """
    ) {
      net.withNameScope { net.add(Dense(2, prefix: "fc_"), Dense(2), Dense(2, prefix: "noslash")) }
    }
    try t.run("net.add(nn.Dense(2, prefix='out_'))") { net.add(Dense(2, prefix: "out_")) }
    t.show("list(net.collect_params().keys())") { try net.collectParams().names }
    t.show("[b.name for b in net]") { net.map(\.name) }
    t.show("net.name, net.prefix") { tuple(net.name, net.prefix) }
  }

  /// Prefix='' does not open a scope.
  static func nameEmptyPrefix(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential(prefix='')") { Sequential(prefix: "") }
    try t.run(
      """
      with net.name_scope():
          net.add(nn.Dense(2)); net.add(nn.Dense(2))
      """
    ) { net.withNameScope { net.add(Dense(2), Dense(2)) } }
    t.show("list(net.collect_params().keys())") { try net.collectParams().names }
    t.show("repr(net.name), repr(net.prefix)") { tuple(net.name.python, net.prefix.python) }
    let net2 = try t.run("net2=nn.Sequential(prefix='a_')") { Sequential(prefix: "a_") }
    let inner = try t.run(
      """
      with net2.name_scope():
          inner=nn.Sequential(prefix='')
          with inner.name_scope():
              inner.add(nn.Dense(1))
          net2.add(inner)
          net2.add(nn.Dense(1))
      """
    ) {
      net2.withNameScope {
        let inner = Sequential(prefix: "")
        inner.withNameScope { inner.add(Dense(1)) }
        net2.add(inner)
        net2.add(Dense(1))
        return inner
      }
    }
    t.show("list(net2.collect_params().keys())") { try net2.collectParams().names }
    t.show("inner.prefix") { inner.prefix }
  }

  /// Custom Block with and without name_scope.
  static func nameCustomBlock(_ t: Transcript) throws {
    t.declare(
      """
      class A(gluon.Block):
          def __init__(self, scope, **kw):
              super().__init__(**kw)
              if scope:
                  with self.name_scope():
                      self.h = nn.Dense(2); self.o = nn.Dense(1)
              else:
                  self.h = nn.Dense(2); self.o = nn.Dense(1)
              self.w = self.params.get('w', shape=(2,))
          def forward(self, x): return self.o(self.h(x))
      """)
    let a = try t.run("a=A(True)") { try A(scope: true) }
    let b = try t.run("b=A(False)") { try A(scope: false) }
    let c = try t.run("c=A(True)") { try A(scope: true) }
    t.show("list(a.collect_params().keys())") { try a.collectParams().names }
    t.show("list(b.collect_params().keys())") { try b.collectParams().names }
    t.show("list(c.collect_params().keys())") { try c.collectParams().names }
    t.show("a._collect_params_with_prefix().keys()") {
      Raw("dict_keys(\(a.parametersByPath().map(\.path).python))")
    }
    t.show("a") { a }
    t.show("a.params") { a.params }
  }

  /// Same block added twice.
  static func nameRegisterTwice(_ t: Transcript) throws {
    let d = try t.run("d=nn.Dense(3, in_units=3)") { Dense(3, inUnits: 3) }
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    try t.run("net.add(d, d)") { net.add(d, d) }
    t.show(
      "len(net), list(net.collect_params().keys()), list(net._collect_params_with_prefix().keys())"
    ) { try tuple(net.count, net.collectParams().names, net.parametersByPath().map(\.path)) }
    t.show("net") { net }
    try t.run("net.initialize()") { try net.initialize() }
    t.show("net(nd.ones((1,3))).shape") { try net(ones([1, 3])).shape }
  }

  /// Two different params with the same name -> collect_params assertion.
  static func nameDup(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    try t.run("net.add(nn.Dense(2, prefix='d_'), nn.Dense(2, prefix='d_'))") {
      net.add(Dense(2, prefix: "d_"), Dense(2, prefix: "d_"))
    }
    t.fails("net.collect_params()") { _ = try net.collectParams() }
  }

  /// Counters are thread-local.
  static func nameThread(_ t: Transcript) throws {
    t.skip("import threading", .internals)
    let a = try t.run("a=nn.Dense(1)") { Dense(1) }
    t.show("a.name") { a.name }
    var out: [String] = try t.run("out=[]") { [] }
    let work = try t.run("def f(): out.append(nn.Dense(1).name)") {
      { ModelContext.$current.withValue(ModelContext()) { Dense(1).name } }
    }
    t.skip("t=threading.Thread(target=f)", .internals)
    try t.run("t.start()") { out.append(work()) }
    t.skip("t.join()", .internals)
    t.show("out") { out }
    t.show("nn.Dense(1).name") { Dense(1).name }
  }

  /// A NameManager context resets the counters.
  static func nameManager(_ t: Transcript) throws {
    t.show("nn.Dense(1).name, nn.Dense(1).name") { tuple(Dense(1).name, Dense(1).name) }
    try t.run("with mx.name.NameManager(): print(nn.Dense(1).name, nn.Sequential().name)") {
      ModelContext.current.withFreshNames { t.print("\(Dense(1).name) \(Sequential().name)") }
    }
    try t.run("with mx.name.Prefix('pre_'): print(nn.Dense(1).name, nn.Dense(1).weight.name)") {
      ModelContext.current.withFreshNames(prefix: "pre_") {
        t.print("\(Dense(1).name) \(Dense(1).weight.name)")
      }
    }
    t.show("nn.Dense(1).name") { Dense(1).name }
  }

  /// Collect_params(select) uses re.match (anchored at the start only).
  static func select(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    try t.run(
      "net.add(nn.Dense(2, in_units=2), nn.Dense(2, in_units=2), nn.BatchNorm(in_channels=2))"
    ) { net.add(Dense(2, inUnits: 2), Dense(2, inUnits: 2), BatchNorm(inChannels: 2)) }
    t.show("list(net.collect_params('.*weight').keys())") {
      try net.collectParams(select: ".*weight").names
    }
    t.show("list(net.collect_params('weight').keys())") {
      try net.collectParams(select: "weight").names
    }
    t.show("list(net.collect_params('dense0').keys())") {
      try net.collectParams(select: "dense0").names
    }
    t.show("list(net.collect_params('dense0_w|.*bias').keys())") {
      try net.collectParams(select: "dense0_w|.*bias").names
    }
    t.show("list(net.collect_params('.*weight|.*bias').keys())") {
      try net.collectParams(select: ".*weight|.*bias").names
    }
    t.show("list(net.collect_params('.*_(weight|gamma)$').keys())") {
      try net.collectParams(select: ".*_(weight|gamma)$").names
    }
    t.show("list(net.collect_params('nomatch').keys())") {
      try net.collectParams(select: "nomatch").names
    }
    t.show("net.collect_params('nomatch')") { try net.collectParams(select: "nomatch") }
    t.show("list(net.collect_params('').keys())") { try net.collectParams(select: "").names }
    t.differs("net.collect_params('(')", .ownWords) {
      #expect(
        message { _ = try net.collectParams(select: "(") } == "'(' is not a regular expression")
    }
    t.show("list(net.collect_params().keys())") { try net.collectParams().names }
    t.show("[ (p.name,p.grad_req) for p in net.collect_params().values()]") {
      try net.collectParams().map { tuple($0.name, $0.gradReq.rawValue) }
    }
  }

  /// Apply order (children first).
  static func apply(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    let inner = try t.run("net.add(nn.Dense(1), nn.Sequential())") {
      let dense = Dense(1)
      let inner = Sequential()
      net.add(dense, inner)
      return inner
    }
    try t.run("net[1].add(nn.Dense(2, activation='relu'))") {
      inner.add(Dense(2, activation: .relu))
    }
    try t.run("_=net.apply(lambda b: print(b.name))") { net.apply { t.print($0.name) } }
    let h = try t.run(
      "h=net.register_forward_hook(lambda b,i,o: print('hook', b.name, i[0].shape, o.shape))"
    ) {
      net.registerForwardHook { block, input, output in
        t.print(
          "hook \(block.name) \(input.shape.pythonDescription) \(output.shape.pythonDescription)")
      }
    }
    try t.run("net.initialize()") { try net.initialize() }
    try t.run("_=net(nd.ones((2,3)))") { _ = try net(ones([2, 3])) }
    try t.run("h.detach()") { h.detach() }
    try t.run("_=net(nd.ones((2,3)))") { _ = try net(ones([2, 3])) }
  }

  /// Block.summary.
  static func summary(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    let s = try t.run("s=nn.Dense(8, activation='relu')") { Dense(8, activation: .relu) }
    try t.run(
      "net.add(nn.Dense(8, activation='relu'), s, nn.Dense(8, activation='relu', params=s.params), nn.Dense(10))"
    ) {
      try net.add(
        Dense(8, activation: .relu), s, Dense(8, activation: .relu, params: s.params), Dense(10))
    }
    try t.run("net.initialize()") { try net.initialize() }
    try t.run("net.summary(nd.ones((2,20)))") { t.print("\(try net.summary(ones([2, 20])))") }
  }
}
