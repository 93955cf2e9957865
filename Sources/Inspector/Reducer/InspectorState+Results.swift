internal import Tensors
internal import Words
internal import Workspace

/// Takes in what a job reports, and drops what nobody waits for.
func reduceResult(_ state: inout InspectorState, _ action: InspectorAction) -> [InspectorEffect] {
  switch action {
  case .scanProgressed(let id, let fraction):
    state.hear(ofScan: id, .scanning(id, fraction: fraction))
  case .scanFinished(let id, let statistics): state.hear(ofScan: id, .ready(statistics))
  case .scanFailed(let id, let message): state.hear(ofScan: id, .failed(message))
  case .clock(let seconds): if state.jobs.scan != nil { state.scanning.tick(seconds) }
  case .found(let id, let matches): state.hear(ofSearch: id, matches)
  case .sorted(let id, let uses): state.adopt(uses, sortedBy: id)
  case .previewed(let id, let preview): state.showPreview(id, .success(preview))
  case .previewFailed(let id, let message):
    state.showPreview(id, .failure(DialogComplaint(text: message)))
  case .changed(let id, let change) where state.jobs.changes.contains(id):
    state.jobs.changes.removeAll { $0 == id }
    return state.adopt(change) + state.followTraining(change, id)
  case .changeFailed(let id, let message) where state.jobs.changes.contains(id):
    state.jobs.changes.removeAll { $0 == id }
    state.status = .text(message, .error)
    state.failTraining(id)
  case .waited(let id): return state.endTrainingPause(id) + state.fade(id)
  case .keyDone: return state.training.isRunning ? state.trainOnce() : []
  case .answered(let id, let answer):
    state.board.take(id, .success(answer))
    if case .gradientNorms = answer { state.rows.isStale = true }
  case .answerFailed(let id, let message):
    state.board.take(id, .failure(DetailFailure(text: message)))
  case .work(let id, let report): return state.take(id, report)
  case .file(let file): return state.take(file)
  case .changed, .changeFailed, .terminal: break
  }
  return []
}

extension InspectorState {
  /// Shows a change: every user of every changed parameter in the same frame.
  fileprivate mutating func adopt(_ change: ModelChange) -> [InspectorEffect] {
    var effects: [InspectorEffect] = board.expire().map { .cancel($0) }
    if let scan = jobs.scan {  // It may be reading what has just changed.
      effects.append(.cancel(scan.id))
      jobs.scan = nil
      figures[scan.parameter] = nil
    }
    record(change)
    if change.kind == .applied { detail.history.scrubbedFrom = nil }
    for parameter in change.changed {
      let known = outline.parameters.indices.contains(parameter)
      figures[parameter] = change.statistics[parameter].map { statistics in
        Figure(
          content: .ready(statistics.after), before: statistics.before,
          originBefore: known ? outline.parameters[parameter].origin : nil)
      }
    }
    let use = selectedUse
    // What was found in other names is elsewhere now.
    if outline.uses != change.outline.uses { (find.search, find.filter) = (nil, nil) }
    outline = change.outline
    listFiltered()
    relistTable(keeping: use)
    refindAll()
    history = HistoryState(change)
    recountScan()
    work.comparison?.forget(change.changed)
    status = scrubbingStatus() ?? .changed(change)
    return effects + light(Set(change.changed))
  }

  /// Undoes or redoes one change.
  mutating func stepThroughHistory(_ command: Command) -> [InspectorEffect] {
    let isUndo = command == .undo
    // Changes under way will have been applied by the time this one is done.
    guard !jobs.changes.isEmpty || (isUndo ? history.undoCount : history.redoCount) > 0 else {
      status = .text(isUndo ? "nothing to undo" : "nothing to redo")
      return []
    }
    let id = jobs.next()
    jobs.changes.append(id)
    return [isUndo ? .undo(id) : .redo(id)]
  }
}

extension HistoryState {
  /// The history after a change.
  init(_ change: ModelChange) {
    (undoCount, redoCount, edits) = (change.undoCount, change.redoCount, change.edits)
  }
}
