import ModelEngine
import Tensors
import Testing

extension Transcript {
  /// Plain Parameter with unknown shape.
  static func paramNoDefer(_ t: Transcript) throws {
    let p = try t.run("p=gluon.Parameter('w', shape=(2,0))") { Parameter("w", shape: [2, 0]) }
    t.fails("p.initialize()") { try p.initialize() }
    let q = try t.run("q=gluon.Parameter('w')") { Parameter("w") }
    t.fails("q.initialize()") { try q.initialize() }
    let r = try t.run("r=gluon.Parameter('w', shape=(2,0), allow_deferred_init=True)") {
      Parameter("w", shape: [2, 0], allowDeferredInit: true)
    }
    try t.run("r.initialize()") { try r.initialize() }
    t.fails("r.data()") { _ = try r.data() }
    try t.run("r.shape=(2,3)") { try r.setShape([2, 3]) }
    t.fails("r.data()") { _ = try r.data() }
    try t.run("r._finish_deferred_init()") { try r.finishDeferredInit() }
    t.show("r.data()") { try r.data() }
    let s = try t.run("s=gluon.Parameter('v_weight', shape=(2,0), allow_deferred_init=True)") {
      Parameter("v_weight", shape: [2, 0], allowDeferredInit: true)
    }
    try t.run("s.initialize()") { try s.initialize() }
    t.fails("s._finish_deferred_init()") { try s.finishDeferredInit() }
  }

  /// Shape setter.
  static func paramShapeSet(_ t: Transcript) throws {
    let p = try t.run("p=gluon.Parameter('w', shape=(2,0))") { Parameter("w", shape: [2, 0]) }
    try t.run("p.shape=(2,5)") { try p.setShape([2, 5]) }
    t.show("p.shape") { p.shape }
    t.fails("p.shape=(2,6)") { try p.setShape([2, 6]) }
    t.fails("p.shape=(2,5,1)") { try p.setShape([2, 5, 1]) }
    let q = try t.run("q=gluon.Parameter('w')") { Parameter("w") }
    try t.run("q.shape=(3,)") { try q.setShape([3]) }
    t.show("q.shape") { q.shape }
    t.fails("q.shape=(0,)") { try q.setShape([0]) }
    t.show("q.shape") { q.shape }
    let r = try t.run("r=gluon.Parameter('w', shape=5)") { Parameter("w", shape: [5]) }
    t.show("r.shape") { r.shape }
  }

  /// Data() returns the same NDArray object every time.
  static func paramIdentity(_ t: Transcript) throws {
    let d = try t.run("d=nn.Dense(1, in_units=1)") { Dense(1, inUnits: 1) }
    try t.run("d.initialize()") { try d.initialize() }
    t.differs(
      "d.weight.data() is d.weight.data(), d.weight.grad() is d.weight.grad(), d.weight.list_data()[0] is d.weight.data(), d.weight.data().grad is d.weight.grad()",
      .values
    ) {
      let (first, second) = (try d.weight.arrayID, try d.weight.arrayID)
      #expect(first == second)
    }
    t.show("d.weight.data().grad") { try d.weight.grad() }
    t.skip("d.weight.var()", .symbols)
    t.show(
      "d.weight.name, d.weight.dtype, d.weight.shape, d.weight.lr_mult, d.weight.wd_mult, d.weight.grad_req, d.weight.init, d.bias.init"
    ) {
      let weight = d.weight
      return tuple(
        weight.name, weight.elementType.name, weight.shape, weight.lrMult, weight.wdMult,
        weight.gradReq.rawValue, weight.initializer?.description, d.bias.initializer?.description)
    }
  }

  /// Set_data.
  static func setData(_ t: Transcript) throws {
    let net = try t.run("net=nn.Dense(2, in_units=2)") { Dense(2, inUnits: 2) }
    try t.run("net.initialize(init.One())") { try net.initialize(One()) }
    try t.run("net.weight.set_data(nd.array([[1,2],[3,4]]))") {
      try net.weight.setData(array([[1, 2], [3, 4]]))
    }
    t.show("net.weight.data()") { try net.weight.data() }
    t.fails("net.weight.set_data(nd.ones((2,3)))") { try net.weight.setData(ones([2, 3])) }
    t.fails("net.weight.set_data(nd.ones((4,)))") { try net.weight.setData(ones([4])) }
    t.fails("net.weight.set_data(nd.ones((1,2)))") { try net.weight.setData(ones([1, 2])) }
    try t.run("net.weight.set_data(np.array([[5,6],[7,8]]))") {
      try net.weight.setData(array([[5, 6], [7, 8]]))
    }
    t.show("net.weight.data()") { try net.weight.data() }
    try t.run("net.weight.set_data(np.array([[5,6],[7,8]], dtype='float64'))") {
      try net.weight.setData(array([[5, 6], [7, 8]]).as(.float64))
    }
    t.show("net.weight.data().dtype") { try net.weight.data().elementType }
    try t.run("net.weight.set_data(nd.array([[9,9],[9,9]], dtype='int32'))") {
      try net.weight.setData(array([[9, 9], [9, 9]]).as(.int32))
    }
    t.show("net.weight.data()") { try net.weight.data() }
    t.skip("net.weight.set_data([[1,2],[3,4]])", .types)
    t.skip("net.weight.set_data(3)", .types)
    try t.run("net.weight.set_data(net.weight.data()+1)") {
      try net.weight.setData(net.weight.data().mapped { $0 + 1 })
    }
    t.show("net.weight.data()") { try net.weight.data() }
    try t.run("net.weight.data()[:]=7") {
      try net.weight.setData(net.weight.data().mapped { _ in 7 })
    }
    t.show("net.weight.data()") { try net.weight.data() }
    try t.run("net.weight.data()[0,1]=-1") {
      var values = try net.weight.data().floats
      values[1] = -1
      try net.weight.setData(Tensor(values, shape: [2, 2]))
    }
    t.show("net.weight.data()") { try net.weight.data() }
    t.skip("net.weight.data()[5]", .arrays)
  }

  /// ParameterDict API.
  static func pdict(_ t: Transcript) throws {
    let pd = try t.run("pd=gluon.ParameterDict('net_')") { ParameterDict(prefix: "net_") }
    let w = try t.run("w=pd.get('w', shape=(2,3))") { try pd.get("w", shape: [2, 3]) }
    t.show("w") { w }
    t.show("pd.get('w') is w") { try pd.get("w") === w }
    t.show("pd['net_w'] is w") { pd["net_w"] === w }
    t.differs("pd['w']", .optionals) { #expect(pd["w"] == nil) }
    t.show("'net_w' in pd, 'w' in pd") { tuple(pd.contains("net_w"), pd.contains("w")) }
    t.fails("pd.get('w', shape=(2,4))") { try pd.get("w", shape: [2, 4]) }
    t.show("pd.get('w', shape=(0,3)).shape") { try pd.get("w", shape: [0, 3]).shape }
    t.fails("pd.get('w', shape=(2,3,1))") { try pd.get("w", shape: [2, 3, 1]) }
    t.fails("pd.get('w', dtype='float64')") {
      var wanted = ParameterAttributes()
      wanted.elementType = .float64
      wanted.elementTypeSpelling = .name
      try pd.get("w", wanted)
    }
    t.fails("pd.get('w', lr_mult=2.0)") {
      var wanted = ParameterAttributes()
      wanted.lrMult = 2
      try pd.get("w", wanted)
    }
    t.show("pd.get('w', init='xavier')") {
      var wanted = ParameterAttributes()
      wanted.initializer = NamedInitializer("xavier")
      return try pd.get("w", wanted)
    }
    t.show("w.init") { w.initializer?.description }
    t.show("list(pd), list(pd.keys()), len(list(pd.items()))") {
      tuple(pd.map(\.name), pd.names, pd.names.count)
    }
    t.skip("len(pd)", .types)
    let c = try t.run("c=pd.get_constant('c', [[1,2],[3,4]])") {
      try pd.getConstant("c", array([[1, 2], [3, 4]]))
    }
    t.show("c") { c }
    t.differs("pd.get_constant('c', [[1,2],[3,4]]) is c", .arrays) {
      let same = try pd.getConstant("c", array([[1, 2], [3, 4]]))
      #expect(same === c)
    }
    t.differs("pd.get_constant('c', [[1,2],[3,5]])", .arrays) {
      #expect(
        message { try pd.getConstant("c", array([[1, 2], [3, 5]])) }
          == "Constant 'net_c' already exists but it's value doesn't match new value")
    }
    t.fails("pd.get_constant('d')") { try pd.getConstant("d") }
    t.fails("pd.get_constant('w', [1])") { try pd.getConstant("w", array([1])) }
    t.show("pd") { pd }
    try t.run("pd.initialize()") { try pd.initialize() }
    t.show("c.data()") { try c.data() }
    t.fails("c.grad()") { _ = try c.grad() }
    try t.run("c.grad_req='write'") { c.gradReq = .write }
    let other = try t.run("other=gluon.ParameterDict('net_')") { ParameterDict(prefix: "net_") }
    t.show("other.get('w', shape=(2,3))") { try other.get("w", shape: [2, 3]) }
    t.fails("pd.update(other)") { try pd.update(other) }
    let o2 = try t.run("o2=gluon.ParameterDict('o_')") { ParameterDict(prefix: "o_") }
    try t.run("q=o2.get('q', shape=(1,))") { try o2.get("q", shape: [1]) }
    try t.run("pd.update(o2)") { try pd.update(o2) }
    t.show("list(pd.keys())") { pd.names }
    t.differs("pd['nope']", .optionals) { #expect(pd["nope"] == nil) }
    try t.run("pd.setattr('lr_mult', .5)") { for parameter in pd { parameter.lrMult = 0.5 } }
    t.show("w.lr_mult") { w.lrMult }
    t.fails("pd.save('tmp_pd.params', strip_prefix='net_')") {
      _ = try pd.namedTensors(strippingPrefix: "net_")
    }
  }
}
