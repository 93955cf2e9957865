/// The code of each cell, as it stands in `Chapter.swift`; a test keeps the two equal.
enum CellSource {
  /// The code by cell.
  static let text: [String: String] = [
    "n=1": """
    net = Sequential()
    net.add(Dense(256, activation: .relu))
    net.add(Dense(10))
    try net.initialize()

    let x = ModelContext.current.uniform(shape: [2, 20])
    _ = try net(x)
    """,
    "n=2": """
    show(net[0].params)
    """,
    "n=3": """
    show(net[0].params["dense0_weight"], net[0].weight)
    """,
    "n=4": """
    show(try net[0].weight.data())
    """,
    "n=5": """
    show(try net[0].weight.grad())
    """,
    "n=6": """
    show(try net[1].bias.data())
    """,
    "n=11": """
    show(try net.collectParams())
    """,
    "n=7": """
    try net.initialize(init: Normal(0.01), forceReinit: true)
    show(try net[0].weight.data()[0])
    """,
    "n=8": """
    try net[0].weight.initialize(Xavier(), forceReinit: true)
    show(try net[0].weight.data()[0])
    """,
    "n=9": """
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
    """,
    "n=10": """
    try net[0].weight.setData(net[0].weight.data() + 1)
    show(try net[0].weight.data()[0])
    """,
    "share": """
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
    """,
    "exercise 1": """
    for entry in InitializerCatalog.standard.entries {
      guard let initializer = entry.withDefaults else { continue }
      print(initializer, "-", entry.summary)
    }
    """,
    "exercise 2": """
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
    """,
    "exercise 3": """
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
    """,
  ]
}
