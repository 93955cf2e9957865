import ModelEngine
import Tensors

/// A block that calls its only layer twice.
private final class T: Block {
  @Registered var d: Dense

  init() {
    super.init()
    d = Dense(2, useBias: false, inUnits: 2)
  }

  override func forward(_ input: Variable) throws(BlockError) -> Variable { try d(d(input)) }
}

extension Transcript {
  /// Backward outside record.
  static func gradNoRecord(_ t: Transcript) throws {
    let net = try t.run("net=nn.Dense(1, in_units=2)") { Dense(1, inUnits: 2) }
    try t.run("net.initialize()") { try net.initialize() }
    let l = try t.run("l=net(nd.ones((1,2)))") { try net(Variable(ones([1, 2]))) }
    t.fails("l.backward()") { try l.backward() }
  }

  /// Backward twice / retain_graph.
  static func gradTwice(_ t: Transcript) throws {
    let w = try t.run("w=nd.array([2.])") { Variable(array([2])) }
    try t.run("w.attach_grad()") { w.attachGrad() }
    let y = try t.run("with autograd.record():\n    y=w*w") { try Autograd.record { try w * w } }
    try t.run("y.backward(retain_graph=True)") { try y.backward(retainGraph: true) }
    t.show("w.grad") { w.grad }
    try t.run("y.backward()") { try y.backward() }
    t.show("w.grad") { w.grad }
    t.fails("y.backward()") { try y.backward() }
  }

  /// Backward of a non-scalar loss = head grads of ones (sum).
  static func gradNonscalar(_ t: Transcript) throws {
    let net = try t.run("net=nn.Dense(2, in_units=2, use_bias=False)") {
      Dense(2, useBias: false, inUnits: 2)
    }
    try t.run("net.initialize(init.One())") { try net.initialize(One()) }
    let x = Variable(array([[1, 2], [3, 4]]))
    var l = try t.run("with autograd.record():\n    l=net(nd.array([[1,2],[3,4]]))") {
      try Autograd.record { try net(x) }
    }
    t.show("l") { l.value }
    try t.run("l.backward()") { try l.backward() }
    t.show("net.weight.grad()") { try net.weight.grad() }
    l = try t.run("with autograd.record():\n    l=net(nd.array([[1,2],[3,4]]))") {
      try Autograd.record { try net(x) }
    }
    try t.run("l.backward(nd.array([[1,0],[0,2]]))") {
      try l.backward(headGradient: array([[1, 0], [0, 2]]))
    }
    t.show("net.weight.grad()") { try net.weight.grad() }
    func modes() -> String {
      Autograd.isRecording.python + " " + Autograd.isTraining.python
    }
    t.show("autograd.is_recording(), autograd.is_training()") {
      tuple(Autograd.isRecording, Autograd.isTraining)
    }
    try t.run(
      "with autograd.record(train_mode=False): print(autograd.is_recording(), autograd.is_training())"
    ) { Autograd.record(trainMode: false) { t.print(modes()) } }
    try t.run(
      "with autograd.train_mode(): print(autograd.is_recording(), autograd.is_training())"
    ) { Autograd.trainMode { t.print(modes()) } }
    try t.run(
      """
      with autograd.record():
          with autograd.pause(): print(autograd.is_recording(), autograd.is_training())
      """
    ) { Autograd.record { Autograd.pause { t.print(modes()) } } }
  }

  /// In-place ops while recording.
  static func gradInplace(_ t: Transcript) throws {
    let w = try t.run("w=nd.array([2.])") { Variable(array([2])) }
    try t.run("w.attach_grad()") { w.attachGrad() }
    t.fails("with autograd.record():\n    y=w*w\n    y+=1") {
      try Autograd.record {
        let y = try w * w
        try y.assign((y + 1).value)
      }
    }
    let w2 = try t.run("w2=nd.array([1.,2.])") { Variable(array([1, 2])) }
    try t.run("w2.attach_grad()") { w2.attachGrad() }
    t.fails("with autograd.record():\n    w2[:]=3") {
      try Autograd.record { try w2.assign(array([3, 3])) }
    }
  }

  /// Gradients accumulate in the shared parameter within one backward (even with grad_req write).
  static func shareGrad(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    let s = try t.run("s=nn.Dense(1, in_units=1, use_bias=False)") {
      Dense(1, useBias: false, inUnits: 1)
    }
    try t.run("net.add(s, nn.Dense(1, in_units=1, use_bias=False, params=s.params))") {
      try net.add(s, Dense(1, useBias: false, inUnits: 1, params: s.params))
    }
    try t.run("net.initialize(init.Constant(3))") { try net.initialize(Constant(3)) }
    for round in 1...2 {
      let y = try t.run("with autograd.record():\n    y=net(nd.array([[2.]]))") {
        try Autograd.record { try net(Variable(array([[2]]))) }
      }
      if round == 1 { t.show("y") { y.value } }
      try t.run("y.backward()") { try y.backward() }
      t.show("s.weight.grad()") { try s.weight.grad() }
    }
    t.skip("s.params.grad()", .types)
  }

  /// Parameters not used in the graph keep their old gradient buffer.
  static func gradUnused(_ t: Transcript) throws {
    let layer = { Dense(1, useBias: false, inUnits: 1) }
    let a = try t.run("a=nn.Dense(1, in_units=1, use_bias=False)", layer)
    let b = try t.run("b=nn.Dense(1, in_units=1, use_bias=False)", layer)
    try t.run("a.initialize(init.One())") { try a.initialize(One()) }
    try t.run("b.initialize(init.One())") { try b.initialize(One()) }
    let x = Variable(ones([1, 1]))
    var l = try t.run("with autograd.record():\n    l=a(nd.ones((1,1)))+b(nd.ones((1,1)))") {
      try Autograd.record { try a(x) + b(x) }
    }
    try t.run("l.backward()") { try l.backward() }
    l = try t.run("with autograd.record():\n    l=3*a(nd.ones((1,1)))") {
      try Autograd.record { try 3 * a(x) }
    }
    try t.run("l.backward()") { try l.backward() }
    t.show("a.weight.grad(), b.weight.grad()") {
      tuple(try a.weight.grad(), try b.weight.grad())
    }
  }

  /// Shared layer with grad_req add over two backwards.
  static func gradSharedAdd(_ t: Transcript) throws {
    let s = try t.run("s=nn.Dense(1, in_units=1, use_bias=False)") {
      Dense(1, useBias: false, inUnits: 1)
    }
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    try t.run("net.add(s, nn.Dense(1, in_units=1, use_bias=False, params=s.params))") {
      try net.add(s, Dense(1, useBias: false, inUnits: 1, params: s.params))
    }
    try t.run("net.initialize(init.Constant(3))") { try net.initialize(Constant(3)) }
    try t.run("s.weight.grad_req='add'") { s.weight.gradReq = .add }
    try t.run(
      """
      for _ in range(2):
          with autograd.record():
              y=net(nd.array([[2.]]))
          y.backward()
      """
    ) {
      for _ in 0..<2 {
        try Autograd.record { try net(Variable(array([[2]]))) }.backward()
      }
    }
    t.show("s.weight.grad()") { try s.weight.grad() }
    t.show("net[1].weight.grad_req") { net[1].weight.gradReq.rawValue }
  }

  /// Calling one block twice in forward == sharing.
  static func gradSameBlockTwice(_ t: Transcript) throws {
    t.declare(
      """
      class T(gluon.Block):
          def __init__(self, **kw):
              super().__init__(**kw)
              self.d=nn.Dense(2, in_units=2, use_bias=False)
          def forward(self, x): return self.d(self.d(x))
      """)
    let block = try t.run("t=T()") { T() }
    try t.run("t.initialize(init.Constant(2))") { try block.initialize(Constant(2)) }
    let y = try t.run("with autograd.record():\n    y=t(nd.array([[1.,2.]]))") {
      try Autograd.record { try block(Variable(array([[1, 2]]))) }
    }
    t.show("y") { y.value }
    try t.run("y.backward()") { try y.backward() }
    t.show("t.d.weight.grad()") { try block.d.weight.grad() }
  }

  /// Set_data inside record.
  static func gradSetDataRecord(_ t: Transcript) throws {
    let d = try t.run("d=nn.Dense(1, in_units=1)") { Dense(1, inUnits: 1) }
    try t.run("d.initialize()") { try d.initialize() }
    t.fails("with autograd.record():\n    d.weight.set_data(nd.ones((1,1)))") {
      try Autograd.record { try d.weight.setData(ones([1, 1])) }
    }
    t.show("d.weight.data()") { try d.weight.data() }
  }

  /// Autograd.grad / attach_grad / detach / head gradient.
  static func gradFunctions(_ t: Transcript) throws {
    let x = try t.run("x=nd.array([1.,2.,3.])") { Variable(array([1, 2, 3])) }
    try t.run("x.grad") { if x.grad != nil { throw AutogradError.notInGraph } }
    try t.run("x.attach_grad()") { x.attachGrad() }
    t.show("x.grad") { x.grad }
    let y = try t.run("with autograd.record():\n    y=(x*x).detach()*x") {
      try Autograd.record { try (x * x).detach() * x }
    }
    try t.run("y.backward()") { try y.backward() }
    t.show("x.grad") { x.grad }
    var z = try t.run("with autograd.record():\n    z=x*x*x") {
      try Autograd.record { try x * x * x }
    }
    t.show("autograd.grad(z, x)") { [try Autograd.grad(of: z, withRespectTo: x)] }
    t.fails("autograd.grad([z], [x])") { _ = try Autograd.grad(of: [z], withRespectTo: [x]) }
    z = try t.run("with autograd.record():\n    z=nd.relu(nd.array([-1.,0.,1.])*x)") {
      try Autograd.record { try (Variable(array([-1, 0, 1])) * x).relu() }
    }
    try t.run("z.backward()") { try z.backward() }
    t.show("x.grad") { x.grad }
  }
}
