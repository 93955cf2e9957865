internal import ModelEngine
internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Draws the distribution before and after side by side, over one axis.
  mutating func drawPreview(_ dialog: DialogState, in rect: Rect) {
    switch dialog.preview {
    case .failed(let message): drawTrouble(message, in: rect, row: rect.row + 1)
    case .drawing(last: nil): write("drawing", rect.column + 5, rect.row + 1, Style(.dim))
    case .drawing(last: .some(let preview)), .ready(let preview): drawPair(preview, in: rect)
    }
  }

  private mutating func drawPair(_ preview: Preview, in rect: Rect) {
    let (left, right) = rect.inset(columns: 1, rows: 0).splitLeft(rect.columns / 2 - 1)
    let origin = state.outline.parameters[preview.parameter].origin
    let drawn = preview.summary.changed.first { $0.parameter == preview.parameter }
    drawSide(
      "now", origin?.text ?? say("from the file"), preview.before, nil, in: left, ink: .before)
    drawSide(
      "then", drawn?.initializer ?? "", preview.after, preview.theory.distribution, in: right,
      ink: .now)
  }

  private mutating func drawSide(
    _ label: String, _ source: String, _ scanned: ScannedTensor?, _ distribution: Distribution?,
    in rect: Rect, ink: Ink
  ) {
    let isThen = ink == .now
    var column = write(say(label) + "  ", rect.column + 2, rect.row, Style(.dim))
    let text = shortened(source, to: max(6, rect.columns - 24))
    column = write(text, column, rect.row, isThen ? Style(.text).bold : Style(.text))
    guard let statistics = scanned?.components.first else {
      write("no values yet", rect.column + 2, rect.row + 2, Style(.dim))
      return
    }
    if let deviation = statistics.summary.standardDeviation {
      column = write("  std ", column, rect.row, Style(.dim))
      write(
        NumberText.value(deviation), column, rect.row, isThen ? Style(.text).bold : Style(.text))
    }
    let columns = min(32, rect.columns - 6)
    let binCount = HistogramBars.binCount(
      columns: columns, valueCount: statistics.summary.finite, refinement: 0)
    let bars = HistogramBars(
      now: statistics.distribution, before: nil, distribution: nil, binCount: binCount)
    guard let bars else {
      write("no finite values", rect.column + 2, rect.row + 2, Style(.warning))
      return
    }
    let chart = Rect(
      column: rect.column + 2, row: rect.row + 1, columns: columns, rows: rect.rows - 1)
    drawHistogram(bars, in: chart, isLogarithmic: false, showsScale: false, ink: ink)
  }

  /// Says why Enter cannot be pressed.
  mutating func drawTrouble(_ text: Phrase, in rect: Rect, row: Int) {
    let column = write(glyphs.error + " ", rect.column + 2, row, Style(.error).bold)
    for (offset, line) in wrapped(say(text), to: rect.maxColumn - column - 1).prefix(2).enumerated()
    {
      write(line, column, row + offset, Style(.error))
    }
  }

  /// Says what Enter will change, next to Enter: values, layers, and what keeps its own rule.
  mutating func drawConsequences(_ dialog: DialogState, in rect: Rect, row: Int) {
    guard let summary = dialog.preview.shown?.summary else { return }
    let outline = state.outline
    let changed = summary.changed.filter { !$0.isDeclared }.map { outline.parameters[$0.parameter] }
    let values = changed.compactMap(\.elementCount).reduce(0, +)
    let nodes = Set(changed.flatMap { $0.uses.map { outline.uses[$0].node } }).sorted()
    let end = rect.maxColumn - 2
    var column = write(
      "\(NumberText.grouped(values)) values change in ", rect.column + 2, row, Style(.text))
    let names = Status.enumeration(nodes.map { nodeLabel($0) })
    let tie = changed.first?.tie
    let noun: Phrase = nodes.count == 1 ? "layer " : "layers "
    column = write(outline.isNetwork ? say(noun) : "", column, row, limit: end - column)
    column = write(
      names, column, row, tie.map { Style(.tie($0)).bold } ?? Style(.text).bold,
      limit: max(0, end - column))
    if column >= end {
      write(glyphs.ellipsis, end - 1, row, Style(.dim))
    } else if let tie, nodes.count > 1 {
      column = write(": they share ", column, row, limit: max(0, end - column))
      column = write(tieText(tie), column, row, Style(.tie(tie)).bold, limit: max(0, end - column))
    }
    drawKept(summary, in: rect, row: row + 1)
  }

  private func nodeLabel(_ node: Int) -> String {
    let node = state.outline.nodes[node]
    return node.key == node.name || node.key.isEmpty ? node.name : "\(node.key) \(node.name)"
  }

  /// Names the parameters that keep their own initializer, and those left alone.
  private mutating func drawKept(_ summary: ChangeSummary, in rect: Rect, row: Int) {
    let outline = state.outline
    let kept = summary.changed.filter(\.isDeclared)
    var parts = kept.prefix(2).map {
      say("\(outline.parameters[$0.parameter].name) keeps \($0.initializer)")
    }
    if kept.count > 2 { parts.append(say("\(kept.count - 2) more keep their own")) }
    if let first = summary.untouched.first {
      let name = outline.parameters[first.parameter].name
      let otherCount = summary.untouched.count - 1
      parts.append(
        otherCount == 0
          ? say("\(name) left alone: \(first.reason)")
          : say("\(name) and \(otherCount) more left alone: \(first.reason)"))
    }
    write(
      shortened(parts.joined(separator: ", "), to: rect.columns - 4), rect.column + 2, row,
      Style(.dim))
  }
}
