internal import Checkpoints
internal import TerminalUI
internal import Words
internal import Workspace

extension InspectorState {
  /// Opens the save dialog.
  mutating func openSaveDialog(
    _ name: String? = nil, options: SaveOptions = SaveOptions(), quits: Bool = false
  ) -> [InspectorEffect] {
    guard work.saving == nil else {
      status = .text("a save is under way; Esc cancels it", .look)
      return []
    }
    let dialog = SaveDialog(
      name ?? work.savedName ?? proposedName, options: options, quits: quits)
    overlay = .doing(.save(dialog))
    return askForForecast(dialog)
  }

  /// A name that is not that of the opened file.
  private var proposedName: String {
    let title = outline.title.split(separator: ":").last.map(String.init) ?? outline.title
    let stem = title.split(separator: ".").first.map(String.init) ?? title
    return (stem.isEmpty ? "model" : stem) + (outline.isNetwork ? "" : "-new") + ".safetensors"
  }

  private mutating func askForForecast(_ dialog: SaveDialog) -> [InspectorEffect] {
    ask(.forecast(path: dialog.field.text, dialog.options), replacing: \.forecast)
  }

  /// Takes a key while the save dialog is open.
  mutating func reduceSaveDialog(_ dialog: SaveDialog, _ key: Key) -> [InspectorEffect] {
    if dialog.isAsking { return reduceOverwriting(dialog, key) }
    var dialog = dialog
    switch key {
    case .escape:
      overlay = .none
      return []
    case .enter: return save(dialog)
    case .up, .down: return move(&dialog, by: key == .up ? -1 : 1)
    case .tab, .backTab:
      let step = key == .tab ? 1 : -1
      return dialog.line == .file ? completeName(&dialog, by: step) : move(&dialog, by: step)
    case .left where dialog.line != .file, .right where dialog.line != .file,
      .character(" ") where dialog.line != .file:
      dialog.choose(by: key == .left ? -1 : 1, outline)
    default:
      guard dialog.line == .file, dialog.field.take(key) else { return [] }
    }
    (dialog.cycle, dialog.forecast, dialog.paths) = (nil, nil, [])
    overlay = .doing(.save(dialog))
    return askForForecast(dialog) + ask(.completePath(dialog.field.text), replacing: \.completion)
  }

  private mutating func move(_ dialog: inout SaveDialog, by step: Int) -> [InspectorEffect] {
    dialog.moveLine(by: step)
    overlay = .doing(.save(dialog))
    return []
  }

  private mutating func completeName(_ dialog: inout SaveDialog, by step: Int) -> [InspectorEffect]
  {
    let count = dialog.paths.count
    guard count > 0 else {
      return ask(.completePath(dialog.field.text), replacing: \.completion)
    }
    let index = dialog.cycle.map { ($0.index + step + count) % count } ?? 0
    let typed = dialog.cycle?.typed ?? dialog.field.text
    dialog.field.replace(with: dialog.paths[index])
    dialog.cycle = CommandLineState.Cycle(typed: typed, index: index)
    if count == 1 { (dialog.cycle, dialog.paths) = (nil, []) }
    dialog.forecast = nil
    overlay = .doing(.save(dialog))
    return askForForecast(dialog)
  }

  /// Saves if nothing speaks against it, and asks if something would be lost.
  private mutating func save(_ dialog: SaveDialog) -> [InspectorEffect] {
    guard let forecast = dialog.forecast, forecast.refusal == nil else { return [] }
    guard forecast.target == .free else {
      var asking = dialog
      asking.isAsking = true
      overlay = .doing(.save(asking))
      return []
    }
    return start(dialog)
  }

  private mutating func reduceOverwriting(
    _ dialog: SaveDialog, _ key: Key
  ) -> [InspectorEffect] {
    var dialog = dialog
    dialog.isAsking = false
    switch key {
    case .character("y"):
      dialog.options.replacesOpenedFile = dialog.forecast?.target == .openedFile
      return start(dialog)
    case .character("n"), .escape:
      overlay = .doing(.save(dialog))
    default: break
    }
    return []
  }

  private mutating func start(_ dialog: SaveDialog) -> [InspectorEffect] {
    overlay = .none
    let id = jobs.next()
    let path = dialog.field.text
    work.saving = WorkState.Saving(id: id, path: path, quits: dialog.quits)
    status = .saving(path, fraction: 0, appearance.glyphs)
    return [.work(id, .save(path: path, dialog.options))]
  }

  /// Takes in how a save goes on.
  mutating func takeSaving(_ report: WorkReport) -> [InspectorEffect] {
    guard let saving = work.saving else { return [] }
    switch report {
    case .progressed(let fraction):
      work.saving?.fraction = fraction
      status = .saving(saving.path, fraction: fraction, appearance.glyphs)
      return []
    case .saved(let saved, let outline):
      self.outline = outline
      work.savedName = saved.path
      status = .saved(saved)
      isFinished = isFinished || saving.quits
    case .failed(let message): status = .text(message, .error)
    default: break
    }
    work.saving = nil
    return []
  }

  /// Takes in what a save would write.
  mutating func takeForecast(_ report: WorkReport) -> [InspectorEffect] {
    work.forecast = nil
    guard case .doing(.save(var dialog)) = overlay, case .forecast(let forecast) = report else {
      return []
    }
    dialog.forecast = forecast
    overlay = .doing(.save(dialog))
    return []
  }

  /// Stops the save under way; returns nil if there is none.
  mutating func cancelSaving() -> [InspectorEffect]? {
    guard let saving = work.saving else { return nil }
    work.saving = nil
    status = .text("cancelled; \(saving.path) is as it was", .look)
    return [.cancel(saving.id)]
  }
}

extension Status {
  /// What is said while a file is written.
  static func saving(_ path: String, fraction: Double, _ glyphs: Glyphs) -> Status {
    let done = Int(fraction * 20)
    let bar =
      String(repeating: glyphs.progressDone, count: done)
      + String(repeating: glyphs.progressLeft, count: 20 - done)
    return Status(
      .plain,
      [
        .minor("saving "), .text(Phrase(verbatim: path)), .verbatim(" \(bar) "),
        .text("\(Int(fraction * 100)) %"), .minor("   Esc cancels"),
      ])
  }

  /// What is said of a file that was written.
  static func saved(_ saved: SavedModel) -> Status {
    Status(
      .done,
      [
        .text("saved "), .strong(Phrase(verbatim: saved.path)),
        .minor(
          ", \(saved.tensorCount) tensors, \(saved.sizeText), \(saved.format.name)"),
      ])
  }
}
