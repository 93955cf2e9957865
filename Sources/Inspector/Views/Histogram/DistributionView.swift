internal import ModelEngine
internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Draws the histogram of a parameter with its numbers.
  mutating func drawDistribution(
    _ scanned: ScannedTensor, of parameter: Int, in rect: Rect
  ) {
    guard let statistics = state.shown(scanned), statistics.summary.finite > 0 else {
      return drawCounts(scanned.counts, nil, nil, row: rect.row + 1, in: rect)
    }
    let figure = state.figures[parameter]
    let before = state.detail.histogram.showsBefore ? figure?.before : nil
    let layout = DistributionLayout(in: rect, hasBefore: before != nil)
    let bars = state.histogramBars(of: parameter, plotColumns: layout.plotColumns)
    drawLegend(of: parameter, bars, hasBefore: before != nil, row: layout.legendRow, in: rect)
    if let bars {
      drawHistogram(
        bars, in: layout.chart, isLogarithmic: state.detail.histogram.isLogarithmic,
        showsScale: true)
      drawBinCursor(bars, layout)
      if layout.boxRowCount > 0 {
        drawBoxPlot("now", statistics, bars, in: layout.chart, row: layout.boxRow, ink: .text)
      }
      if layout.boxRowCount > 1, let before = state.shown(before) {
        drawBoxPlot("was", before, bars, in: layout.chart, row: layout.boxRow + 1, ink: .dim)
      }
    }
    drawCounts(scanned.counts, bars, statistics.summary, row: layout.countsRow, in: rect)
    guard let facts = layout.facts else { return }
    if layout.hasAllFacts {
      drawFacts(of: parameter, in: facts)
    } else {
      drawShortFacts(of: parameter, in: facts)
    }
  }

  private mutating func drawLegend(
    of parameter: Int, _ bars: HistogramBars?, hasBefore: Bool, row: Int, in rect: Rect
  ) {
    let info = state.outline.parameters[parameter]
    var column = write(glyphs.fullBlock, rect.column + 1, row, Style(.now))
    column = write(" now  ", column, row, Style(.text).bold)
    if hasBefore {
      column = write(glyphs.beforeBar, column, row, Style(.before, on: .before))
      column = write(" before  ", column, row, Style(.dim))
    }
    if info.origin?.theory.distribution != nil {
      column = write(glyphs.theoryMiddle, column, row, Style(.theory))
      column = write(" theory  ", column, row, Style(.dim))
    }
    if info.elementType.isComplex {
      let isReal = state.detail.part == .real
      let words: Phrase = isReal ? "real parts, c imaginary  " : "imaginary parts, c real  "
      let fits = column + CharacterWidth.displayWidth(of: say(words)) + 10 <= rect.maxColumn
      column = write(fits ? say(words) : isReal ? "re  " : "im  ", column, row, Style(.theory))
    }
    if let bars, state.detail.histogram.cursor != nil || state.detail.histogram.zoom != nil {
      return drawBinText(bars, from: column, row: row, in: rect)
    }
    guard let origin = info.origin else {
      write("\(NumberText.grouped(info.elementCount ?? 0)) values", column, row, Style(.dim))
      return
    }
    let text = shortened(origin.text, to: max(1, min(34, rect.maxColumn - column)))
    let width = CharacterWidth.displayWidth(of: text)
    let start = rect.columns >= 70 ? rect.maxColumn - 34 : max(column, rect.maxColumn - width)
    write(text, start, row, Style(.text).bold)
  }

  // MARK: - The bin under the cursor

  /// Says which values the bin holds and how many, or how far the histogram is zoomed.
  private mutating func drawBinText(
    _ bars: HistogramBars, from column: Int, row: Int, in rect: Rect
  ) {
    let room = rect.maxColumn - column
    let texts = binTexts(bars)
    let text = texts.first { CharacterWidth.displayWidth(of: $0) <= room } ?? texts.last ?? ""
    write(text, column, row, Style(.text).bold, limit: max(0, room))
  }

  /// The words for the bin under the cursor or for the axis, from all of them to the fewest.
  private func binTexts(_ bars: HistogramBars) -> [String] {
    guard let cursor = state.detail.histogram.cursor.map({ min($0, bars.now.count - 1) }) else {
      let axis = "[\(bars.edgeText(0)), \(bars.edgeText(bars.now.count))]"
      return [axis + "  " + say("0 shows all"), axis]
    }
    let end = cursor == bars.now.count - 1 ? "]" : ")"
    let count = bars.now[cursor]
    let share = NumberText.tick(Double(count) / Double(max(1, bars.totalCount)) * 100)
    let interval = "[\(bars.edgeText(cursor)), \(bars.edgeText(cursor + 1))\(end)"
    let counted = "\(interval)  \(NumberText.grouped(count))"
    let before = bars.before.map { "  " + say("before \(NumberText.grouped($0[cursor]))") } ?? ""
    return ["\(counted)  \(share) %\(before)", "\(counted)  \(share) %", counted]
  }

  /// Marks the bin under the cursor from top to bottom.
  private mutating func drawBinCursor(_ bars: HistogramBars, _ layout: DistributionLayout) {
    guard let cursor = state.detail.histogram.cursor.map({ min($0, bars.now.count - 1) }) else {
      return
    }
    let width = max(1, layout.plotColumns / bars.now.count)
    let column = layout.chart.column + layout.labelWidth + 1 + cursor * width
    let rows = Rect(
      column: column, row: layout.chart.row, columns: width, rows: layout.chart.rows - 2)
    frame.restyle(rows) { style in
      if style.background == .terminal { style.background = .selectionBack }
    }
    for offset in 0..<width {
      write(glyphs.clippedBar, column + offset, layout.chart.maxRow - 2, Style(.accent).bold)
    }
  }

  // MARK: - Below the bars

  /// The columns that bars can take in a chart with a scale.
  func plotWidth(_ chart: Rect) -> Int {
    min(64, max(8, chart.columns - labelWidth(chart) - 1))
  }

  /// Draws 1 %, 25 %, 50 %, 75 % and 99 % on the axis of the chart.
  mutating func drawBoxPlot(
    _ label: String, _ statistics: TensorStatistics, _ bars: HistogramBars, in chart: Rect,
    row: Int, ink: Ink
  ) {
    guard let quantiles = statistics.quantiles else { return }
    let axis = bars.axis
    let labelWidth = labelWidth(chart)
    let width = max(1, plotWidth(chart) / bars.now.count) * bars.now.count
    let start = chart.column + labelWidth + 1
    let positions = [0.01, 0.25, 0.5, 0.75, 0.99].map { probability -> Int in
      let value = quantiles[probability] ?? 0
      let ratio = (value / 2 - axis.low / 2) / (axis.high / 2 - axis.low / 2)
      // What lies far off the axis must not overflow.
      return start + min(width - 1, Int(min(1, max(0, ratio)) * Double(width)))
    }
    write(say(label), chart.column + labelWidth - 4, row, Style(.dim))
    for column in positions[0]...positions[4] {
      let isBody = column >= positions[1] && column <= positions[3]
      write(isBody ? glyphs.boxBody : glyphs.boxWhisker, column, row, Style(isBody ? ink : .dim))
    }
    write(glyphs.boxStart, positions[0], row, Style(.dim))
    write(glyphs.boxEnd, positions[4], row, Style(.dim))
    write(glyphs.boxMedian, positions[2], row, Style(.theory))
  }

  /// A count below the histogram; in warning colours if it is not what one expects.
  private struct Count {
    var label: String
    var text: String
    var isAlarming = false
  }

  /// Draws what no bar shows: zeros, NaN, infinities, and what lies off the axis.
  private mutating func drawCounts(
    _ counts: ElementCounts, _ bars: HistogramBars?, _ summary: Tensors.Summary?, row: Int,
    in rect: Rect
  ) {
    guard row < rect.maxRow else { return }
    let isWide = rect.columns >= 66
    func text(_ count: Int) -> String {
      isWide || count < 1_000_000 ? NumberText.grouped(count) : NumberText.count(count)
    }
    var items = [
      Count(label: "zeros", text: text(counts.zeros)),
      Count(label: "NaN", text: text(counts.nan), isAlarming: counts.nan > 0),
    ]
    let infinities = [("-Inf", counts.negativeInfinity), ("+Inf", counts.positiveInfinity)]
    let both = [("Inf", counts.negativeInfinity + counts.positiveInfinity)]
    items += (isWide ? infinities : both).map {
      Count(label: $0.0, text: text($0.1), isAlarming: $0.1 > 0)
    }
    items += outsideCounts(bars, summary, isWide: isWide, text)
    var column = rect.column + (isWide ? 1 : 0)
    for item in items {
      let label = say(item.label) + " "
      guard column + label.count + item.text.count <= rect.maxColumn else { return }
      column = write(label, column, row, Style(.dim))
      let style = item.isAlarming ? Style(.warning).bold : Style(.text)
      column = write(item.text, column, row, style) + (isWide ? 3 : 2)
    }
  }

  /// The overflow buckets: how many values lie below and above the axis, and the furthest.
  private func outsideCounts(
    _ bars: HistogramBars?, _ summary: Tensors.Summary?, isWide: Bool, _ text: (Int) -> String
  ) -> [Count] {
    let (below, above) = (bars?.belowCount ?? 0, bars?.aboveCount ?? 0)
    guard below + above > 0, let low = summary?.minimum, let high = summary?.maximum else {
      return [Count(label: isWide ? "outside the axis" : "outside", text: "0")]
    }
    guard isWide else { return [Count(label: "outside", text: text(below + above))] }
    let furthest = abs(low) > abs(high) ? low : high
    return [
      Count(label: "below", text: text(below)), Count(label: "above", text: text(above)),
      Count(label: "furthest", text: NumberText.value(furthest), isAlarming: true),
    ]
  }
}

extension InspectorState {
  /// The bars of a parameter as the histogram shows them now: zoomed, finer, with what was before.
  func histogramBars(of parameter: Int, plotColumns: Int) -> HistogramBars? {
    guard let figure = figures[parameter], let statistics = shown(figure.statistics)
    else { return nil }
    var now = statistics.distribution
    var before = shown(figure.before)?.distribution
    if detail.histogram.zoom != nil, let answered = board[.recount]?.answered,
      case .recount(parameter, _, detail.part) = answered.request,
      case .recount(let counted) = answered.answer
    {
      (now, before) = (counted.now, counted.before)
    }
    return HistogramBars(
      now: now, before: detail.histogram.showsBefore ? before : nil,
      distribution: outline.parameters[parameter].origin?.theory.distribution,
      binCount: HistogramBars.binCount(
        columns: plotColumns, valueCount: statistics.summary.finite,
        refinement: detail.histogram.refinement))
  }
}

extension InitializerTheory {
  /// The distribution, where there is one in closed form.
  var distribution: Distribution? {
    if case .known(let distribution, _) = self { distribution } else { nil }
  }

  /// How the numbers of the distribution come about.
  var formulas: [Formula] {
    if case .known(_, let formulas) = self { formulas } else { [] }
  }
}
