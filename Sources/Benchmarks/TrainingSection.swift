import ModelEngine
import Tensors

/// A training step and a forward pass of 784-256-10 at batch 256, beside MXNet and PyTorch.
struct TrainingSection {
  let contest: Contest
  let pythons: Pythons
  private let batch = 256
  private let inputs = 784
  private let hidden = 256
  private let classes = 10
  /// How many steps or passes one run has.
  private let stepCount = 50

  /// Runs and prints the section: this program on the cores that oneDNN takes, peers on one and on all.
  @MainActor
  func run() async throws {
    Report.heading(
      "training: \(inputs)-\(hidden)-\(classes), relu, batch \(batch), SGD, softmax cross entropy; "
        + "images a second (best, median of \(contest.runCount))")
    let network = try network()
    for work in Work.allCases {
      var contestants = [
        Contest.Contestant(name: "paramscope") {
          try await Contest.time { for _ in 0..<stepCount { try run(work, network) } }
        }
      ]
      for threadCount in Set([1, Environment.coreCount]).sorted() {
        contestants += [mxnet(work, threadCount), pytorch(work, threadCount)].compactMap(\.self)
      }
      let times = try await contest.run(contestants)
      Report.show(work.rawValue, times, unit: "images/s") { Double(batch * stepCount) / $0 }
      if contestants.count == 1 {
        Report.note(
          "MXNet and PyTorch are installed in none of: \(pythons.paths.joined(separator: ", "))")
      }
    }
    try reportMemory(of: network)
    Report.note(
      "paramscope used \(Environment.list("OMP_NUM_THREADS").first ?? "all") threads: OMP_NUM_THREADS"
    )
  }

  /// Says what further steps ask of the system, when all that they need has been asked for once.
  private func reportMemory(of network: Network) throws {
    let before = Environment.pageFaultCount
    for _ in 0..<(10 * stepCount) { try run(.training, network) }
    let count = Environment.pageFaultCount - before
    Report.note("\(10 * stepCount) more training steps brought in \(count) pages of memory")
  }

  /// What is measured.
  private enum Work: String, CaseIterable {
    case training = "training step"
    case forward = "forward pass"
  }

  /// A network with what it learns.
  private struct Network {
    let block: Sequential
    let trainer: Trainer
    let x: Tensor
    let label: Tensor
    let loss = SoftmaxCrossEntropyLoss()
  }

  private func network() throws -> Network {
    let context = ModelContext(seed: 1)
    return try ModelContext.$current.withValue(context) {
      let net = Sequential()
      net.add(Dense(hidden, activation: .relu), Dense(classes))
      try net.initialize(Xavier())
      let x = context.normal(shape: [batch, inputs])
      _ = try net(x)
      let label = Tensor((0..<batch).map { Float($0 % classes) }, shape: [batch])
      return Network(
        block: net, trainer: try Trainer(net.collectParams(), SGD(learningRate: 0.1)), x: x,
        label: label)
    }
  }

  private func run(_ work: Work, _ network: Network) throws {
    switch work {
    case .forward: _ = try network.block(network.x)
    case .training:
      let loss = try Autograd.record {
        try network.loss(network.block(Variable(network.x)), network.label)
      }
      try loss.backward()
      try network.trainer.step(batch)
    }
  }

  private func mxnet(_ work: Work, _ threadCount: Int) -> Contest.Contestant? {
    let step =
      work == .forward
      ? "    y = net(x)"
      : """
          with mxnet.autograd.record():
              y = loss(net(x), label)
          y.backward()
          trainer.step(\(batch))
      """
    let peer = pythons.peer(
      "mxnet",
      setup: """
        from mxnet import nd, gluon
        net = gluon.nn.HybridSequential()
        net.add(gluon.nn.Dense(\(hidden), activation="relu"), gluon.nn.Dense(\(classes)))
        net.initialize(mxnet.init.Xavier())
        net.hybridize(static_alloc=True, static_shape=True)
        x = nd.random.normal(shape=(\(batch), \(inputs)))
        label = nd.arange(\(batch)) % \(classes)
        net(x).wait_to_read()
        loss = gluon.loss.SoftmaxCrossEntropyLoss()
        trainer = gluon.Trainer(net.collect_params(), "sgd", {"learning_rate": 0.1})
        """,
      body: "for _ in range(\(stepCount)):\n\(step)\nnd.waitall()", threadCount: threadCount)
    return peer.map { peer in .init(name: "MXNet, \(threadCount) threads") { peer.time() } }
  }

  private func pytorch(_ work: Work, _ threadCount: Int) -> Contest.Contestant? {
    let step =
      work == .forward
      ? "    with torch.no_grad(): y = net(x)"
      : """
          optimizer.zero_grad()
          y = loss(net(x), label)
          y.backward()
          optimizer.step()
      """
    let peer = pythons.peer(
      "torch",
      setup: """
        torch.set_num_threads(\(threadCount))
        nn = torch.nn
        net = nn.Sequential(nn.Linear(\(inputs), \(hidden)), nn.ReLU(), nn.Linear(\(hidden), \(classes)))
        x = torch.randn(\(batch), \(inputs))
        label = torch.arange(\(batch)) % \(classes)
        loss = nn.CrossEntropyLoss()
        optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
        """,
      body: "for _ in range(\(stepCount)):\n\(step)", threadCount: threadCount)
    return peer.map { peer in .init(name: "PyTorch, \(threadCount) threads") { peer.time() } }
  }
}
