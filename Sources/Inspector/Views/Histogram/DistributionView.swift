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
    guard let statistics = scanned.components.first, statistics.summary.finite > 0 else {
      drawCounts(scanned.counts, outside: 0, row: rect.row + 1, in: rect)
      return
    }
    let hasFacts = rect.columns >= 70
    let factsWidth = hasFacts ? 35 : rect.columns >= 46 ? 12 : 0
    let spacing = rect.rows >= 22 ? 1 : 0
    let (chartAndBelow, facts) = rect.inset(left: 0, top: spacing, right: 0, bottom: 0)
      .splitRight(factsWidth)
    let figure = state.figures[parameter]
    let before = state.detail.histogram.showsBefore ? figure?.before : nil
    drawLegend(of: parameter, hasBefore: before != nil, row: chartAndBelow.row, in: rect)
    let (_, below) = chartAndBelow.splitTop(2)
    let boxRows = rect.rows >= 12 ? (before == nil ? 1 : rect.rows >= 20 ? 2 : 1) : 0
    let (chart, rest) = below.splitTop(max(4, below.rows - boxRows - 2 - 2 * spacing))
    drawChart(statistics, before: before, of: parameter, in: chart)
    var row = rest.row + spacing
    if boxRows > 0 {
      drawBoxPlot("now", statistics, in: chart, row: row, ink: .text)
      if boxRows > 1, let before = before?.components.first {
        drawBoxPlot("was", before, in: chart, row: row + 1, ink: .dim, axis: statistics)
      }
      row += boxRows
    }
    let outside = statistics.distribution.map { $0.belowCount + $0.aboveCount } ?? 0
    drawCounts(scanned.counts, outside: outside, row: row + spacing, in: rect)
    guard factsWidth > 0 else { return }
    let factsTop = facts.inset(left: hasFacts ? 1 : 0, top: 2, right: 0, bottom: 0)
    if hasFacts {
      drawFacts(of: parameter, in: factsTop)
    } else {
      drawShortFacts(of: parameter, in: factsTop)
    }
  }

  private mutating func drawLegend(of parameter: Int, hasBefore: Bool, row: Int, in rect: Rect) {
    let info = state.outline.parameters[parameter]
    var column = write(glyphs.fullBlock, rect.column + 1, row, Style(.now))
    column = write(" now  ", column, row, Style(.text).bold)
    if hasBefore {
      column = write(glyphs.beforeBar, column, row, Style(.before, on: .before))
      column = write(" before  ", column, row, Style(.dim))
    }
    if let origin = info.origin {
      if origin.theory.distribution != nil {
        column = write(glyphs.theoryMiddle, column, row, Style(.theory))
        column = write(" theory  ", column, row, Style(.dim))
      }
      let end = rect.maxColumn
      let text = shortened(origin.text, to: max(1, min(34, end - column)))
      let start =
        rect.columns >= 70 ? end - 34 : max(column, end - CharacterWidth.displayWidth(of: text))
      write(text, start, row, Style(.text).bold)
    } else {
      write("\(NumberText.grouped(info.elementCount ?? 0)) values", column, row, Style(.dim))
    }
  }

  private mutating func drawChart(
    _ statistics: TensorStatistics, before: ScannedTensor?, of parameter: Int, in chart: Rect
  ) {
    let plotColumns = plotWidth(chart)
    let binCount = HistogramBars.binCount(
      columns: plotColumns, valueCount: statistics.summary.finite,
      refinement: state.detail.histogram.refinement)
    let bars = HistogramBars(
      now: statistics.distribution, before: before?.components.first?.distribution,
      distribution: state.outline.parameters[parameter].origin?.theory.distribution,
      binCount: binCount)
    guard let bars else { return }
    drawHistogram(
      bars, in: chart, isLogarithmic: state.detail.histogram.isLogarithmic, showsScale: true)
  }

  /// The columns that bars can take in a chart with a scale.
  func plotWidth(_ chart: Rect) -> Int {
    min(64, max(8, chart.columns - labelWidth(chart) - 1))
  }

  /// Draws 1 %, 25 %, 50 %, 75 % and 99 % on the axis of the chart.
  mutating func drawBoxPlot(
    _ label: String, _ statistics: TensorStatistics, in chart: Rect, row: Int, ink: Ink,
    axis other: TensorStatistics? = nil
  ) {
    guard let quantiles = statistics.quantiles, let axis = (other ?? statistics).distribution?.axis
    else { return }
    let plotColumns = plotWidth(chart)
    let binCount = HistogramBars.binCount(
      columns: plotColumns, valueCount: (other ?? statistics).summary.finite,
      refinement: state.detail.histogram.refinement)
    let width = plotColumns / binCount * binCount
    let start = chart.column + labelWidth(chart) + 1
    let positions = [0.01, 0.25, 0.5, 0.75, 0.99].map { probability -> Int in
      let value = quantiles[probability] ?? 0
      let ratio = (value / 2 - axis.low / 2) / (axis.high / 2 - axis.low / 2)
      // What lies far off the axis must not overflow.
      return start + min(width - 1, Int(min(1, max(0, ratio)) * Double(width)))
    }
    write(label, chart.column + labelWidth(chart) - 4, row, Style(.dim))
    for column in positions[0]...positions[4] {
      let isBody = column >= positions[1] && column <= positions[3]
      write(isBody ? glyphs.boxBody : glyphs.boxWhisker, column, row, Style(isBody ? ink : .dim))
    }
    write(glyphs.boxStart, positions[0], row, Style(.dim))
    write(glyphs.boxEnd, positions[4], row, Style(.dim))
    write(glyphs.boxMedian, positions[2], row, Style(.theory))
  }

  private mutating func drawCounts(
    _ counts: ElementCounts, outside: Int, row: Int, in rect: Rect
  ) {
    guard row < rect.maxRow else { return }
    let isWide = rect.columns >= 66
    let infinities =
      isWide
      ? [("-Inf", counts.negativeInfinity, true), ("+Inf", counts.positiveInfinity, true)]
      : [("Inf", counts.negativeInfinity + counts.positiveInfinity, true)]
    let items =
      [("zeros", counts.zeros, false), ("NaN", counts.nan, true)] + infinities
      + [(isWide ? "outside the axis" : "outside", outside, false)]
    var column = rect.column + (isWide ? 1 : 0)
    for (label, count, isAlarming) in items {
      column = write(say(label) + " ", column, row, Style(.dim))
      let style = isAlarming && count > 0 ? Style(.warning).bold : Style(.text)
      let text = isWide || count < 1_000_000 ? NumberText.grouped(count) : NumberText.count(count)
      column = write(text, column, row, style) + (isWide ? 3 : 2)
    }
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
