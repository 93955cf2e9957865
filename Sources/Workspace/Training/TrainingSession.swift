internal import ModelEngine
internal import Tensors
internal import Words

/// The training of one network: what it learns from, by which rule, and how far it is.
///
/// A class, because the trainer remembers what came before. It may leave the main actor although what it
/// holds is not Sendable: only changes of the model call it, which never run at the same time, and
/// while one runs nobody else touches the network, since the model then reads snapshots from before it.
final class TrainingSession: @unchecked Sendable {
  let plan: TrainingPlan
  let network: Block
  let parameters: [Parameter]
  /// The shape of an input, batch first, where it is known.
  let input: Shape?
  let context: ModelContext
  private let trainer: Trainer
  private var task: TrainingTask?
  private(set) var progress: TrainingProgress
  /// The axes on which parameters have been shown in this run, by position; they only grow.
  var axes: [Int: DisplayAxis] = [:]

  /// What undo restores.
  struct Memory {
    let trainer: Trainer.Snapshot
    let progress: TrainingProgress
  }

  /// Prepares training.
  ///
  /// - Parameters:
  ///   - plan: How to train.
  ///   - network: The network; its parameters are initialized.
  ///   - parameters: Its parameters in the order of the outline.
  ///   - input: The shape of an input, batch first, where it is known.
  ///   - context: Where random numbers come from while training, as for dropout.
  /// - Throws: `usage` with what is wrong with the plan.
  init(
    _ plan: TrainingPlan, network: Block, parameters: [Parameter], input: Shape?,
    context: ModelContext
  ) throws(WorkspaceError) {
    guard plan.batchSize > 0 else { throw .usage("a batch of \(plan.batchSize) has no samples") }
    self.plan = plan
    self.network = network
    self.parameters = parameters
    self.input = input
    self.context = context
    do {
      trainer = try Trainer(
        network.collectParams(), OptimizerCatalog.standard.parse(plan.optimizer))
    } catch {
      throw .usage(Phrase(of: error))
    }
    let optimizer = trainer.optimizer
    progress = TrainingProgress(
      optimizer: optimizer.description,
      rule: "\(type(of: optimizer).name), lr \(NumberText.shortest(optimizer.learningRate))",
      batchSize: plan.batchSize)
  }

  /// Trains on the next batch; before the first, a made-up task draws its samples.
  ///
  /// - Throws: `usage` with why it cannot; the parameters are then as before, but for gradients.
  @concurrent
  func step() async throws(WorkspaceError) {
    if self.task == nil { self.task = try makeTask() }
    guard let task = self.task else { return }
    let batch = task.data.batch(progress.stepCount, size: plan.batchSize)
    let losses: Variable
    do {
      losses = try ModelContext.$current.withValue(context) {
        try Autograd.record { try task.loss(network(Variable(batch.inputs)), batch.targets) }
      }
      try losses.backward()
      // What no backward pass reaches, as a layer that is never called, is left alone.
      try trainer.step(plan.batchSize, ignoreStaleGrad: true)
    } catch {
      throw .usage(Phrase(verbatim: oneLine("\(error)")))
    }
    progress.stepCount += 1
    let values = losses.value.doubles
    progress.lossKind = task.kind
    progress.lossCounts = ElementCounts(values)
    progress.sampleCount = task.data.sampleCount
    progress.losses.append(values.reduce(0, +) / Double(max(1, values.count)))
    noteUses()
  }

  private func noteUses() {
    for parameter in trainer.parameters {
      let uses = parameter.gradientUses
      guard uses.count > 1, let position = parameters.firstIndex(where: { $0 === parameter }),
        let sum = try? parameter.grad().doubles
      else { continue }
      let labels = uses.map(\.place.label)
      var known = progress.uses[position] ?? []
      if known.map(\.label) != labels { known = labels.map { TrainedUse(label: $0) } }
      for (index, use) in uses.enumerated() { known[index].note(use.gradient.doubles, in: sum) }
      progress.uses[position] = known
    }
  }

  var memory: Memory { Memory(trainer: trainer.snapshot, progress: progress) }

  func restore(_ memory: Memory) {
    trainer.restore(memory.trainer)
    progress = memory.progress
  }
}

extension GradientUse.Place {
  /// The layer as the tree names it, and which call of it, from the second on.
  fileprivate var label: String {
    let name = path.isEmpty ? layer : path
    return call > 1 ? "\(name) call \(call)" : name
  }
}

extension ElementCounts {
  /// How many values there are, and of which kinds.
  fileprivate init(_ values: [Double]) {
    self.init(
      count: values.count, finite: values.count { $0.isFinite }, nan: values.count { $0.isNaN },
      positiveInfinity: values.count { $0 == .infinity },
      negativeInfinity: values.count { $0 == -.infinity }, zeros: values.count { $0 == 0 })
  }
}

extension TrainedUse {
  /// Adds what this use contributed in a step.
  fileprivate mutating func note(_ gradient: [Double], in sum: [Double]) {
    norms.append(gradient.dot(gradient).squareRoot())
    share = GradientReport.share(of: gradient, in: sum)
  }
}
