internal import TerminalUI
internal import Words
internal import Workspace

extension InspectorState {
  /// Asks for some work whose outcome only matters until it is asked for again.
  mutating func ask(
    _ request: WorkRequest, replacing awaited: WritableKeyPath<WorkState, JobID?>
  ) -> [InspectorEffect] {
    let stale: [InspectorEffect] = work[keyPath: awaited].map { [.cancel($0)] } ?? []
    let id = jobs.next()
    work[keyPath: awaited] = id
    return stale + [.work(id, request)]
  }

  /// Takes a key while something is being done.
  mutating func reduceDoing(_ doing: Doing, _ key: Key) -> [InspectorEffect] {
    switch doing {
    case .command(let line): return reduceCommandLine(line, key)
    case .save(let dialog): return reduceSaveDialog(dialog, key)
    case .edits(let selection): return reduceEdits(selection, key)
    case .copy: return reduceCopy(key)
    case .pager(let pager): return reducePager(pager, key)
    }
  }

  private mutating func reducePager(_ pager: Pager, _ key: Key) -> [InspectorEffect] {
    let page = max(1, size.rows - 8)
    let distance =
      switch key {
      case .character("j"), .down, .enter: 1
      case .character("k"), .up: -1
      case .pageDown, .character(" "), .control("d"), .control("f"): page
      case .pageUp, .control("u"), .control("b"): -page
      case .character("g"), .home: -pager.lines.count
      case .character("G"), .end: pager.lines.count
      default: 0
      }
    if [.escape, .character("q")].contains(key) {
      overlay = .none
      return []
    }
    var pager = pager
    pager.scroll = max(0, min(pager.scroll + distance, pager.lines.count - page))
    overlay = .doing(.pager(pager))
    return []
  }

  /// Takes in what some work reports, and drops what nobody waits for.
  mutating func take(_ id: JobID, _ report: WorkReport) -> [InspectorEffect] {
    if work.saving?.id == id { return takeSaving(report) }
    if work.exports.contains(id) { return takeExport(id, report) }
    if id == work.forecast { return takeForecast(report) }
    if id == work.completion { return takePaths(report) }
    if id == work.reload { return takeReload(report) }
    if id == work.replacing { return takeModel(report) }
    if id == work.lesson { return takeLesson(report) }
    if id == work.samples { return takeSamples(report) }
    return takeComparing(id, report)
  }

  private mutating func takePaths(_ report: WorkReport) -> [InspectorEffect] {
    work.completion = nil
    guard case .paths(let paths) = report else { return [] }
    switch overlay {
    case .doing(.command(var line)):
      line.paths = paths
      overlay = .doing(.command(line))
    case .doing(.save(var dialog)):
      dialog.paths = paths
      overlay = .doing(.save(dialog))
    default: break
    }
    return []
  }

  /// Takes in how a file that is not the model was written.
  private mutating func takeExport(_ id: JobID, _ report: WorkReport) -> [InspectorEffect] {
    guard case .progressed = report else {
      work.exports.remove(id)
      switch report {
      case .exported(let path): status = .text("wrote \(path)", .done)
      case .text(let text): return copy(text, "the values")
      case .failed(let message): status = .text(message, .error)
      default: break
      }
      return []
    }
    return []
  }

  /// Asks for a file that is not the model.
  mutating func export(_ request: WorkRequest) -> [InspectorEffect] {
    let id = jobs.next()
    work.exports.insert(id)
    return [.work(id, request)]
  }
}
