internal import TerminalUI
internal import Words
internal import Workspace

extension InspectorState {
  /// Opens the list of changes, at the present one.
  mutating func openEdits() -> [InspectorEffect] {
    guard !history.edits.isEmpty else {
      status = .text("nothing has been changed yet")
      return []
    }
    overlay = .doing(.edits(selection: history.undoCount))
    return []
  }

  /// Takes a key while the list of changes is open; row 0 is the model as it was opened.
  mutating func reduceEdits(_ selection: Int, _ key: Key) -> [InspectorEffect] {
    var row = selection
    switch key {
    case .character("j"), .down: row += 1
    case .character("k"), .up: row -= 1
    case .character("g"), .home: row = 0
    case .character("G"), .end: row = history.edits.count
    case .pageDown, .control("d"): row += 10
    case .pageUp, .control("u"): row -= 10
    case .enter:
      overlay = .none
      guard row != history.undoCount else { return [] }
      let id = jobs.next()
      jobs.changes.append(id)
      return [.goTo(id, undoCount: row)]
    case .escape, .character("q"), .character("U"):
      overlay = .none
      return []
    default: break
    }
    overlay = .doing(.edits(selection: max(0, min(row, history.edits.count))))
    return []
  }
}
