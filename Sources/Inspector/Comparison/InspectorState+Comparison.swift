internal import TerminalUI
internal import Words
internal import Workspace

extension InspectorState {
  /// Shows the second model again, or asks for one.
  mutating func openComparison() -> [InspectorEffect] {
    guard work.comparison != nil else { return openCommandLine("diff ") }
    work.isComparing = true
    return startNextComparison()
  }

  /// Opens a second model beside this one.
  mutating func openComparison(_ locator: String) -> [InspectorEffect] {
    if locator.isEmpty { return openComparison() }
    status = .text("opening \(locator)")
    return ask(.openOther(locator), replacing: \.opening)
  }

  /// Does what a key asks for while two models are compared.
  mutating func reduceComparison(_ command: Command?) -> [InspectorEffect] {
    guard let command, var comparison = work.comparison else { return [] }
    switch command {
    case .commandLine, .quit: return perform(command)
    case .escape, .comparison(.leave):
      work.isComparing = false
      return cancelComparing()
    case .enter: return openCompared(comparison)
    case .comparison(.swap): comparison.isSwapped.toggle()
    case .comparison(.sort): comparison.isByName.toggle()
    case .comparison(.show(let tab)): comparison.tab = tab
    case .comparison(.nextChange): move(.down, in: &comparison)
    case .comparison(.previousChange): move(.up, in: &comparison)
    default: move(command, in: &comparison)
    }
    comparison.keepSelectionVisible(rowCount: comparisonLayout.rowCount)
    work.comparison = comparison
    return startNextComparison()
  }

  /// Moves the selection among the pairs that are listed.
  private mutating func move(_ command: Command, in comparison: inout ComparisonState) {
    let rows = comparison.rows
    guard !rows.isEmpty else { return }
    let row = comparison.selected.flatMap(rows.firstIndex) ?? 0
    comparison.selection =
      rows[
        destination(of: command, from: row, count: rows.count, page: comparisonLayout.rowCount)]
    status = .text("")
  }

  /// Goes to the selected parameter in the first model.
  private mutating func openCompared(_ comparison: ComparisonState) -> [InspectorEffect] {
    guard let parameter = comparison.selected.flatMap({ comparison.pairs[$0].first }),
      let use = outline.parameters[parameter].uses.first
    else {
      status = .text("only the second model has it", .look)
      return []
    }
    work.isComparing = false
    reveal(use: use)
    focus = .table
    return cancelComparing()
  }

  private mutating func cancelComparing() -> [InspectorEffect] {
    let effects = [work.comparing, work.overlaying].compactMap { $0 }.map(InspectorEffect.cancel)
    (work.comparing, work.overlaying) = (nil, nil)
    work.comparison?.progress = nil
    return effects
  }

  /// Asks for the next pair to be compared, and for the distributions of the selected one.
  mutating func startNextComparison() -> [InspectorEffect] {
    guard work.isComparing, var comparison = work.comparison else { return [] }
    var effects: [InspectorEffect] = []
    if work.comparing == nil,
      let pair = comparison.nextToCompare(rowCount: comparisonLayout.rowCount),
      let (first, second) = comparison.positions(pair)
    {
      let id = jobs.next()
      work.comparing = id
      comparison.progress = ComparisonState.Progress(pair: pair)
      effects.append(.work(id, .compare(first, second, tolerance: work.tolerance)))
    }
    // Rows still move while they fill in: what is under way is only given up for a choice.
    let isStale = comparison.selection != nil && work.overlaidPair != comparison.selection
    if let pair = comparison.selected, comparison.figures[pair] == nil,
      work.overlaying == nil || isStale
    {
      let stale = work.overlaying.map(InspectorEffect.cancel)
      let id = jobs.next()
      (work.overlaying, work.overlaidPair) = (id, pair)
      let (first, second) = (comparison.pairs[pair].first, comparison.pairs[pair].second)
      effects += [stale, .work(id, .overlay(first, second))].compactMap { $0 }
    }
    work.comparison = comparison
    return effects
  }

  /// Takes in what is found out about the second model.
  mutating func takeComparing(_ id: JobID, _ report: WorkReport) -> [InspectorEffect] {
    switch id {
    case work.opening: takeOther(report)
    case work.comparing:
      guard let pair = work.comparison?.progress?.pair else { break }
      switch report {
      case .progressed(let fraction):
        work.comparison?.progress?.fraction = fraction
        return []
      case .compared(let difference): work.comparison?.differences[pair] = difference
      case .failed(let message): work.comparison?.failures[pair] = message
      default: break
      }
      work.comparing = nil
      work.comparison?.progress = nil
    case work.overlaying:
      work.overlaying = nil
      guard let pair = work.overlaidPair else { break }
      if case .overlaid(let figures) = report {
        work.comparison?.figures[pair] = figures
      } else {
        // It is not asked for again; the row says why.
        work.comparison?.figures[pair] = OverlaidFigures()
        if case .failed(let message) = report { status = .text(message, .error) }
      }
    default: return []
    }
    let rowCount = comparisonLayout.rowCount
    work.comparison?.keepSelectionVisible(rowCount: rowCount)
    return startNextComparison()
  }

  private mutating func takeOther(_ report: WorkReport) {
    work.opening = nil
    switch report {
    case .opened(let other):
      work.comparison = ComparisonState(outline, other)
      work.isComparing = true
      status = .text("")
    case .failed(let message): status = .text(message, .error)
    default: break
    }
  }

  /// Where everything lies while two models are compared.
  var comparisonLayout: ComparisonLayout { ComparisonLayout(size) }
}

extension ComparisonState {
  /// The positions of the parameters of a pair in both models.
  func positions(_ pair: Int) -> (Int, Int)? {
    guard let first = pairs[pair].first, let second = pairs[pair].second else { return nil }
    return (first, second)
  }

  /// Scrolls so that the selection is in sight; a row that is gone gives it to the first.
  mutating func keepSelectionVisible(rowCount: Int) {
    let rows = rows
    if selection.flatMap(rows.firstIndex) == nil { selection = nil }
    let row = selected.flatMap(rows.firstIndex) ?? 0
    scroll = max(0, min(max(scroll, row - rowCount + 1), row, rows.count - rowCount))
  }
}
