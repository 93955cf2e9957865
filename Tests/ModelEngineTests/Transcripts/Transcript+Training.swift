import ModelEngine
import Tensors
import Testing

extension Transcript {
  /// Force_reinit after Trainer is built (fresh_grad flag reset).
  static func reinitOptimizer(_ t: Transcript) throws {
    let net = try t.run("net=nn.Dense(1, in_units=1)") { Dense(1, inUnits: 1) }
    try t.run("net.initialize(init.One())") { try net.initialize(One()) }
    let tr = try t.run("tr=gluon.Trainer(net.collect_params(), 'sgd', {'learning_rate':1.})") {
      try Trainer(net.collectParams(), SGD(learningRate: 1))
    }
    t.fails("tr.step(1)") { try tr.step(1) }
    try t.backward(of: net)
    try t.run("tr.step(1)") { try tr.step(1) }
    t.show("net.weight.data()") { try net.weight.data() }
    t.fails("tr.step(1)") { try tr.step(1) }
    try t.run("tr.step(1, ignore_stale_grad=True)") { try tr.step(1, ignoreStaleGrad: true) }
    t.show("net.weight.data()") { try net.weight.data() }
  }

  /// Trainer construction/usage errors.
  static func trainerMisc(_ t: Transcript) throws {
    let net = try t.run("net=nn.Dense(1, in_units=1)") { Dense(1, inUnits: 1) }
    try t.run("net.initialize(init.One())") { try net.initialize(One()) }
    t.fails("gluon.Trainer(net.collect_params(), 'foo')") {
      _ = try Trainer(net.collectParams(), "foo")
    }
    t.skip("gluon.Trainer(net, 'sgd')", .types)
    t.skip("gluon.Trainer([1], 'sgd')", .types)
    let tr = try t.run("tr=gluon.Trainer(net.collect_params(), 'sgd')") {
      try Trainer(net.collectParams(), "sgd")
    }
    t.show("tr.learning_rate") { tr.learningRate }
    try t.run("tr.set_learning_rate(.5)") { tr.setLearningRate(0.5) }
    t.show("tr.learning_rate") { tr.learningRate }
    t.show("tr.optimizer.rescale_grad") { tr.optimizer.settings.rescaleGrad }
    let n2 = try t.run("n2=nn.Dense(1)") { Dense(1) }
    t.fails("gluon.Trainer(n2.collect_params(), 'sgd')") {
      _ = try Trainer(n2.collectParams(), "sgd")
    }
    t.differs(
      "gluon.Trainer(net.collect_params(), 'sgd', {'learning_rate':.1, 'foo':1})", .ownWords
    ) {
      let error = #expect(throws: TrainerError.self) {
        try Trainer(net.collectParams(), "sgd(learning_rate: .1, foo: 1)")
      }
      #expect(
        error?.description.hasPrefix("sgd has no argument 'foo'; possible: learning_rate") == true)
    }
    t.skip(
      "gluon.Trainer(net.collect_params(), mx.optimizer.SGD(), {'learning_rate':.1})", .types)
    t.show("[p.name for p in gluon.Trainer(net.collect_params(), 'adam')._params]") {
      try Trainer(net.collectParams(), "adam").parameters.map(\.name)
    }
    try t.backward(of: net)
    try t.run("tr.step(4)") { try tr.step(4) }
    t.show("net.weight.data(), net.bias.data()") { try values(of: net) }
    try t.run("tr.allreduce_grads()") { try tr.allreduceGrads() }
    try t.backward(of: net)
    try t.run("tr.update(1)") { try tr.update(1) }
    t.show("net.weight.data()") { try net.weight.data() }
  }

  /// Lr_mult, wd_mult, wd applies to bias too.
  static func trainerMult(_ t: Transcript) throws {
    let net = try t.run("net=nn.Dense(1, in_units=1)") { Dense(1, inUnits: 1) }
    let bias = net.bias
    try t.run("net.initialize(init.One())") { try net.initialize(One()) }
    try t.run("net.bias.set_data(nd.array([1.]))") { try bias.setData(array([1])) }
    try t.run("net.weight.lr_mult=.5") { net.weight.lrMult = 0.5 }
    try t.run("net.bias.wd_mult=0.") { bias.wdMult = 0 }
    let tr = try t.run(
      "tr=gluon.Trainer(net.collect_params(),'sgd',{'learning_rate':.1,'wd':.1})"
    ) { try Trainer(net.collectParams(), SGD(learningRate: 0.1, wd: 0.1)) }
    try t.backward(of: net)
    try t.run("tr.step(1)") { try tr.step(1) }
    t.show("net.weight.data(), net.bias.data()") { try values(of: net) }
    try t.run("net.bias.wd_mult=1.") { bias.wdMult = 1 }
    try t.backward(of: net)
    try t.run("tr.step(1)") { try tr.step(1) }
    t.show("net.weight.data(), net.bias.data()") { try values(of: net) }
  }

  /// Trainer built before the first forward.
  static func trainerDeferred(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    let (first, second) = (Dense(2), Dense(1))
    try t.run("net.add(nn.Dense(2), nn.Dense(1))") { net.add(first, second) }
    try t.run("net.initialize(init.One())") { try net.initialize(One()) }
    let tr = try t.run("tr=gluon.Trainer(net.collect_params(),'sgd',{'learning_rate':.1})") {
      try Trainer(net.collectParams(), SGD(learningRate: 0.1))
    }
    try t.backward(of: net, input: "nd.ones((2,3))", ones([2, 3]))
    try t.run("tr.step(2)") { try tr.step(2) }
    t.show("net[0].weight.data(), net[1].weight.data()") {
      try tuple(first.weight.data(), second.weight.data())
    }
  }

  /// Grad_req null params are skipped by step.
  static func trainerFreeze(_ t: Transcript) throws {
    let net = try t.run("net=nn.Dense(1, in_units=1)") { Dense(1, inUnits: 1) }
    try t.run("net.initialize(init.One())") { try net.initialize(One()) }
    try t.run("net.bias.grad_req='null'") { net.bias.gradReq = .null }
    let tr = try t.run("tr=gluon.Trainer(net.collect_params(),'sgd',{'learning_rate':1.})") {
      try Trainer(net.collectParams(), SGD(learningRate: 1))
    }
    try t.backward(of: net)
    try t.run("tr.step(1)") { try tr.step(1) }
    t.show("net.weight.data(), net.bias.data()") { try values(of: net) }
  }

  /// A shared parameter is updated once per step.
  static func trainerShared(_ t: Transcript) throws {
    let s = try t.run("s=nn.Dense(1, in_units=1, use_bias=False)") {
      Dense(1, useBias: false, inUnits: 1)
    }
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    let other = try Dense(1, useBias: false, inUnits: 1, params: s.params)
    try t.run("net.add(s, nn.Dense(1, in_units=1, use_bias=False, params=s.params))") {
      net.add(s, other)
    }
    try t.run("net.initialize(init.Constant(3))") { try net.initialize(Constant(3)) }
    let tr = try t.run("tr=gluon.Trainer(net.collect_params(),'sgd',{'learning_rate':.1})") {
      try Trainer(net.collectParams(), SGD(learningRate: 0.1))
    }
    t.show("len(tr._params)") { tr.parameters.count }
    let y = try t.run("with autograd.record():\n    y=net(nd.array([[2.]]))") {
      try Autograd.record { try net(Variable(array([[2]]))) }
    }
    try t.run("y.backward()") { try y.backward() }
    try t.run("tr.step(1)") { try tr.step(1) }
    t.show("s.weight.data(), net[1].weight.data()") {
      try tuple(s.weight.data(), other.weight.data())
    }
  }

  /// Trainer sorts parameter names as strings.
  static func nameMany(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    try t.run("for i in range(12): net.add(nn.Dense(1, in_units=1, use_bias=False))") {
      for _ in 0..<12 { net.add(Dense(1, useBias: false, inUnits: 1)) }
    }
    try t.run("net.initialize()") { try net.initialize() }
    t.show("[p.name for p in gluon.Trainer(net.collect_params(),'sgd')._params]") {
      try Trainer(net.collectParams(), "sgd").parameters.map(\.name)
    }
    t.show("[p.name for p in gluon.Trainer(list(net.collect_params().values()),'sgd')._params]") {
      try Trainer(net.collectParams().parameters, SGD()).parameters.map(\.name)
    }
    t.show("[p.name for p in gluon.Trainer(net.collect_params('.*dense1'),'sgd')._params]") {
      try Trainer(net.collectParams(select: ".*dense1"), "sgd").parameters.map(\.name)
    }
  }

  /// The statements that record a call and go back through it.
  private func backward(
    of net: Block, input source: String = "nd.ones((1,1))", _ input: Tensor = ones([1, 1])
  ) throws {
    let l = try run("with autograd.record():\n    l=net(\(source))") {
      try Autograd.record { try net(Variable(input)) }
    }
    try run("l.backward()") { try l.backward() }
  }

  private static func values(of net: Dense) throws -> Raw {
    try tuple(net.weight.data(), net.bias.data())
  }
}
