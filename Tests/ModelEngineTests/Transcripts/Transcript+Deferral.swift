import ModelEngine
import Tensors
import Testing

extension Transcript {
  /// Before initialize().
  static func deferBeforeInit(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    try t.run("net.add(nn.Dense(4, activation='relu'), nn.Dense(2))") {
      net.add(Dense(4, activation: .relu), Dense(2))
    }
    t.fails("net[0].weight.data()") { _ = try net[0].weight.data() }
    t.fails("net[0].weight.grad()") { _ = try net[0].weight.grad() }
    t.fails("net[0].weight.list_data()") { _ = try net[0].weight.data() }
    t.fails("net[0].weight.list_grad()") { _ = try net[0].weight.grad() }
    t.fails("net[0].weight.list_ctx()") { _ = try net[0].weight.devices() }
    t.fails("net[0].bias.data()") { _ = try net[0].bias.data() }
    t.fails("net(nd.ones((2,3)))") { _ = try net(ones([2, 3])) }
    t.fails("net[0].weight.set_data(nd.ones((4,3)))") { try net[0].weight.setData(ones([4, 3])) }
    t.show("net[0].weight.shape") { net[0].weight.shape }
    try t.run("net[0].weight.zero_grad()") { net[0].weight.zeroGrad() }
    try t.run("net.collect_params().zero_grad()") { try net.collectParams().zeroGrad() }
    t.fails("net.collect_params().list_ctx()") { _ = try net.collectParams().devices() }
  }

  /// Between initialize() and the first forward (exercise 2).
  static func deferBetween(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    try t.run("net.add(nn.Dense(4, activation='relu'), nn.Dense(2))") {
      net.add(Dense(4, activation: .relu), Dense(2))
    }
    try t.run("net.initialize()") { try net.initialize() }
    t.show("net[0].weight") { net[0].weight }
    t.show("net[0].weight.shape") { net[0].weight.shape }
    t.fails("net[0].weight.data()") { _ = try net[0].weight.data() }
    t.fails("net[0].weight.grad()") { _ = try net[0].weight.grad() }
    t.fails("net[0].weight.list_data()") { _ = try net[0].weight.data() }
    t.fails("net[0].weight.list_grad()") { _ = try net[0].weight.grad() }
    t.show("net[0].weight.list_ctx()") { try net[0].weight.devices().map { Raw("\($0)") } }
    t.show("net[0].bias") { net[0].bias }
    t.show("net[0].bias.data()") { try net[0].bias.data() }
    t.show("net[0].bias.grad()") { try net[0].bias.grad() }
    t.show("net[1].weight") { net[1].weight }
    try t.run("net[0].weight.zero_grad()") { net[0].weight.zeroGrad() }
    t.show("net.collect_params()") { try net.collectParams() }
    t.fails("net.save_parameters('x.params')") { _ = try net.namedTensors() }
    let tr = try t.run("tr=gluon.Trainer(net.collect_params(), 'sgd', {'learning_rate':.1})") {
      try Trainer(net.collectParams(), SGD(learningRate: 0.1))
    }
    t.fails("tr.step(1)") { try tr.step(1) }
    try t.run("y=net(nd.ones((2,3)))") { _ = try net(ones([2, 3])) }
    t.show("net.collect_params()") { try net.collectParams() }
    t.show("net[0].weight.data().shape, net[1].weight.data().shape") {
      try tuple(net[0].weight.data().shape, net[1].weight.data().shape)
    }
    t.show("net[0].weight.grad()") { try net[0].weight.grad() }
  }

  /// In_units given: no deferral.
  static func deferInUnits(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    try t.run("net.add(nn.Dense(2, in_units=3), nn.Dense(1, in_units=2))") {
      net.add(Dense(2, inUnits: 3), Dense(1, inUnits: 2))
    }
    try t.run("net.initialize()") { try net.initialize() }
    t.show("net[0].weight.data()") { try net[0].weight.data() }
    t.show("net[1].weight.data()") { try net[1].weight.data() }
    t.show("net.collect_params()") { try net.collectParams() }
  }

  /// Order in which parameters are initialised (deferred: forward order; known shapes: at initialize).
  static func deferOrder(_ t: Transcript) throws {
    t.declare(
      """
      class P(init.Initializer):
          def _init_weight(self, name, data):
              print('Init', name, data.shape); data[:] = 1
      """)
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    try t.run("net.add(nn.Dense(4, activation='relu'), nn.Dense(2, in_units=4), nn.Dense(3))") {
      net.add(Dense(4, activation: .relu), Dense(2, inUnits: 4), Dense(3))
    }
    try t.run("net.initialize(P())") { try net.initialize(Printing(t)) }
    try t.run("y=net(nd.ones((2,3)))") { _ = try net(ones([2, 3])) }
    try t.run("net.initialize(P())") { try net.initialize(Printing(t)) }
    try t.run("net.initialize(P(), force_reinit=True)") {
      try net.initialize(Printing(t), forceReinit: true)
    }
  }

  /// Hybridized net: all deferred params are finished before computing, in list_inputs order.
  static func deferHybridOrder(_ t: Transcript) throws {
    t.declare(
      """
      class P(init.Initializer):
          def _init_weight(self, name, data):
              print('Init', name, data.shape); data[:] = 1
      """)
    let net = try t.run("net=nn.HybridSequential()") { HybridSequential() }
    try t.run("net.add(nn.Dense(4, activation='relu'), nn.Dense(2), nn.Dense(3))") {
      net.add(Dense(4, activation: .relu), Dense(2), Dense(3))
    }
    try t.run("net.initialize(P())") { try net.initialize(Printing(t)) }
    try t.run("net.hybridize()") { net.hybridize() }
    try t.run("y=net(nd.ones((2,3)))") { _ = try net(ones([2, 3])) }
    t.show("net.collect_params()") { try net.collectParams() }
  }

  /// Set_data while deferred.
  static func deferSetData(_ t: Transcript) throws {
    let net = try t.run("net=nn.Dense(2)") { Dense(2) }
    try t.run("net.initialize()") { try net.initialize() }
    try t.run("net.weight.set_data(nd.array([[1,2,3],[4,5,6]]))") {
      try net.weight.setData(array([[1, 2, 3], [4, 5, 6]]))
    }
    t.show("net.weight.shape") { net.weight.shape }
    t.show("net.weight") { net.weight }
    t.fails("net.weight.data()") { _ = try net.weight.data() }
    t.show("net(nd.ones((1,3)))") { try net(ones([1, 3])) }
    t.show("net.weight.data()") { try net.weight.data() }
    let net2 = try t.run("net2=nn.Dense(2)") { Dense(2) }
    try t.run("net2.initialize()") { try net2.initialize() }
    try t.run("net2.weight.set_data(nd.ones((2,3)))") { try net2.weight.setData(ones([2, 3])) }
    t.fails("net2(nd.ones((1,4)))") { _ = try net2(ones([1, 4])) }
    let net3 = try t.run("net3=nn.Dense(2)") { Dense(2) }
    try t.run("net3.initialize()") { try net3.initialize() }
    t.fails("net3.weight.set_data(nd.ones((5,3)))") { try net3.weight.setData(ones([5, 3])) }
    try t.run("net3.bias.set_data(nd.ones((2,)))") { try net3.bias.setData(ones([2])) }
    t.show("net3.bias.data()") { try net3.bias.data() }
  }

  /// Bad input rank on the first forward.
  static func deferInferFail(_ t: Transcript) throws {
    let net = try t.run("net=nn.Dense(2)") { Dense(2) }
    try t.run("net.initialize()") { try net.initialize() }
    t.fails("net(nd.array(3))") { _ = try net(Tensor([3] as [Float], shape: [])) }
    t.show("net(nd.ones((3,)))") { try net(ones([3])) }
    t.fails("net(nd.ones((2,3,4)))") { _ = try net(ones([2, 3, 4])) }
    t.show("net.weight.shape") { net.weight.shape }
    let nf = try t.run("nf=nn.Dense(2, flatten=False)") { Dense(2, flatten: false) }
    try t.run("nf.initialize()") { try nf.initialize() }
    t.show("nf(nd.ones((2,3,4))).shape, nf.weight.shape") {
      try tuple(nf(ones([2, 3, 4])).shape, nf.weight.shape)
    }
  }

  /// Second forward with another width.
  static func deferPartialBatch(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    try t.run("net.add(nn.Dense(4, activation='relu'), nn.Dense(2))") {
      net.add(Dense(4, activation: .relu), Dense(2))
    }
    try t.run("net.initialize()") { try net.initialize() }
    try t.run("y=net(nd.ones((2,3)))") { _ = try net(ones([2, 3])) }
    t.show("net(nd.ones((5,3))).shape") { try net(ones([5, 3])).shape }
    t.fails("net(nd.ones((2,4)))") { _ = try net(ones([2, 4])) }
    t.show("net(nd.ones((2,1,3))).shape") { try net(ones([2, 1, 3])).shape }
    t.show("net(nd.ones((2,3,1,1))).shape") { try net(ones([2, 3, 1, 1])).shape }
  }

  /// Deferred shapes of other layers.
  static func layersDefer(_ t: Transcript) throws {
    let net = try t.run("net=nn.Sequential()") { Sequential() }
    try t.run(
      "net.add(nn.Conv2D(4,3,activation='relu'), nn.BatchNorm(), nn.MaxPool2D(2), nn.Flatten(), nn.Dense(3))"
    ) {
      net.add(
        Conv2D(4, kernelSize: 3, activation: .relu), BatchNorm(), MaxPool2D(2), Flatten(), Dense(3))
    }
    t.show("net.collect_params()") { try net.collectParams() }
    try t.run("net.initialize()") { try net.initialize() }
    t.fails("net[0].weight.data()") { _ = try net[0].weight.data() }
    t.fails("net[1].gamma.data()") { _ = try net[1].gamma.data() }
    t.show("net[0].bias.data()") { try net[0].bias.data() }
    let y = try t.run("y=net(nd.ones((2,3,10,10)))") { try net(shape: [2, 3, 10, 10]) }
    t.show("y.shape") { y }
    t.show("net.collect_params()") { try net.collectParams() }
    t.show("net") { net }
    t.show("net[1].running_var.data(), net[1].gamma.data(), net[1].running_var.grad_req") {
      try tuple(net[1].runningVar.data(), net[1].gamma.data(), net[1].runningVar.gradReq.rawValue)
    }
    t.fails("net[1].running_var.grad()") { _ = try net[1].runningVar.grad() }
    try t.run("net.initialize(init.One(), force_reinit=True)") {
      try net.initialize(One(), forceReinit: true)
    }
    t.show("net[1].beta.data()") { try net[1].beta.data() }
  }
}
