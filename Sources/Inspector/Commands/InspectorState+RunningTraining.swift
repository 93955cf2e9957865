internal import ModelEngine
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
    let stepCount = try options["steps"].map { text throws(CommandInvocation.Complaint) in
      try Self.positive(text, "steps")
    }
    return startTraining(plan, stepCount: stepCount)
  }

  private static func optimizer(
    _ text: String
  ) throws(CommandInvocation.Complaint) -> String {
    do {
      _ = try OptimizerCatalog.standard.parse(text)
      return text
    } catch {
      throw CommandInvocation.Complaint(text: "\(error)")
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
