internal import Words
internal import Workspace

extension InspectorState {
  /// Reads the opened file anew.
  mutating func reload() -> [InspectorEffect] {
    guard work.reload == nil else {
      work.reloadsAgain = true
      return []
    }
    return ask(.reload, replacing: \.reload)
  }

  /// Takes in what became of the opened file on disk.
  mutating func take(_ file: FileState) -> [InspectorEffect] {
    work.file = file
    switch file {
    case .unchanged: return []
    case .changed where work.follows: return reload()
    case .changed: status = .text("\(outline.title) changed on disk; R reads it anew", .look)
    case .deleted:
      status = .text("\(outline.title) was deleted; it can be read until it is closed", .look)
    }
    return []
  }

  /// Takes in a file that was read anew: selection, numbers of before and changes stay.
  mutating func takeReload(_ report: WorkReport) -> [InspectorEffect] {
    work.reload = nil
    defer { work.reloadsAgain = false }
    switch report {
    case .reloaded(let reload): return adopt(reload) + (work.reloadsAgain ? self.reload() : [])
    case .failed(let message) where work.reloadsAgain:
      status = .text(message, .look)
      return reload()
    case .failed(let message) where work.follows:
      // It is being written; the next change of the file tells that it goes on.
      status = Status(.look, [.text("waiting for a complete file: "), .text(message)])
    case .failed(let message): status = .text(message, .error)
    default: break
    }
    return []
  }

  private mutating func adopt(_ reload: Reload) -> [InspectorEffect] {
    var effects: [InspectorEffect] = board.expire().map { .cancel($0) }
    effects += [jobs.scan?.id, work.comparing, work.overlaying].compactMap { $0 }.map {
      .cancel($0)
    }
    (jobs.scan, work.comparing, work.overlaying) = (nil, nil, nil)
    let place = (
      outline.key(of: tree.selection), selectedParameter.map { outline.parameters[$0].name }
    )
    work.reloadCount += 1
    forgetFigures(hasSameParameters: reload.hasSameParameters)
    if !reload.hasSameParameters { records = [:] }
    for parameter in records.keys {
      records[parameter]?.removeEntries(from: reload.edits.count + 1)
    }
    detail.history.scrubbedFrom = nil
    let use = selectedUse
    if !reload.hasSameParameters { (find.search, find.filter) = (nil, nil) }
    outline = reload.outline
    listFiltered()
    if reload.hasSameParameters { relistTable(keeping: use) }
    refindAll()
    chooseReach()
    (history.undoCount, history.edits) = (reload.undoCount, reload.edits)
    history.redoCount = reload.edits.count - reload.undoCount
    if !reload.hasSameParameters { return effects + findAgain(place.0, place.1) }
    work.file = .unchanged
    if let comparison = work.comparison {
      work.comparison = ComparisonState(outline, comparison.other)
    }
    status = .text("\(outline.title) was read anew", .done)
    return effects
  }

  /// Forgets the numbers of what may have changed; they become those of before.
  private mutating func forgetFigures(hasSameParameters: Bool) {
    if !hasSameParameters { work.figuresBefore = [:] }
    guard hasSameParameters else {
      figures = [:]
      return
    }
    for (parameter, figure) in figures where !isOverlaid(parameter) {
      if let statistics = figure.statistics { work.figuresBefore[parameter] = statistics }
      figures[parameter] = nil
    }
  }

  /// Whether the values of a parameter do not come from the file.
  private func isOverlaid(_ parameter: Int) -> Bool {
    outline.parameters.indices.contains(parameter) && outline.parameters[parameter].isModified
  }

  /// Selects what was selected in a model with other parameters, as far as it is there.
  private mutating func findAgain(_ path: String, _ name: String?) -> [InspectorEffect] {
    tree = TreeState()
    table = TableState()
    work.comparison = nil
    work.isComparing = false
    work.file = .unchanged
    if let node = outline.nodes.indices.first(where: { outline.key(of: $0) == path }) {
      select(node: node)
    }
    if let name, let parameter = try? outline.parameter(named: name),
      let use = outline.parameters[parameter].uses.first, selectedParameter != parameter
    {
      reveal(use: use)
    }
    overlay = .none
    status = .text("\(outline.title) was read anew; it has other parameters than before", .look)
    return []
  }
}
