internal import ModelEngine
internal import Words
internal import Workspace

extension InspectorState {
  /// Trains as the options of a command say; what they leave out stays as it was.
  ///
  /// - Throws: A complaint if an option is wrong; then nothing has changed.
  mutating func runTrain(
    _ invocation: CommandInvocation
  ) throws(CommandInvocation.Complaint) -> [InspectorEffect] {
    var plan = training.plan
    let options = invocation.options
    if let text = options["optimizer"] { plan.optimizer = try Self.optimizer(text) }
    if let text = options["loss"] {
      guard let loss = TrainingLoss(rawValue: text) else {
        let known = TrainingLoss.allCases.map(\.rawValue).joined(separator: ", ")
        throw CommandInvocation.Complaint(text: "--loss is one of \(known), not '\(text)'")
      }
      plan.loss = loss
    }
    if let text = options["batch"] { plan.batchSize = try Self.positive(text, "batch") }
    if let seed = try seed(of: invocation) { plan.seed = seed }
    let length = try Self.length(options)
    guard let path = options["data"] else { return startTraining(plan, length: length) }
    work.waitingTraining = WorkState.WaitingTraining(plan: plan, length: length)
    return ask(.readSamples(path), replacing: \.samples)
  }

  /// Takes in the samples that training waits for.
  mutating func takeSamples(_ report: WorkReport) -> [InspectorEffect] {
    work.samples = nil
    guard var waiting = work.waitingTraining else { return [] }
    work.waitingTraining = nil
    switch report {
    case .samples(let data):
      waiting.plan.data = data
      return startTraining(waiting.plan, length: waiting.length)
    case .failed(let message): status = .text(message, .error)
    default: break
    }
    return []
  }

  private static func length(
    _ options: [String: String]
  ) throws(CommandInvocation.Complaint) -> TrainingState.Length? {
    switch (options["steps"], options["epochs"]) {
    case (nil, nil): return nil
    case (let steps?, nil): return .steps(try positive(steps, "steps"))
    case (nil, let epochs?): return .epochs(try positive(epochs, "epochs"))
    default:
      throw CommandInvocation.Complaint(text: "--steps and --epochs exclude each other")
    }
  }

  private static func optimizer(
    _ text: String
  ) throws(CommandInvocation.Complaint) -> String {
    do {
      _ = try OptimizerCatalog.standard.parse(text)
      return text
    } catch {
      throw CommandInvocation.Complaint(text: Phrase(of: error))
    }
  }

  private static func positive(
    _ text: String, _ option: String
  ) throws(CommandInvocation.Complaint) -> Int {
    guard let number = Int(text), (1...1_000_000).contains(number) else {
      throw CommandInvocation.Complaint(
        text: "--\(option) is a whole number from 1 to 1,000,000, not '\(text)'")
    }
    return number
  }
}
