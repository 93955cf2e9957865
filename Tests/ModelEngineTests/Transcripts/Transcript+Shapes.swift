import ModelEngine
import Tensors
import Testing

extension Transcript {
  /// Which shapes and arguments each initializer takes, and what it makes of them.
  static func initShapeErrors(_ t: Transcript) throws {
    let session = ShapeSession(t)
    try session.spreads()
    try session.matrices()
    try session.kernels()
    try session.recurrentBiases()
    try session.constants()
    try session.choices()
    try session.loading()
    try session.fused()
  }
}

/// The session on shapes, in parts.
///
/// A class, because the arrays go through all of them.
private final class ShapeSession {
  let t: Transcript
  var a1 = zeros([3])
  var a2 = zeros([2, 3])
  var a4 = zeros([1, 1, 3, 3])

  init(_ t: Transcript) {
    self.t = t
  }

  /// A weight of the shape of an array.
  private func weight(_ tensor: Tensor, _ name: String = "a_weight") -> InitializerTarget {
    InitializerTarget(name: name, shape: tensor.shape)
  }

  /// What a call of a rule that is no initializer leaves in an array.
  private func filled(
    _ rule: (InitializerTarget, inout RandomStream) throws(InitializerError) -> Tensor,
    _ target: InitializerTarget
  ) throws -> Tensor {
    try ModelContext.current.withStream { stream throws(InitializerError) in
      try rule(target, &stream)
    }
  }

  func spreads() throws {
    try t.run("a1=nd.zeros((3,))") { a1 = zeros([3]) }
    try t.run("a2=nd.zeros((2,3))") { a2 = zeros([2, 3]) }
    try t.run("a4=nd.zeros((1,1,3,3))") { a4 = zeros([1, 1, 3, 3]) }
    try t.run("D=init.InitDesc('a_weight')") {}
    t.fails("init.Xavier()(D, a1)") { a1 = try Xavier().filled(weight(a1)) }
    t.fails("init.MSRAPrelu()(D, a1)") { a1 = try MSRAPrelu().filled(weight(a1)) }
    t.skip("init.Xavier(factor_type='foo')(D, a2)", .types)
    t.skip("init.Xavier(rnd_type='foo')(D, a2)", .types)
    t.fails("init.Xavier('gaussian', magnitude=0)(D, a2)") {
      a2 = try Xavier(randomType: .gaussian, magnitude: 0).filled(weight(a2))
    }
    try t.run("init.Xavier(magnitude=0)(D, a2)") {
      a2 = try Xavier(magnitude: 0).filled(weight(a2))
    }
    t.show("a2") { a2 }
    // The same message without NumPy's warning of the root of a negative number.
    t.differs("init.Xavier(magnitude=-1)(D, a2)", .arrays) {
      let error = #expect(throws: InitializerError.self) {
        try Xavier(magnitude: -1).filled(weight(a2))
      }
      #expect(error.map { "MXNetError: \($0)" } == t.recording.steps[11].msg)
    }
    t.fails("init.Normal(0)(D, a2)") { a2 = try Normal(0).filled(weight(a2)) }
    t.fails("init.Normal(-1)(D, a2)") { a2 = try Normal(-1).filled(weight(a2)) }
    try t.run("init.Uniform(0)(D, a2)") { a2 = try Uniform(0).filled(weight(a2)) }
    t.show("a2") { a2 }
    t.fails("init.Uniform(-1)(D, a2)") { a2 = try Uniform(-1).filled(weight(a2)) }
  }

  func matrices() throws {
    t.fails("init.Orthogonal()(D, a1)") { a1 = try Orthogonal().filled(weight(a1)) }
    t.show("a1") { a1 }
    t.skip("init.Orthogonal(rand_type='foo')(D, a2)", .types)
  }

  func kernels() throws {
    t.fails("init.Bilinear()(D, a2)") { a2 = try Bilinear().filled(weight(a2)) }
    try t.run("init.Bilinear()(D, a4)") { a4 = try Bilinear().filled(weight(a4)) }
    t.show("a4") { a4 }
    var b = try t.run("b=nd.zeros((1,1,4,4))") { zeros([1, 1, 4, 4]) }
    try t.run("init.Bilinear()(D, b)") { b = try Bilinear().filled(weight(b)) }
    t.show("b") { b }
    b = try t.run("b=nd.zeros((2,1,2,3))") { zeros([2, 1, 2, 3]) }
    try t.run("init.Bilinear()(D, b)") { b = try Bilinear().filled(weight(b)) }
    t.show("b") { b }
  }

  func recurrentBiases() throws {
    var l = try t.run("l=nd.zeros((8,))") { zeros([8]) }
    try t.run("init.LSTMBias()(init.InitDesc('x_bias'), l)") {
      l = try LSTMBias().filled(weight(l, "x_bias"))
    }
    t.show("l") { l }
    l = try t.run("l=nd.zeros((8,))") { zeros([8]) }
    try t.run("init.LSTMBias()(D, l)") { l = try LSTMBias().filled(weight(l)) }
    t.show("l") { l }
    l = try t.run("l=nd.zeros((7,))") { zeros([7]) }
    try t.run("init.LSTMBias(2.5)(D, l)") { l = try LSTMBias(forgetBias: 2.5).filled(weight(l)) }
    t.show("l") { l }
    l = try t.run("l=nd.zeros((8,2))") { zeros([8, 2]) }
    try t.run("init.LSTMBias(2.5)(D, l)") { l = try LSTMBias(forgetBias: 2.5).filled(weight(l)) }
    t.show("l") { l }
  }

  func constants() throws {
    try t.run("init.Constant(nd.array([1,2,3]))(D, a2)") {
      a2 = try Constant(array([1, 2, 3])).filled(weight(a2))
    }
    t.show("a2") { a2 }
    t.fails("init.Constant(nd.array([1,2]))(D, a2)") {
      a2 = try Constant(array([1, 2])).filled(weight(a2))
    }
    try t.run("init.Constant([[1,2,3],[4,5,6]])(D, a2)") {
      a2 = try Constant(array([[1, 2, 3], [4, 5, 6]])).filled(weight(a2))
    }
    t.show("a2") { a2 }
    try t.run("init.Constant(np.ones((2,3))*2)(D, a2)") {
      a2 = try Constant(ones([2, 3]).mapped { $0 * 2 }).filled(weight(a2))
    }
    t.show("a2") { a2 }
    t.skip("init.Constant('x')(D, a2)", .types)
  }

  func choices() throws {
    try t.run("init.Mixed(['bias','.*'],[init.Zero(), init.One()])(D, a2)") {
      let mixed = try Mixed([.init("bias", Zero()), .init(".*", One())])
      a2 = try filled(mixed.callAsFunction, weight(a2))
    }
    t.show("a2") { a2 }
    let m = try t.run("m=init.Mixed(['bias','.*weight'],[init.Zero(), init.One()])") {
      try Mixed([.init("bias", Zero()), .init(".*weight", One())])
    }
    t.fails("m(init.InitDesc('a_bias'), a2)") {
      a2 = try filled(m.callAsFunction, weight(a2, "a_bias"))
    }
    t.fails("m(init.InitDesc('bias_x'), a2)") {
      a2 = try filled(m.callAsFunction, weight(a2, "bias_x"))
    }
    t.fails("m(init.InitDesc('zzz'), a2)") { a2 = try filled(m.callAsFunction, weight(a2, "zzz")) }
    t.skip("init.Mixed(['a'],[])", .types)
  }

  func loading() throws {
    let load = try t.run("L=init.Load({'arg:a_weight':nd.ones((2,3))*5, 'aux:z':nd.ones((1,))})") {
      Load(["arg:a_weight": ones([2, 3]).mapped { $0 * 5 }, "aux:z": ones([1])])
    }
    try t.run("L(D, a2)") { a2 = try filled(load.callAsFunction, weight(a2)) }
    t.show("a2") { a2 }
    t.fails("L(init.InitDesc('q_weight'), a2)") {
      a2 = try filled(load.callAsFunction, weight(a2, "q_weight"))
    }
    t.fails("L(D, nd.ones((3,2)))") {
      _ = try filled(load.callAsFunction, weight(ones([3, 2])))
    }
    try t.run("init.Load({'x':nd.ones(1)}, default_init=init.One())(D, a2)") {
      a2 = try filled(Load(["x": ones([1])], default: One()).callAsFunction, weight(a2))
    }
    t.show("a2") { a2 }
  }

  func fused() throws {
    let f = try t.run("f=init.FusedRNN(init.One(), 2, 1, 'lstm')") {
      FusedRNN(One(), hiddenCount: 2, layerCount: 1, mode: .lstm)
    }
    var v = try t.run("v=nd.zeros((4*2*(3+2)+2*4*2,))") { zeros([4 * 2 * (3 + 2) + 2 * 4 * 2]) }
    try t.run("f(init.InitDesc('p_weight'), v)") { v = try f.filled(weight(v, "p_weight")) }
    t.show("v") { v }
    t.show("f.dumps()") { f.dumps }
    t.skip("s=nd.zeros((0,3))", .arrays)
    t.skip("init.Uniform()(D, s)", .follows)
  }
}
