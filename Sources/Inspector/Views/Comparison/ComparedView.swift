internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Draws one detail of the selected pair.
  mutating func drawCompared(_ comparison: ComparisonState, in rect: Rect) {
    guard let pair = comparison.selected else { return }
    if let message = comparison.failures[pair] {
      return drawNotice([say(message)], in: rect, ink: .text)
    }
    guard let figures = comparison.figures[pair] else {
      return drawNotice([say("reading \(comparison.pairs[pair].name)")], in: rect, ink: .dim)
    }
    switch comparison.tab {
    case .overlay: drawOverlay(comparison, figures, pair, in: rect)
    case .values: drawBothValues(comparison, figures, in: rect)
    case .difference: drawDifference(comparison, figures, pair, in: rect)
    case .info: drawBothInfos(comparison, pair, in: rect)
    }
  }

  /// What is seen as the first and the second of a pair.
  private func sides(
    _ comparison: ComparisonState, _ figures: OverlaidFigures
  ) -> (first: TensorStatistics?, second: TensorStatistics?) {
    let (first, second) = (figures.first?.components.first, figures.second?.components.first)
    return comparison.isSwapped ? (second, first) : (first, second)
  }

  private mutating func drawOverlay(
    _ comparison: ComparisonState, _ figures: OverlaidFigures, _ pair: Int, in rect: Rect
  ) {
    let (first, second) = sides(comparison, figures)
    let factsWidth = rect.columns >= 116 ? 42 : rect.columns >= 76 ? 36 : 0
    let (left, facts) = rect.splitRight(factsWidth)
    drawSideLegend(second ?? first, in: left)
    let boxRows = left.rows >= 10 ? 2 : 0
    let chart = left.inset(left: 1, top: 1, right: 1, bottom: boxRows)
    guard let shown = second ?? first else {
      return drawNotice([say("no values yet")], in: left, ink: .dim)
    }
    let bars = drawBars(shown, before: second == nil ? nil : first, in: chart)
    if boxRows > 0, let second, let first, let bars {
      drawBoxPlot("b", second, bars, in: chart, row: left.maxRow - 2, ink: .text)
      drawBoxPlot("a", first, bars, in: chart, row: left.maxRow - 1, ink: .dim)
    }
    guard factsWidth > 0 else { return }
    drawBothFacts(first, second, in: facts)
    drawChangeFacts(comparison, pair, in: facts)
  }

  private mutating func drawSideLegend(_ statistics: TensorStatistics?, in rect: Rect) {
    var column = write(glyphs.fullBlock, rect.column + 2, rect.row, Style(.now))
    column = write(" b   ", column, rect.row, Style(.text).bold)
    column = write(glyphs.beforeBar, column, rect.row, Style(.before, on: .before))
    column = write(" a   ", column, rect.row, Style(.dim))
    guard let count = statistics?.summary.finite else { return }
    write(
      "\(NumberText.grouped(count)) values", column, rect.row, Style(.dim),
      limit: rect.maxColumn - column)
  }

  /// Draws a histogram with another behind it, over one axis; returns its bars.
  @discardableResult
  private mutating func drawBars(
    _ now: TensorStatistics, before: TensorStatistics?, in chart: Rect
  ) -> HistogramBars? {
    let binCount = HistogramBars.binCount(
      columns: plotWidth(chart), valueCount: now.summary.finite,
      refinement: state.detail.histogram.refinement)
    guard chart.rows > 3,
      let bars = HistogramBars(
        now: now.distribution, before: before?.distribution, distribution: nil,
        binCount: binCount)
    else {
      drawNotice([say("no finite values")], in: chart, ink: .dim)
      return nil
    }
    drawHistogram(
      bars, in: chart, isLogarithmic: state.detail.histogram.isLogarithmic, showsScale: true)
    return bars
  }

  private mutating func drawBothFacts(
    _ first: TensorStatistics?, _ second: TensorStatistics?, in rect: Rect
  ) {
    let isWide = rect.columns >= 42
    let ends = (isWide ? [16, 27, 38] : [14, 24, 34]).map { rect.column + $0 }
    for (text, end) in zip(["a", "b", "b - a"], ends) {
      write(text, endingAt: end, rect.row + 1, Style(.dim))
    }
    let facts: [Fact] = [.mean, .std, .min, .max, .l2, .p1, .p50, .p99]
    for (offset, fact) in facts.enumerated() where rect.row + 2 + offset < rect.maxRow {
      let row = rect.row + 2 + offset
      write(say(fact.rawValue), rect.column, row, Style(.dim))
      let (a, b) = (first.flatMap(fact.value), second.flatMap(fact.value))
      if let a { write(NumberText.value(a), endingAt: ends[0], row, Style(.dim)) }
      if let b { write(NumberText.value(b), endingAt: ends[1], row, Style(.text).bold) }
      if let a, let b { write(NumberText.value(b - a), endingAt: ends[2], row) }
    }
  }

  private mutating func drawChangeFacts(
    _ comparison: ComparisonState, _ pair: Int, in rect: Rect
  ) {
    guard let difference = comparison.differences[pair] else { return }
    let changed = NumberText.grouped(difference.changedCount)
    var lines: [Phrase] = [
      "changed \(changed) of \(NumberText.grouped(difference.count)) values"
    ]
    let moved = difference.increasedCount + difference.decreasedCount
    if moved > 0 {
      let most = max(difference.increasedCount, difference.decreasedCount)
      let share = NumberText.fixed(100 * Double(most) / Double(moved), 1)
      lines.append("same sign of change \(share) %")
    }
    let rows = NumberText.grouped(difference.rowCount)
    lines.append("moved rows \(NumberText.grouped(difference.changedRowCount)) of \(rows)")
    if difference.nonFiniteChangeCount > 0 {
      lines.append("NaN or Inf on one side \(difference.nonFiniteChangeCount)")
    }
    let start = min(rect.row + 11, rect.maxRow - lines.count)
    for (offset, line) in lines.enumerated() where start + offset >= rect.row + 10 {
      write(line, rect.column, start + offset, limit: rect.columns)
    }
  }

  private mutating func drawDifference(
    _ comparison: ComparisonState, _ figures: OverlaidFigures, _ pair: Int, in rect: Rect
  ) {
    guard let statistics = figures.difference?.components.first else {
      return drawNotice([say("there is no difference of these two")], in: rect, ink: .text)
    }
    let text: Phrase = comparison.isSwapped ? "a - b" : "b - a"
    write(text, rect.column + 2, rect.row, Style(.text).bold)
    if let deviation = statistics.summary.standardDeviation {
      write(
        Phrase(verbatim: "std " + NumberText.value(deviation)), rect.column + 9, rect.row,
        Style(.dim))
    }
    let (left, facts) = rect.splitRight(rect.columns >= 76 ? 36 : 0)
    drawBars(statistics, before: nil, in: left.inset(left: 1, top: 1, right: 1, bottom: 0))
    if facts.columns > 0 {
      drawChangeFacts(comparison, pair, in: facts.inset(left: 0, top: -9, right: 0, bottom: 0))
    }
  }

  private mutating func drawBothValues(
    _ comparison: ComparisonState, _ figures: OverlaidFigures, in rect: Rect
  ) {
    let texts = [figures.firstText, figures.secondText]
    let sides = comparison.isSwapped ? texts.reversed() : texts
    let isWide = rect.columns >= 100
    let (left, rest) = rect.splitLeft(isWide ? rect.columns / 2 : rect.columns)
    let areas =
      isWide
      ? [left, rest] : [left.splitTop(rect.rows / 2).top, left.splitTop(rect.rows / 2).rest]
    for (index, area) in areas.enumerated() {
      write(
        index == 0 ? "a" : "b", area.column + 1, area.row, Style(index == 0 ? .dim : .text).bold)
      for (offset, line) in sides[index].prefix(max(0, area.rows - 1)).enumerated() {
        write(line, area.column + 3, area.row + offset, limit: area.columns - 4)
      }
    }
  }

  private mutating func drawBothInfos(
    _ comparison: ComparisonState, _ pair: Int, in rect: Rect
  ) {
    let known = comparison.pairs[pair]
    let infos = [
      known.first.map { (state.outline.format, state.outline.parameters[$0]) },
      known.second.map { (comparison.other.format, comparison.other.parameters[$0]) },
    ]
    let sides = comparison.isSwapped ? infos.reversed() : infos
    let labels: [Phrase] = ["name", "format", "type", "shape", "bytes", "offset"]
    let columns = [rect.column + 12, rect.column + 12 + max(10, (rect.columns - 14) / 2)]
    for (index, label) in labels.enumerated() {
      write(label, rect.column + 2, rect.row + 2 + index, Style(.dim))
    }
    for (index, side) in sides.enumerated() {
      let width = columns[1] - columns[0] - 2
      write(index == 0 ? "a" : "b", columns[index], rect.row + 1, Style(.text).bold)
      guard let (format, info) = side else {
        write("not in this model", columns[index], rect.row + 2, Style(.dim), limit: width)
        continue
      }
      let facts = [
        info.name, format, info.elementType.name, shapeText(info),
        NumberText.grouped(info.byteCount), info.offsetInFile.map(NumberText.grouped) ?? "-",
      ]
      for (offset, fact) in facts.enumerated() where rect.row + 2 + offset < rect.maxRow {
        write(shortened(fact, to: width), columns[index], rect.row + 2 + offset)
      }
    }
  }
}
