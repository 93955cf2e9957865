internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension PlainText {
  /// The number of bins that are told.
  private static let binCount = 8

  /// The detail of the selected parameter.
  static func detail(of state: InspectorState) -> [String] {
    guard let parameter = state.selectedParameter else { return [] }
    if state.detail.tab == .histogram { return histogram(of: parameter, in: state) }
    let layout = state.layout
    return words(of: render(state), in: layout.tabs) + words(of: render(state), in: layout.detail)
  }

  private static func histogram(of parameter: Int, in state: InspectorState) -> [String] {
    func say(_ phrase: Phrase) -> String { phrase.said(in: state.appearance.language) }
    guard let figure = state.figures[parameter], let scanned = figure.statistics,
      let now = scanned.components.first, now.summary.finite > 0
    else { return [] }
    let bars = HistogramBars(
      now: now.distribution, before: figure.before?.components.first?.distribution,
      distribution: nil, binCount: binCount)
    guard let bars else { return [] }
    let name = state.outline.parameters[parameter].name
    let count = NumberText.grouped(now.summary.count)
    var lines = [say("Histogram of \(name), \(count) values, \(bars.now.count) bins:")]
    let width = (bars.axis.high / 2 - bars.axis.low / 2) / Double(bars.now.count) * 2
    for (index, count) in bars.now.enumerated() {
      let low = NumberText.tick(bars.axis.low + Double(index) * width)
      let high = NumberText.tick(bars.axis.low + Double(index + 1) * width)
      let before = bars.before.map { say(", before \(NumberText.grouped($0[index]))") } ?? ""
      lines.append("   " + say("\(low) to \(high): \(NumberText.grouped(count))") + before)
    }
    let counts = scanned.counts
    let outside = now.distribution.map { $0.belowCount + $0.aboveCount } ?? 0
    lines.append(
      "   "
        + say(
          "Outside \(outside). Zeros \(counts.zeros), NaN \(counts.nan), -Inf \(counts.negativeInfinity), +Inf \(counts.positiveInfinity)."
        ))
    return lines
  }

  /// What floats over the panes, which is all that is not faint.
  static func overlay(of state: InspectorState) -> [String] {
    let frame = render(state)
    let bounds = frame.size.bounds
    let rows = bounds.rowRange.compactMap { row -> Rect? in
      let columns = bounds.columnRange.filter { frame[$0, row].style.foreground != .faint }
      guard let first = columns.first, let last = columns.last else { return nil }
      return Rect(column: first, row: row, columns: last - first + 1, rows: 1)
    }
    return rows.flatMap { words(of: frame, in: $0) }
  }

  /// The words of a part of a frame, without the lines around them.
  private static func words(of frame: CellBuffer, in rect: Rect) -> [String] {
    let inside = rect.intersection(frame.size.bounds)
    return inside.rowRange.compactMap { row in
      let cells = inside.columnRange.map { frame[$0, row] }.filter { !$0.isContinuation }
      let text = String(cells.map(\.character))
      let parts = text.split(separator: " ").filter { part in
        !part.allSatisfy { "-=|+.#'`,~^".contains($0) } || part == "-"
      }
      return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
  }
}

extension InspectorState {
  /// The screen in sentences.
  public var plainText: PlainText { PlainText(self) }
}
