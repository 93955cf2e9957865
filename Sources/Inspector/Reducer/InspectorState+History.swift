internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension InspectorState {
  /// Notes what a change made of each parameter, before the state follows it.
  mutating func record(_ change: ModelChange) {
    guard change.kind == .applied else { return }
    let position = change.undoCount
    followJoinedSteps(change)
    for parameter in records.keys { records[parameter]?.removeEntries(from: position) }
    guard change.summary.sharing == nil else { return }
    for parameter in change.changed {
      guard let statistics = change.statistics[parameter] else { continue }
      let known =
        outline.parameters.indices.contains(parameter) ? outline.parameters[parameter] : nil
      let opened = HistoryEntry(
        kind: .opened, position: 0, origin: known?.origin,
        statistics: figures[parameter]?.statistics ?? statistics.before)
      records[parameter, default: ParameterHistory(opened: opened)].append(
        HistoryEntry(
          kind: HistoryEntry.Kind(change.edits, count: position), position: position,
          origin: change.outline.parameters[parameter].origin, statistics: statistics.after,
          distance: statistics.distance,
          loss: change.summary.step == nil ? nil : change.training?.loss))
    }
  }

  /// Notes what a file that was read anew holds of a parameter, if that is something else.
  mutating func recordReload(of parameter: Int, before: ScannedTensor) {
    guard let now = figures[parameter]?.statistics, now != before else { return }
    let opened = HistoryEntry(kind: .opened, position: 0, statistics: before)
    records[parameter, default: ParameterHistory(opened: opened)].read(
      anew: HistoryEntry(kind: .reload(work.reloadCount), position: 0, statistics: now))
  }

  /// Lets positions follow where old training steps have become one change, to save memory.
  private mutating func followJoinedSteps(_ change: ModelChange) {
    guard let newest = change.edits.last else { return }
    var expected = Array(history.edits.prefix(history.undoCount)) + [newest]
    while expected.count > change.edits.count {
      let joined = zip(expected, change.edits).enumerated().first { $0.element.0 != $0.element.1 }
      guard let index = joined?.offset else { return }
      expected.remove(at: index)
      for parameter in records.keys { records[parameter]?.join(at: index + 1) }
    }
  }

  /// The history of a parameter; of one that never changed, only the present.
  func history(of parameter: Int) -> ParameterHistory {
    records[parameter]
      ?? ParameterHistory(
        opened: HistoryEntry(
          kind: .opened, position: 0, origin: outline.parameters[parameter].origin,
          statistics: figures[parameter]?.statistics))
  }

  /// Does what a key of the history asks for.
  mutating func perform(_ command: HistoryCommand) -> [InspectorEffect] {
    switch command {
    case .earlier: return scrub(by: -1)
    case .later: return scrub(by: 1)
    case .oneScale: detail.history.hasOneScale.toggle()
    case .restore: keepScrubbed()
    }
    return []
  }

  /// Goes to the state of the selected parameter before or after the present one.
  ///
  /// The whole model goes there; what was the present stays to be gone back to.
  private mutating func scrub(by step: Int) -> [InspectorEffect] {
    guard let parameter = selectedParameter, jobs.changes.isEmpty else { return [] }
    let history = history(of: parameter)
    let target = history.index(at: self.history.undoCount) + step
    guard history.entries.indices.contains(target) else {
      status = .text(step < 0 ? "this is the state that was opened" : "this is the last state")
      return []
    }
    let from = detail.history.scrubbedFrom ?? self.history.undoCount
    let position = history.entries[target].position
    guard position != history.entries[target - step].position else {
      status = .text("the file holds this no more; only its numbers are known", .look)
      return []
    }
    detail.history.scrubbedFrom = position == from ? nil : from
    return go(to: position)
  }

  private mutating func go(to position: Int) -> [InspectorEffect] {
    let id = jobs.next()
    jobs.changes.append(id)
    return [.goTo(id, undoCount: position)]
  }

  mutating func keepScrubbed() {
    guard detail.history.scrubbedFrom != nil else { return }
    detail.history.scrubbedFrom = nil
    let said: Phrase = "\(presentName) is the present now; Ctrl-R goes on"
    status = .text(said, .done)
  }

  /// Goes back to where going back and forth began.
  ///
  /// - Returns: Nil if nobody goes back and forth.
  mutating func leaveScrubbing() -> [InspectorEffect]? {
    guard let from = detail.history.scrubbedFrom, jobs.changes.isEmpty else { return nil }
    detail.history.scrubbedFrom = nil
    return from == history.undoCount ? [] : go(to: from)
  }

  /// What is said while the screen shows another state than the present.
  func scrubbingStatus() -> Status? {
    guard let from = detail.history.scrubbedFrom, from != history.undoCount else { return nil }
    let said: Phrase =
      "\(presentName). [ ] go back and forth, Enter makes it the present, Esc returns"
    return .text(said)
  }

  /// `opened`, `edit 3`, `step 75`: the state that the model is in.
  var presentName: Phrase { HistoryEntry.Kind(history.edits, count: history.undoCount).name }
}
