import ArgumentParser
import Tensors
import Words
import Workspace

/// Trains a network and shows what became of its weights, gradients and shared parameters.
struct TrainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train a network; show weights, gradients and the share of each use.",
    discussion: """
      Without --data a task is made up from the seed: inputs are uniform in [-1, 1), or words where \
      the network starts with an embedding, and a random teacher says what is right: the class with \
      the largest of its sums (softmax-ce), or the sums themselves (l2). --data FILE.npz holds the \
      arrays x (samples first) and y (numbers of classes, or values in the shape of the output).

      Optimizers, with MXNet's names and defaults: sgd(learning_rate, momentum), nag, adam, rmsprop, \
      adagrad; each takes wd, clip_gradient and rescale_grad too.

      The share of a use of a shared parameter is the projection of its gradient on the sum of all \
      uses: shares add to 1. A run that diverges goes on, and shows nan (null in JSON).
      """)

  @OptionGroup var options: ModelOptions

  @Option(help: "The optimizer: adam, 'sgd(learning_rate: 0.1, momentum: 0.9)'.")
  var optimizer = TrainingPlan().optimizer

  @Option(
    help: "What is made small: softmax-ce or l2 (default: what suits the targets).",
    transform: Self.loss(named:))
  var loss: TrainingLoss?

  @Option(help: "The number of samples in a step.")
  var batch = 64

  @Option(help: "The number of steps (default: 100).")
  var steps: Int?

  @Option(help: "How often all samples are gone through, in place of --steps.")
  var epochs: Int?

  @Option(help: "A file with the arrays x and y, in place of a made-up task.")
  var data: String?

  @Option(
    help: "Save the trained network: .params, .npz or anything else for safetensors.")
  var save: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  func validate() throws {
    if steps != nil, epochs != nil {
      throw ValidationError("--steps and --epochs exclude each other")
    }
    let limit = TrainingPlan.maximumStepCount
    for (name, value) in [("--steps", steps), ("--epochs", epochs), ("--batch", batch)] {
      if let value, !(1...limit).contains(value) {
        throw ValidationError("\(name) must be from 1 to \(limit), found \(value)")
      }
    }
  }

  @MainActor
  func run() async throws {
    let report = try await perform()
    try StandardOutput.write(json ? report.json.text : report.text(in: options.language))
  }

  /// Trains and, if asked to, saves.
  @MainActor
  func perform() async throws -> TrainingReport {
    let samples = try data.map { try TrainingData(reading: $0) }
    let model = try options.open()
    if let save { try model.checkOutput(save) }
    var plan = TrainingPlan(optimizer: optimizer, loss: loss, batchSize: batch, data: samples)
    plan.seed = options.build.streamSeed ?? 0
    var report = TrainingReport(model: model, plan: plan, dataPath: data)
    let goal = { [steps, epochs] (samples: Int) in
      epochs.map { plan.stepCount(epochs: $0, samples: samples) } ?? steps ?? 100
    }
    var bar = ProgressBar("training", in: options.language)
    defer { bar.finish() }
    try await report.train(model, goal: goal, show: { bar.show($0) })
    if let save { report.saved = try await model.saveWithProgress(to: save, in: options.language) }
    return report
  }

  /// The loss of a name.
  private static func loss(named name: String) throws -> TrainingLoss {
    guard let loss = TrainingLoss(rawValue: name) else {
      let possible = TrainingLoss.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("'\(name)' is no loss; possible: \(possible)")
    }
    return loss
  }
}
