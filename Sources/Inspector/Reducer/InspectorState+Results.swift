internal import Tensors
internal import Words
internal import Workspace

/// Takes in what a job reports, and drops what nobody waits for.
func reduceResult(_ state: inout InspectorState, _ action: InspectorAction) -> [InspectorEffect] {
  switch action {
  case .scanProgressed(let id, let fraction):
    state.finishScan(id, .scanning(id, fraction: fraction), isLast: false)
  case .scanFinished(let id, let statistics): state.finishScan(id, .ready(statistics))
  case .scanFailed(let id, let message): state.finishScan(id, .failed(message))
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
  case .waited(let id): return state.endTrainingPause(id)
  case .keyDone: return state.training.isRunning ? state.trainOnce() : []
  case .answered(let id, let answer): state.board.take(id, .success(answer))
  case .answerFailed(let id, let message):
    state.board.take(id, .failure(DetailFailure(text: message)))
  case .work(let id, let report): return state.take(id, report)
  case .file(let file): return state.take(file)
  case .changed, .changeFailed, .terminal: break
  }
  return []
}

extension InspectorState {
  fileprivate mutating func finishScan(
    _ id: JobID, _ content: Figure.Content, isLast: Bool = true
  ) {
    guard let scan = jobs.scan, scan.id == id else { return }
    if isLast { jobs.scan = nil }
    figures[scan.parameter, default: Figure(content: content)].content = content
    guard isLast, let before = work.figuresBefore.removeValue(forKey: scan.parameter) else {
      return
    }
    figures[scan.parameter]?.before = before
  }

  /// Asks for the statistics that the screen needs next: the selected row's, then those below.
  mutating func startNextScan() -> [InspectorEffect] {
    guard jobs.scan == nil, !isFinished, let parameter = nextParameterToScan else { return [] }
    let id = jobs.next()
    jobs.scan = (id, parameter)
    let content = Figure.Content.scanning(id, fraction: 0)
    figures[parameter, default: Figure(content: content)].content = content
    return [.scan(id, parameter: parameter)]
  }

  private var nextParameterToScan: Int? {
    let inSight = rows.table.dropFirst(table.scroll).prefix(max(1, layout.tableRowCount))
    let wanted = [selectedUse].compactMap { $0 } + inSight + usesDrawnInTree
    return wanted.lazy.map { outline.uses[$0].parameter }.first {
      figures[$0] == nil && outline.parameters[$0].state == .ready
    }
  }

  /// The uses whose values stand beside the layers, which is where only one pane fits.
  private var usesDrawnInTree: [Int] {
    guard layout.isSinglePane, focus == .tree else { return [] }
    return visibleNodes.dropFirst(tree.scroll).prefix(layout.treeRowCount)
      .compactMap { outline.nodes[$0].ownUses.first }
  }

  /// Shows a change: every user of every changed parameter in the same frame.
  fileprivate mutating func adopt(_ change: ModelChange) -> [InspectorEffect] {
    var effects: [InspectorEffect] = board.expire().map { .cancel($0) }
    if let scan = jobs.scan {  // It may be reading what has just changed.
      effects.append(.cancel(scan.id))
      jobs.scan = nil
      figures[scan.parameter] = nil
    }
    for parameter in change.changed {
      figures[parameter] = change.statistics[parameter].map { statistics in
        Figure(
          content: .ready(statistics.after), before: statistics.before,
          originBefore: outline.parameters.indices.contains(parameter)
            ? outline.parameters[parameter].origin : nil)
      }
    }
    outline = change.outline
    history = HistoryState(change)
    lit = Set(change.changed)
    work.comparison?.forget(change.changed)
    status = .changed(change)
    return effects
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
