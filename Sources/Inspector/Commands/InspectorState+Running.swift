internal import ModelEngine
internal import TerminalUI
internal import Words
internal import Workspace

extension CommandInvocation {
  /// The file that an export writes.
  fileprivate var target: ExportTarget {
    ExportTarget(path: operand, replaces: options["force"] != nil)
  }
}

extension InspectorState {
  /// Runs a command of the `:` line.
  ///
  /// - Throws: A complaint if it cannot be run as it stands; then nothing has changed.
  mutating func run(
    _ invocation: CommandInvocation
  ) throws(CommandInvocation.Complaint) -> [InspectorEffect] {
    let operand = invocation.operand
    if preferences.isReadOnly, invocation.entry.action.isChange { return refuseToChange() }
    switch invocation.entry.action {
    case .key(let command): return perform(command)
    case .initialize: return try runInitialize(invocation)
    case .edit: return try runEdit(invocation)
    case .train: return try runTrain(invocation)
    case .show: try runShow(invocation)
    case .tree: focus = .tree
    case .stats:
      tree.folded = []
      select(node: 0)
      focus = .table
      if let pattern = invocation.options["filter"] { return look(for: pattern, .filter) }
    case .compare: return try runCompare(invocation)
    case .inspect, .inspectAnyway: return try runInspect(invocation)
    case .lesson: return try runLesson(invocation)
    case .find: return look(for: operand, .find)
    case .filter: return look(for: operand, .filter)
    case .sort: try runSort(invocation)
    case .convert:
      let type = invocation.options["dtype"]
      return openSaveDialog(operand, options: try Self.saveOptions(type))
    case .snapshot: return try exportScreen(invocation)
    case .export: return try runExport(invocation)
    case .initializers: overlay = .doing(.pager(try initializerPager(operand)))
    case .write: return openSaveDialog(operand.isEmpty ? nil : operand)
    case .writeAndQuit: return openSaveDialog(operand, quits: true)
    case .quit: return perform(.quit)
    case .quitAnyway: isFinished = true
    case .copy: return try runCopy(operand)
    case .slice: try runSlice(operand)
    case .tie: return try runTie(operand)
    case .help: overlay = .doing(.pager(try helpPager(operand)))
    }
    return []
  }

  private mutating func runInitialize(
    _ invocation: CommandInvocation
  ) throws(CommandInvocation.Complaint) -> [InspectorEffect] {
    let text = invocation.options["with"] ?? invocation.operand
    guard !text.isEmpty else { return openDialog() }
    do {
      _ = try InitializerCatalog.standard.parse(text)
    } catch {
      throw CommandInvocation.Complaint(text: Phrase(of: error))
    }
    return apply(
      ReinitializationRequest(
        scope: try scope(of: invocation), initializer: text, seed: try seed(of: invocation)))
  }

  private mutating func runEdit(
    _ invocation: CommandInvocation
  ) throws(CommandInvocation.Complaint) -> [InspectorEffect] {
    let text = invocation.options["expr"] ?? invocation.operand
    guard !text.isEmpty else { return openEditDialog() }
    do {
      _ = try ExpressionRule(text)
    } catch {
      throw CommandInvocation.Complaint(text: Phrase(of: error))
    }
    return apply(
      ReinitializationRequest(
        scope: try scope(of: invocation), expression: text, seed: try seed(of: invocation)))
  }

  /// What a command means: the matches of a pattern, or what is selected.
  private func scope(
    of invocation: CommandInvocation
  ) throws(CommandInvocation.Complaint) -> ReinitializationRequest.Scope {
    if let pattern = invocation.options["only"] { return .matching(pattern) }
    guard let parameter = selectedParameter else {
      throw CommandInvocation.Complaint(text: "there is no parameter here")
    }
    return selectedScope(parameter)
  }

  func seed(
    of invocation: CommandInvocation
  ) throws(CommandInvocation.Complaint) -> Int32? {
    guard let text = invocation.options["seed"] else { return nil }
    guard let seed = DialogState.seed(text) else {
      throw CommandInvocation.Complaint(text: "the seed '\(text)' is no whole number of 32 bits")
    }
    return seed
  }

  private static func saveOptions(
    _ type: String?
  ) throws(CommandInvocation.Complaint) -> SaveOptions {
    guard let type else { return SaveOptions() }
    guard let options = SaveOptions(roundingTo: type) else {
      throw CommandInvocation.Complaint(
        text: "--dtype is float16, bfloat16, float32 or float64, not '\(type)'")
    }
    return options
  }

  private mutating func runCopy(
    _ what: String
  ) throws(CommandInvocation.Complaint) -> [InspectorEffect] {
    guard !what.isEmpty else { return openCopying() }
    guard let copied = Copied(rawValue: what) else {
      throw CommandInvocation.Complaint(text: "copy takes name, value or row, not '\(what)'")
    }
    return copy(copied)
  }

  private mutating func runExport(
    _ invocation: CommandInvocation
  ) throws(CommandInvocation.Complaint) -> [InspectorEffect] {
    let path = invocation.operand
    guard TensorExport(endingOf: path) != nil else { return try exportScreen(invocation) }
    guard let parameter = selectedParameter else {
      throw CommandInvocation.Complaint(text: "there is no parameter here to export")
    }
    return export(
      .export(parameter: parameter, slice: invocation.options["slice"] ?? "", invocation.target))
  }

  /// Writes the screen, without what floats over it, in the form that the name ends with.
  private mutating func exportScreen(
    _ invocation: CommandInvocation
  ) throws(CommandInvocation.Complaint) -> [InspectorEffect] {
    let path = invocation.operand
    guard let format = ScreenFormat(endingOf: path) else {
      throw CommandInvocation.Complaint(
        text: """
          '\(path)' ends in no known format: .npy .csv .txt for values, .svg .ansi .styled .screen \
          for the screen
          """)
    }
    let theme = try theme(invocation)
    return export(.writeText(format.text(of: render(self), theme: theme), invocation.target))
  }

  /// The theme that was asked for, or the one on the screen.
  private func theme(_ invocation: CommandInvocation) throws(CommandInvocation.Complaint) -> Theme {
    guard let name = invocation.options["theme"] else { return appearance.theme }
    guard let theme = Theme(rawValue: name) else {
      throw CommandInvocation.Complaint(text: "a theme is dark or light, not '\(name)'")
    }
    return theme
  }
}
