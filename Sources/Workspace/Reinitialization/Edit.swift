internal import ModelEngine
internal import Tensors

/// One change of the model, with both its ends.
struct Edit {
  /// The versions of each changed parameter.
  var changes: [(parameter: Int, before: ParameterVersion, after: ParameterVersion)]
  /// The stream before and after.
  var streams: (before: RandomStream, after: RandomStream)
  /// What was done.
  var summary: ChangeSummary
  /// The parameter of each use before and after, where that is what changed.
  var sharing: (before: [Int], after: [Int])?
  /// Where training stood before and after, where a step is what was done.
  var training: TrainingEnds?
}

/// Several changes in a row, as one with both its ends.
struct EditWalk {
  /// All of them together.
  private(set) var whole: Edit?

  /// Adds the change that was undone or redone next.
  mutating func add(_ edit: Edit, isUndo: Bool) {
    guard var whole else {
      self.whole = edit
      return
    }
    for change in edit.changes {
      if let index = whole.changes.firstIndex(where: { $0.parameter == change.parameter }) {
        if isUndo {
          whole.changes[index].before = change.before
        } else {
          whole.changes[index].after = change.after
        }
      } else {
        whole.changes.append(change)
      }
    }
    whole.summary = edit.summary
    self.whole = whole
  }
}
