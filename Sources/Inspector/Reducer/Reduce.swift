internal import TerminalUI
internal import Words

/// Applies an action to the state and returns what the runtime must do as a result.
///
/// Pure: it reads no clock, file or terminal.
public func reduce(_ state: inout InspectorState, _ action: InspectorAction) -> [InspectorEffect] {
  CharacterWidth.$ambiguousIsWide.withValue(state.appearance.isAmbiguousWide) {
    reduceMeasuring(&state, action)
  }
}

private func reduceMeasuring(
  _ state: inout InspectorState, _ action: InspectorAction
) -> [InspectorEffect] {
  var effects: [InspectorEffect]
  switch action {
  case .terminal(let event) where state.lesson != nil && event != .hangup:
    return state.reduceLesson(event)
  case .terminal(.key(let key)):
    let status = state.status
    effects = reduceKey(&state, key)
    state.scanning.isOvershadowed = state.status != status
  case .terminal(.resized(let size)):
    state.size = size
    effects = []
  case .terminal(.click(let position)): effects = state.click(position)
  case .terminal(.doubleClick(let position)): effects = state.doubleClick(position)
  case .terminal(.wheel(let position, let notches)):
    effects = state.turnWheel(at: position, notches: notches)
  case .terminal(.pasted(let text)): effects = state.paste(text)
  case .terminal(.hangup):
    state.isFinished = true
    effects = []
  default: effects = reduceResult(&state, action)
  }
  state.keepFocusVisible()
  state.keepSelectionsVisible()
  effects += state.startNextScan()
  if !action.isOfScan || !state.isScanning || action.isOfClock {
    state.sortAgain()
    state.refreshProfile()
  }
  return effects + state.startSorting() + state.askForDetails()
}

/// The first action of every run: asks for what the first screen needs.
public func start(_ state: inout InspectorState) -> [InspectorEffect] {
  state.chooseReach()
  state.keepSelectionsVisible()
  return state.startNextScan() + state.askForDetails()
}

/// Takes a key, wherever it goes.
func reduceKey(_ state: inout InspectorState, _ key: Key) -> [InspectorEffect] {
  state.find.origin = nil
  let command = state.command(for: key)
  // These mean the same whatever floats over the panes.
  switch command {
  case .suspend: return [.suspend]
  case .redraw: return [.redraw]
  case .interrupt:
    state.isFinished = true
    return []
  default: break
  }
  state.endFlash()
  switch state.overlay {
  case .help(let scroll, let over): return state.reduceHelp(key, scroll: scroll, over: over)
  case _ where command == .help:
    state.overlay = .help(scroll: 0, over: state.overlay)
    return []
  case .dialog(let dialog): return state.reduceDialog(dialog, key)
  case .leaving: return state.reduceLeaving(key)
  case .doing(let doing): return state.reduceDoing(doing, key)
  case .prompt(let prompt): return state.reducePrompt(prompt, key)
  case .profile(let profile): return state.reduceProfile(profile, key)
  case .mark(let isSetting):
    state.reduceMark(key, isSetting: isSetting)
    return []
  case .none:
    if state.keyPane == .comparison { return state.reduceComparison(command) }
    if let choice = state.detail.sharing.choice { return state.reduceTieChoice(choice, key) }
    if let slice = state.detail.values.slice {
      state.reduceSlice(slice, key)
      return []
    }
    return command.map { state.perform($0) } ?? []
  }
}

extension InspectorState {
  /// Does what a key of the main screen asks for.
  mutating func perform(_ command: Command) -> [InspectorEffect] {
    if preferences.isReadOnly, command.isChange { return refuseToChange() }
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
    case .histogram(let command): perform(command)
    case .history(let command): return perform(command)
    case .absoluteGradient: detail.gradient.isAbsolute.toggle()
    case .nextUses, .previousUses: turnUses(by: command == .nextUses ? 1 : -1)
    case .otherPart: showOtherPart()
    case .singularValues: detail.info.spectrumOf = selectedParameter
    case .sharing(let command): return perform(command)
    case .fullScreen: isFullScreen.toggle()
    case .mouse: return toggleMouse()
    case .escape:
      if let effects = cancelSaving() ?? leaveScrubbing() { return effects }
      if training.isRunning {
        stopTraining()
        return []
      }
      return escape()
    case .find(let command): return perform(command)
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
    case .interrupt, .suspend, .redraw, .help: break  // Taken before any pane sees them.
    case .comparison: return work.isComparing ? reduceComparison(command) : openComparison()
    case .profile, .dialog, .prompt: break  // Taken by what floats over the panes.
    }
    return []
  }

  /// Says that everything is only looked at.
  mutating func refuseToChange() -> [InspectorEffect] {
    status = .text("read-only: nothing is changed or saved (--read-only)", .look)
    return []
  }

  private mutating func toggleMouse() -> [InspectorEffect] {
    preferences.reportsMouse.toggle()
    status = .text(
      preferences.reportsMouse
        ? "the mouse selects, scrolls and opens" : "the mouse selects text, as the terminal does")
    return [.reportMouse(preferences.reportsMouse)]
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

  /// The pane so many further in the order of Tab.
  func neighbor(of pane: Pane, by step: Int) -> Pane {
    let panes = panes
    let position = panes.firstIndex(of: pane) ?? 0
    return panes[(position + step + panes.count) % panes.count]
  }
}
