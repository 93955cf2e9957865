import TerminalUI
import Workspace

@testable import Inspector

extension MonkeySession {
  /// What is out of order, if anything; the characters of the frame are looked at if wanted.
  func problem(inFrame looksAtFrame: Bool) async -> String? {
    if let problem = problemOfTree() ?? problemOfTable() ?? problemOfHistory() { return problem }
    return await Self.problemOfFrame(state, looksAtFrame)
  }

  private func problemOfTree() -> String? {
    let visible = state.visibleNodes
    guard let row = visible.firstIndex(of: state.tree.selection) else {
      return "the selected node is hidden"
    }
    if state.tree.scroll < 0 || state.tree.scroll > max(0, visible.count - 1) {
      return "the tree is scrolled to \(state.tree.scroll)"
    }
    let rowCount = state.layout.treeRowCount
    let isInSight = (state.tree.scroll..<(state.tree.scroll + rowCount)).contains(row)
    return rowCount > 0 && !isInSight ? "the selected node is out of sight" : nil
  }

  private func problemOfTable() -> String? {
    let useCount = state.selectedUses.count
    if state.table.selection < 0 || state.table.selection > max(0, useCount - 1) {
      return "row \(state.table.selection) of \(useCount) is selected"
    }
    let rowCount = state.layout.tableRowCount
    let shown = state.table.scroll..<(state.table.scroll + max(1, rowCount))
    let isInSight = shown.contains(state.table.selection)
    return rowCount > 0 && !isInSight ? "the selected row is out of sight" : nil
  }

  /// Once all messages have arrived the screen knows of the model what there is to know.
  private func problemOfHistory() -> String? {
    guard late.isEmpty, state.work.reload == nil else { return nil }
    if state.outline != model.outline { return "the screen shows another model" }
    if state.history.undoCount != model.undoCount {
      return "\(state.history.undoCount) changes of \(model.undoCount) can be undone"
    }
    return state.history.edits == model.edits ? nil : "the list of changes is another"
  }

  /// Drawn off the main actor: that takes most of the time.
  @concurrent
  private static func problemOfFrame(
    _ state: InspectorState, _ looksAtCharacters: Bool
  ) async -> String? {
    let frame = render(state)
    guard looksAtCharacters else { return nil }
    if frame.size != state.size { return "the frame has \(frame.size)" }
    if let cursor = frame.cursor, !state.size.bounds.contains(cursor) {
      return "the cursor is at \(cursor)"
    }
    var widths: [Character: Int] = [:]
    for (row, line) in frame.lines.enumerated() {
      var width = 0
      for character in line {
        if widths[character] == nil {
          if !isHarmless(character) { return "row \(row) has a control character" }
          widths[character] = CharacterWidth.of(character)
        }
        width += widths[character] ?? 0
      }
      if width > state.size.columns { return "row \(row) is too wide" }
    }
    return nil
  }

  private nonisolated static func isHarmless(_ character: Character) -> Bool {
    character.unicodeScalars.allSatisfy { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: false
      default: true
      }
    }
  }
}
