internal import ModelEngine
internal import Tensors

/// The notebook of the lesson: the variables that its cells share, and the cells.
///
/// The text of each cell stands in `Tables/CellSource.swift`, where a test keeps it equal to the code.
final class Chapter {
  var net = Sequential(prefix: "")

  // cell: n=1
  func build() throws {
    net = Sequential()
    net.add(Dense(256, activation: .relu))
    net.add(Dense(10))
    try net.initialize()

    let x = ModelContext.current.uniform(shape: [2, 20])
    _ = try net(x)
  }

  // cell: n=2
  func parametersOfLayer() throws {
    show(net[0].params)
  }

  // cell: n=3
  func parameterByName() throws {
    show(net[0].params["dense0_weight"], net[0].weight)
  }

  // cell: n=4
  func data() throws {
    show(try net[0].weight.data())
  }

  // cell: n=5
  func gradient() throws {
    show(try net[0].weight.grad())
  }

  // cell: n=6
  func bias() throws {
    show(try net[1].bias.data())
  }

  // cell: n=11
  func allParameters() throws {
    show(try net.collectParams())
  }

  // cell: n=7
  func normal() throws {
    try net.initialize(init: Normal(0.01), forceReinit: true)
    show(try net[0].weight.data()[0])
  }

  // cell: n=8
  func xavierOnOneParameter() throws {
    try net[0].weight.initialize(Xavier(), forceReinit: true)
    show(try net[0].weight.data()[0])
  }

  // cell: n=9
  func ownInitializer() throws {
    struct MyInit: Initializer {
      func fill(
        _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
      ) {
        print("Init", target.name, target.shape.pythonDescription)
        values = stream.uniform(low: -10, high: 10, count: values.count)
          .map { $0 * (abs($0) >= 5 ? 1 : 0) }
      }
    }

    try net.initialize(MyInit(), forceReinit: true)
    show(try net[0].weight.data()[0])
  }

  // cell: n=10
  func setData() throws {
    try net[0].weight.setData(net[0].weight.data() + 1)
    show(try net[0].weight.data()[0])
  }

  // cell: share
  func share() throws {
    net = Sequential()
    let shared = Dense(8, activation: .relu)
    net.add(
      Dense(8, activation: .relu),
      shared,
      try Dense(8, activation: .relu, params: shared.params),
      Dense(10))
    try net.initialize()

    let x = ModelContext.current.uniform(shape: [2, 20])
    _ = try net(x)

    show(try net[1].weight.data()[0] .== net[2].weight.data()[0])
  }

  // cell: exercise 1
  func initializers() throws {
    for entry in InitializerCatalog.standard.entries {
      guard let initializer = entry.withDefaults else { continue }
      print(initializer, "-", entry.summary)
    }
  }

  // cell: exercise 2
  func beforeFirstForward() throws {
    net = Sequential()
    net.add(Dense(4))
    try net.initialize()
    show(try net[0].bias.data())
    do {
      show(try net[0].weight.data())
    } catch {
      print(error)
    }
    _ = try net(ModelContext.current.uniform(shape: [1, 3]))
    show(try net[0].weight.data())
  }

  // cell: exercise 3
  func trainSharedLayer() throws {
    net = Sequential()
    let shared = Dense(8, activation: .relu)
    net.add(
      Dense(8, activation: .relu),
      shared,
      try Dense(8, activation: .relu, params: shared.params),
      Dense(2))
    try net.initialize(Xavier())

    let x = ModelContext.current.uniform(low: -1, shape: [64, 20])
    let classes = (0..<64).map { x[$0].floats.reduce(0, +) > 0 ? Float(1) : Float(0) }
    let label = Tensor(classes, shape: [64])
    let lossFunction = SoftmaxCrossEntropyLoss()
    _ = try net(x)
    let trainer = try Trainer(net.collectParams(), "sgd(learning_rate: 0.5)")

    for step in 1...40 {
      let loss = try Autograd.record { try lossFunction(net(Variable(x)), label) }
      try loss.backward()
      try trainer.step(64)
      if step % 10 == 0 { print("step", step, "loss", mean(loss.value)) }
    }

    for parameter in try net.collectParams() {
      print(parameter.name, norm(try parameter.data()), "gradient", norm(try parameter.grad()))
      for use in parameter.gradientUses where parameter.gradientUses.count > 1 {
        print("  as layer", use.place.path, "gradient", norm(use.gradient))
      }
    }
  }
}
