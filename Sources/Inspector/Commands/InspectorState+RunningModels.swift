internal import Tensors
internal import Words
internal import Workspace

extension InspectorState {
  /// Opens another model in place of this one, unless changes would be lost.
  mutating func runInspect(
    _ invocation: CommandInvocation
  ) throws(CommandInvocation.Complaint) -> [InspectorEffect] {
    // A change under way is one that would be lost, too.
    let isUnchanged = modifiedCount == 0 && jobs.changes.isEmpty
    guard invocation.entry.action == .inspectAnyway || isUnchanged else {
      throw CommandInvocation.Complaint(
        text: "there are unsaved changes; :w saves them, :inspect! leaves them")
    }
    guard work.saving == nil else {
      throw CommandInvocation.Complaint(text: "a save is under way; Esc cancels it")
    }
    var options = BuildOptions(seed: try seed(of: invocation))
    if let text = invocation.options["input"] {
      guard let shape = BuildOptions.inputShape(text) else {
        throw CommandInvocation.Complaint(text: "--input is a shape such as 2x20, not '\(text)'")
      }
      options.input = shape
    }
    status = .text("opening \(invocation.operand)")
    return ask(.inspect(invocation.operand, options), replacing: \.replacing)
  }

  /// Takes in another model in place of this one; what the user has typed and chosen stays.
  mutating func takeModel(_ report: WorkReport) -> [InspectorEffect] {
    work.replacing = nil
    switch report {
    case .inspected(let outline):
      var next = InspectorState(
        size: size, appearance: appearance, preferences: preferences, outline: outline)
      next.jobs = jobs.renewed
      next.work.keep(work)
      next.training.keepsTime = training.keepsTime
      self = next
      return start(&self)
    case .failed(let message): status = .text(message, .error)
    default: break
    }
    return []
  }

  /// Opens a second model beside this one.
  mutating func runCompare(
    _ invocation: CommandInvocation
  ) throws(CommandInvocation.Complaint) -> [InspectorEffect] {
    if let text = invocation.options["tolerance"] {
      guard let tolerance = Double(text), tolerance >= 0, tolerance.isFinite else {
        throw CommandInvocation.Complaint(
          text: "--tolerance is a number from 0, not '\(text)'")
      }
      work.tolerance = tolerance
      // What was compared by another measure is compared again.
      if let comparison = work.comparison {
        work.comparison = ComparisonState(outline, comparison.other)
      }
    }
    return openComparison(invocation.operand)
  }

  /// Asks for the lesson.
  mutating func runLesson(
    _ invocation: CommandInvocation
  ) throws(CommandInvocation.Complaint) -> [InspectorEffect] {
    let seed = try seed(of: invocation) ?? 0
    return ask(.lesson(seed: Int(seed), appearance.language), replacing: \.lesson)
  }
}
