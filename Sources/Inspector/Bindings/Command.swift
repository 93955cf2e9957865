/// What a key asks for.
enum Command: Hashable, Sendable {
  case down, up, first, last, halfPageDown, halfPageUp, pageDown, pageUp
  case close, open, enter, unfoldAll, foldAll
  case nextPane, previousPane, nextUser
  case initialize, initializeAgain, undo, redo
  case train, runTraining, slower, faster
  case edit, edits, commandLine, save, copy, compare, reload
  case finerBins, coarserBins, logarithm, before
  case show(DetailTab), fullScreen, left, right
  case values(ValuesCommand), sharing(SharingCommand)
  case histogram(HistogramCommand), history(HistoryCommand)
  case absoluteGradient, nextUses, previousUses, singularValues, otherPart
  case profile(ProfileCommand), comparison(ComparisonCommand)
  case dialog(DialogCommand), prompt(PromptCommand)
  case find(FindCommand)
  case mouse, help, escape, quit, interrupt, suspend, redraw

  /// Whether it means nothing unless something floats over the panes that has its keys.
  var needsOverlay: Bool {
    switch self {
    case .profile, .dialog, .prompt: true
    default: false
    }
  }

  /// Whether it changes the model or a file, which `--read-only` forbids.
  var isChange: Bool {
    switch self {
    case .initialize, .initializeAgain, .edit, .undo, .redo, .save, .sharing, .train, .runTraining,
      .history(.earlier), .history(.later):
      true
    default: false
    }
  }
}
