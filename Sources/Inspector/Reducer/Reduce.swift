internal import TerminalUI

/// Applies an action to the state and returns what the runtime must do as a result.
///
/// Pure: it reads no clock, file or terminal.
public func reduce(_ state: inout InspectorState, _ action: InspectorAction) -> [InspectorEffect] {
  var effects: [InspectorEffect]
  switch action {
  case .terminal(.key(let key)): effects = reduceKey(&state, key)
  case .terminal(.resized(let size)):
    state.size = size
    effects = []
  case .terminal(.click(let position)): effects = reduceClick(&state, position)
  case .terminal(.hangup):
    state.isFinished = true
    effects = []
  default: effects = reduceResult(&state, action)
  }
  state.keepFocusVisible()
  state.keepSelectionsVisible()
  return effects + state.startNextScan() + state.askForDetails()
}

/// The first action of every run: asks for what the first screen needs.
public func start(_ state: inout InspectorState) -> [InspectorEffect] {
  state.keepSelectionsVisible()
  return state.startNextScan() + state.askForDetails()
}

private func reduceKey(_ state: inout InspectorState, _ key: Key) -> [InspectorEffect] {
  // These three mean the same whatever floats over the panes.
  switch Binding.command(for: key, in: state.focusedPane) {
  case .suspend: return [.suspend]
  case .redraw: return [.redraw]
  case .interrupt:
    state.isFinished = true
    return []
  default: break
  }
  state.lit = []
  switch state.overlay {
  case .help(let scroll): return state.reduceHelp(key, scroll: scroll)
  case .dialog(let dialog): return state.reduceDialog(dialog, key)
  case .leaving: return state.reduceLeaving(key)
  case .doing(let doing): return state.reduceDoing(doing, key)
  case .none:
    if let effects = state.reduceComparison(key) { return effects }
    if let choice = state.detail.sharing.choice { return state.reduceTieChoice(choice, key) }
    if let slice = state.detail.values.slice {
      state.reduceSlice(slice, key)
      return []
    }
    guard let command = Binding.command(for: key, in: state.focusedPane) else { return [] }
    return state.perform(command)
  }
}

private func reduceClick(
  _ state: inout InspectorState, _ position: Position
) -> [InspectorEffect] {
  guard state.overlay == .none else { return [] }
  state.lit = []
  let layout = state.layout
  if layout.tree.contains(position), !layout.isSinglePane || state.focus == .tree {
    state.focus = .tree
    let row = state.tree.scroll + position.row - layout.tree.row
    if let node = state.visibleNodes.dropFirst(row).first { state.select(node: node) }
  } else if layout.table.contains(position), !layout.isSinglePane || state.focus == .table {
    state.focus = .table
    state.selectRow(state.table.scroll + position.row - layout.table.row - 1)
  } else if layout.companion?.contains(position) ?? false {
    state.focus = .companion
  } else if layout.detail.contains(position) {
    state.focus = .detail
  }
  return []
}

extension InspectorState {
  /// Does what a key of the main screen asks for.
  mutating func perform(_ command: Command) -> [InspectorEffect] {
    switch command {
    case .down, .up, .first, .last, .halfPageDown, .halfPageUp, .pageDown, .pageUp,
      .left, .right:
      move(command)
    case .close, .open, .enter, .unfoldAll, .foldAll, .nextUser: walk(command)
    case .nextPane: focus = neighbor(of: focus, by: 1)
    case .previousPane: focus = neighbor(of: focus, by: -1)
    case .finerBins:
      detail.histogram.refinement = min(detail.histogram.refinement + 1, 3)
    case .coarserBins:
      detail.histogram.refinement = max(detail.histogram.refinement - 1, -3)
    case .logarithm: detail.histogram.isLogarithmic.toggle()
    case .before: detail.histogram.showsBefore.toggle()
    case .show(let tab): show(tab)
    case .values(let command): perform(command)
    case .sharing(let command): return perform(command)
    case .fullScreen: isFullScreen.toggle()
    case .help: overlay = .help(scroll: 0)
    case .escape:
      if let effects = cancelSaving() { return effects }
      if training.isRunning {
        stopTraining()
        return []
      }
      isFullScreen = false
    case .quit: quit()
    case .initialize: return openDialog()
    case .train: return trainOnce()
    case .runTraining: return toggleTraining()
    case .slower, .faster: changePace(faster: command == .faster)
    case .edit: return openEditDialog()
    case .commandLine: return openCommandLine()
    case .save: return openSaveDialog()
    case .edits: return openEdits()
    case .copy: return openCopying()
    case .compare: return openComparison()
    case .reload: return reload()
    case .initializeAgain: return initializeAgain()
    case .undo, .redo: return stepThroughHistory(command)
    case .interrupt, .suspend, .redraw: break  // Taken before any pane sees them.
    }
    return []
  }

  private mutating func quit() {
    if modifiedCount > 0 { overlay = .leaving } else { isFinished = true }
  }

  /// Answers the question whether to leave.
  mutating func reduceLeaving(_ key: Key) -> [InspectorEffect] {
    switch key {
    case .character("y"), .character("q"), .enter: isFinished = true
    case .character("n"), .escape: overlay = .none
    default: break
    }
    return []
  }

  /// Scrolls or closes the help.
  mutating func reduceHelp(_ key: Key, scroll: Int) -> [InspectorEffect] {
    switch key {
    case .character("j"), .down: overlay = .help(scroll: min(scroll + 1, 100))
    case .character("k"), .up: overlay = .help(scroll: max(scroll - 1, 0))
    case .tab:
      focus = neighbor(of: focus, by: 1)
      overlay = .help(scroll: 0)
    case .escape, .character("q"), .character("?"), .enter, .function(1): overlay = .none
    default: break
    }
    return []
  }

  private func neighbor(of pane: Pane, by step: Int) -> Pane {
    let panes = panes
    let position = panes.firstIndex(of: pane) ?? 0
    return panes[(position + step + panes.count) % panes.count]
  }
}
