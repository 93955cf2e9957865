import ModelEngine
import Tensors
import Testing

extension Transcript {
  /// Cast.
  static func cast(_ t: Transcript) throws {
    let net = try t.run("net=nn.Dense(2, in_units=2)") { Dense(2, inUnits: 2) }
    try t.run("net.initialize(init.One())") { try net.initialize(One()) }
    try t.run("net.cast('float64')") { net.cast(to: .float64) }
    t.show("net.weight") { net.weight }
    t.show("net.weight.data().dtype, net.weight.grad().dtype") {
      try tuple(net.weight.data().elementType, net.weight.grad().elementType)
    }
    t.fails("net(nd.ones((1,2)))") { _ = try net(ones([1, 2])) }
    t.show("net(nd.ones((1,2), dtype='float64'))") { try net(ones([1, 2]).as(.float64)) }
    let d = try t.run("d=nn.Dense(2)") { Dense(2) }
    try t.run("d.cast('float16')") { d.cast(to: .float16) }
    try t.run("d.initialize(init.One())") { try d.initialize(One()) }
    t.fails("d(nd.ones((1,2), dtype='float16'))") { _ = try d(ones([1, 2]).as(.float16)) }
    t.show("d.weight") { d.weight }
  }

  /// Contexts.
  static func ctx(_ t: Transcript) throws {
    t.skip("net=nn.Dense(2, in_units=2)", .devices)
    t.skip("net.initialize(ctx=[mx.cpu(0), mx.cpu(1)])", .devices)
    t.skip("net.weight.list_ctx()", .devices)
    t.skip("net.weight.list_data()", .devices)
    t.skip("net.weight.data()", .devices)
    t.skip("net.weight.data(mx.cpu(1))", .devices)
    t.skip("net.weight.data(mx.cpu(2))", .devices)
    t.skip("net.weight.data(mx.gpu(0))", .devices)
    t.skip("net.weight.reset_ctx(mx.cpu(2))", .devices)
    t.skip("net.weight.list_ctx()", .devices)
    t.skip("net.initialize(ctx=mx.gpu(0), force_reinit=True)", .devices)
  }

  /// Initialize twice without force_reinit.
  static func reinitWarn(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    try t.run("net.add(nn.Dense(2, in_units=2), nn.Dense(2, in_units=2))") {
      net.add(Dense(2, inUnits: 2), Dense(2, inUnits: 2))
    }
    try t.run("net.initialize()") { try net.initialize() }
    let w = try t.run("w=net[0].weight.data().asnumpy()") { try net[0].weight.data() }
    try t.run("net.initialize(init.One())") { try net.initialize(One()) }
    t.show("(net[0].weight.data().asnumpy()==w).all()") { try net[0].weight.data() == w }
    try t.run("net[0].weight.initialize(init.One())") { try net[0].weight.initialize(One()) }
    try t.run("net.initialize(init.One(), force_reinit=True)") {
      try net.initialize(One(), forceReinit: true)
    }
    t.show("net[0].weight.data()") { try net[0].weight.data() }
    t.show("net[0].bias.data()") { try net[0].bias.data() }
  }

  /// Re-initialize while still deferred: silently replaces the pending initializer, no warning.
  static func reinitDeferred(_ t: Transcript) throws {
    let net = try t.run("net=nn.Dense(2)") { Dense(2) }
    try t.run("net.initialize()") { try net.initialize() }
    try t.run("net.initialize(init.One())") { try net.initialize(One()) }
    try t.run("y=net(nd.ones((1,3)))") { _ = try net(ones([1, 3])) }
    t.show("net.weight.data()") { try net.weight.data() }
  }

  /// Force_reinit replaces the NDArray objects (old handles keep old values); in-place set_data does not.
  static func reinitIdentity(_ t: Transcript) throws {
    let net = try t.run("net=nn.Dense(2, in_units=2)") { Dense(2, inUnits: 2) }
    try t.run("net.initialize(init.One())") { try net.initialize(One()) }
    let d = try t.run("d=net.weight.data()") { try net.weight.arrayID }
    t.skip("g=net.weight.grad()", .values)
    try t.run("net.weight.set_data(nd.zeros((2,2)))") { try net.weight.setData(zeros([2, 2])) }
    t.differs("d", .values) {
      let values = try net.weight.data()
      #expect(values == zeros([2, 2]))
    }
    t.show("net.weight.data() is d") { try net.weight.arrayID == d }
    try t.run("net.initialize(init.Constant(3), force_reinit=True)") {
      try net.initialize(Constant(3), forceReinit: true)
    }
    t.skip("d", .values)
    t.differs("net.weight.data() is d, net.weight.grad() is g", .values) {
      let now = try net.weight.arrayID
      #expect(now != d)
    }
  }

  /// Grad_req write: overwritten by each backward.
  static func gradWrite(_ t: Transcript) throws {
    let net = try t.run("net=nn.Dense(1, in_units=2, use_bias=False)") {
      Dense(1, useBias: false, inUnits: 2)
    }
    try t.run("net.initialize(init.One())") { try net.initialize(One()) }
    let x = try t.run("x=nd.array([[1,2]])") { Variable(array([[1, 2]])) }
    t.show("net.weight.grad_req") { net.weight.gradReq.rawValue }
    t.show("net.weight.grad()") { try net.weight.grad() }
    var l = try t.run("with autograd.record():\n    l=net(x)") {
      try Autograd.record { try net(x) }
    }
    try t.run("l.backward()") { try l.backward() }
    t.show("net.weight.grad()") { try net.weight.grad() }
    l = try t.run("with autograd.record():\n    l=2*net(x)") {
      try Autograd.record { try 2 * net(x) }
    }
    try t.run("l.backward()") { try l.backward() }
    t.show("net.weight.grad()") { try net.weight.grad() }
    t.fails("l.backward()") { try l.backward() }
    try t.run("net.weight.zero_grad()") { net.weight.zeroGrad() }
    t.show("net.weight.grad()") { try net.weight.grad() }
  }

  /// Grad_req add: accumulated until zero_grad.
  static func gradAdd(_ t: Transcript) throws {
    let net = try t.run("net=nn.Dense(1, in_units=2, use_bias=False)") {
      Dense(1, useBias: false, inUnits: 2)
    }
    try t.run("net.initialize(init.One())") { try net.initialize(One()) }
    let x = try t.run("x=nd.array([[1,2]])") { Variable(array([[1, 2]])) }
    try t.run("net.weight.grad_req='add'") { net.weight.gradReq = .add }
    try t.run(
      """
      for _ in range(3):
          with autograd.record():
              l=net(x)
          l.backward()
      """
    ) {
      for _ in 0..<3 { try Autograd.record { try net(x) }.backward() }
    }
    t.show("net.weight.grad()") { try net.weight.grad() }
    try t.run("net.collect_params().zero_grad()") { try net.collectParams().zeroGrad() }
    t.show("net.weight.grad()") { try net.weight.grad() }
  }

  /// Grad_req null.
  static func gradNull(_ t: Transcript) throws {
    let net = try t.run("net=nn.Dense(1, in_units=2)") { Dense(1, inUnits: 2) }
    try t.run("net.initialize(init.One())") { try net.initialize(One()) }
    let x = try t.run("x=nd.array([[1,2]])") { Variable(array([[1, 2]])) }
    try t.run("net.weight.grad_req='null'") { net.weight.gradReq = .null }
    t.fails("net.weight.grad()") { _ = try net.weight.grad() }
    t.fails("net.weight.list_grad()") { _ = try net.weight.grad() }
    t.show("net.weight.data()") { try net.weight.data() }
    var l = try t.run("with autograd.record():\n    l=net(x)") {
      try Autograd.record { try net(x) }
    }
    try t.run("l.backward()") { try l.backward() }
    t.show("net.bias.grad()") { try net.bias.grad() }
    try t.run("net.weight.zero_grad()") { net.weight.zeroGrad() }
    try t.run("net.collect_params().setattr('grad_req','null')") {
      try net.collectParams().setGradReq(.null)
    }
    l = try t.run("with autograd.record():\n    l=net(x)") {
      try Autograd.record { try net(x) }
    }
    t.fails("l.backward()") { try l.backward() }
    try t.run("net.weight.grad_req='write'") { net.weight.gradReq = .write }
    t.show("net.weight.grad()") { try net.weight.grad() }
    t.fails("net.weight.grad_req='foo'") {
      net.weight.gradReq = try GradientRequest(parsing: "foo")
    }
    t.fails("gluon.Parameter('a', grad_req='foo')") {
      _ = try Parameter("a", gradReq: GradientRequest(parsing: "foo"))
    }
    let p = try t.run("p=gluon.Parameter('a', shape=(1,), differentiable=False)") {
      Parameter("a", shape: [1], isDifferentiable: false)
    }
    t.show("p.grad_req") { p.gradReq.rawValue }
    try t.run("p.grad_req='write'") { p.gradReq = .write }
    t.show("p.grad_req") { p.gradReq.rawValue }
  }

  /// Grad_req set before initialize.
  static func gradPreInit(_ t: Transcript) throws {
    let net = try t.run("net=nn.Dense(2, in_units=2)") { Dense(2, inUnits: 2) }
    try t.run("net.weight.grad_req='null'") { net.weight.gradReq = .null }
    try t.run("net.bias.grad_req='add'") { net.bias.gradReq = .add }
    try t.run("net.initialize()") { try net.initialize() }
    t.fails("net.weight.grad()") { _ = try net.weight.grad() }
    t.show("net.bias.grad()") { try net.bias.grad() }
    try t.run("net.collect_params().setattr('grad_req','write')") {
      try net.collectParams().setGradReq(.write)
    }
    t.show("net.weight.grad()") { try net.weight.grad() }
  }

  /// Activations accepted by Dense.
  static func act(_ t: Transcript) throws {
    try t.run(
      "for a in ('relu','sigmoid','tanh','softrelu','softsign'): print(a, nn.Activation(a)(nd.array([-1.,0.,2.])).asnumpy())"
    ) {
      for function in ActivationFunction.allCases {
        t.print(
          "\(function.rawValue) \(try Activation(function)(array([-1, 0, 2])).numpyDescription)")
      }
    }
    t.skip("nn.Activation('foo')(nd.array([1.]))", .types)
    t.skip("nn.Dense(1, activation='foo', in_units=1)", .types)
    t.skip("d=nn.Dense(1, activation='foo', in_units=1)", .types)
    t.skip("d.initialize()", .types)
    t.skip("d(nd.ones((1,1)))", .types)
  }
}
