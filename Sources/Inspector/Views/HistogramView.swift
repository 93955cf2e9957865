internal import ModelEngine
internal import Tensors
internal import TerminalUI
internal import Workspace

/// What a histogram shows: counts now and before over one axis, and what theory expects.
struct HistogramBars {
  let axis: DisplayAxis
  let now: [Int]
  let before: [Int]?
  let theory: [Double]?

  /// Groups distributions into bins.
  ///
  /// - Returns: Nil if there is nothing finite to show.
  init?(
    now: Histogram?, before: Histogram?, distribution: Distribution?, binCount: Int
  ) {
    guard let now, let bins = now.regrouped(into: binCount) else { return nil }
    axis = now.axis
    self.now = bins.counts
    self.before = before.flatMap { $0.axis == now.axis ? $0.regrouped(into: binCount)?.counts : nil }
    theory = distribution.flatMap { distribution in
      if case .constant = distribution { return nil }
      let width = (now.high - now.low) / Double(binCount)
      let edges = (0...binCount).map { now.low + Double($0) * width }
      return (0..<binCount).map { bin in
        let share =
          distribution.cumulativeProbability(edges[bin + 1])
          - distribution.cumulativeProbability(edges[bin])
        return share * Double(now.totalCount)
      }
    }
  }

  /// The number of bins for so many values in so many columns; it divides the fine bins.
  static func binCount(columns: Int, valueCount: Int, refinement: Int) -> Int {
    var root = 1
    while (root + 1) * (root + 1) * (root + 1) <= valueCount { root += 1 }
    var wanted = max(16, 2 * root)
    for _ in 0..<abs(refinement) { wanted = refinement > 0 ? wanted * 2 : wanted / 2 }
    let most = max(1, min(refinement > 0 ? columns : columns / 2, wanted))
    let fitting = (1...most).filter {
      DisplayAxis.binCount.isMultiple(of: $0) && columns / $0 * $0 * 4 >= columns * 3
    }
    return fitting.last ?? 1
  }
}

extension Screen {
  /// Draws bars over an area whose last two rows are the axis and its numbers.
  ///
  /// The scale is that of the present counts; taller bars of the past are cut and counted.
  mutating func drawHistogram(
    _ bars: HistogramBars, in rect: Rect, isLogarithmic: Bool, showsScale: Bool,
    ink: Ink = .now
  ) {
    let plot = rect.inset(
      left: showsScale ? labelWidth(rect) + 1 : 0, top: 0, right: 0, bottom: 2)
    let columnsPerBin = max(1, plot.columns / bars.now.count)
    let greatest = max(Double(bars.now.max() ?? 0), bars.theory?.max() ?? 0)
    let scale = HistogramScale(
      greatest: greatest, rowCount: plot.rows - (bars.before == nil ? 0 : 1),
      isLogarithmic: isLogarithmic)
    if showsScale { drawScale(scale, plot: plot) }
    for bin in bars.now.indices {
      let columns = Rect(
        column: plot.column + bin * columnsPerBin, row: plot.row, columns: columnsPerBin,
        rows: plot.rows)
      drawBin(bin, of: bars, in: columns, scale: scale, ink: ink)
    }
    drawClippedCounts(bars, in: plot, columnsPerBin: columnsPerBin, scale: scale)
    let width = columnsPerBin * bars.now.count
    drawValueAxis(bars.axis, column: plot.column, width: width, row: plot.maxRow, hasCorner: showsScale)
  }

  /// The columns in front of the axis of counts.
  func labelWidth(_ chart: Rect) -> Int { chart.columns >= 38 ? 5 : 4 }

  private mutating func drawScale(_ scale: HistogramScale, plot: Rect) {
    for row in 0..<plot.rows {
      let y = plot.maxRow - 1 - row
      // A tick names the upper edge of the row below it.
      let tick = row < scale.rowCount ? scale.tick(atRow: row + 1) : nil
      if let tick { write(tick, endingAt: plot.column - (tick.count > 3 ? 1 : 2), y, Style(.dim)) }
      write(
        tick == nil ? glyphs.verticalRule : glyphs.axisTick, plot.column - 1, y, Style(.rule))
    }
    write("0", endingAt: plot.column - 2, plot.maxRow, Style(.dim))
  }

  private mutating func drawBin(
    _ bin: Int, of bars: HistogramBars, in rect: Rect, scale: HistogramScale, ink: Ink
  ) {
    let now = scale.eighths(Double(bars.now[bin]))
    let before = bars.before.map { min(scale.eighths(Double($0[bin])), scale.rowCount * 8) } ?? 0
    let theory = bars.theory.map { scale.eighths($0[bin]) }
    for row in 0..<scale.rowCount {
      let cell = HistogramCell(
        now: min(max(now - 8 * row, 0), 8), before: min(max(before - 8 * row, 0), 8),
        theory: theory.flatMap { (0..<8).contains($0 - 8 * row) && $0 > 0 ? $0 - 8 * row : nil })
      guard let (glyph, style) = cell.look(glyphs, ink: ink) else { continue }
      let text = String(repeating: glyph, count: rect.columns)
      write(text, rect.column, rect.maxRow - 1 - row, style)
    }
  }

  /// Marks bars of the past that are taller than the scale, and says how tall they are.
  private mutating func drawClippedCounts(
    _ bars: HistogramBars, in plot: Rect, columnsPerBin: Int, scale: HistogramScale
  ) {
    guard let before = bars.before else { return }
    let row = plot.maxRow - 1 - scale.rowCount
    let clipped = before.indices.filter { scale.eighths(Double(before[$0])) > scale.rowCount * 8 }
    guard let last = clipped.last else { return }
    for bin in clipped {
      write(
        String(repeating: glyphs.clippedBar, count: columnsPerBin),
        plot.column + bin * columnsPerBin, row, Style(.before))
    }
    let counts = clipped.prefix(3).map { NumberText.count(before[$0]) }
    let text = counts.joined(separator: " ") + (clipped.count > 3 ? " \(glyphs.ellipsis)" : "")
    let column = plot.column + (last + 1) * columnsPerBin + 1
    let width = CharacterWidth.displayWidth(of: text)
    let fits = column + width <= plot.column + columnsPerBin * before.count
    let first = plot.column + (clipped.first ?? 0) * columnsPerBin
    write(text, fits ? column : max(plot.column, first - 1 - width), row, Style(.dim))
  }

  /// Draws the axis of values with its ticks and their numbers.
  mutating func drawValueAxis(
    _ axis: DisplayAxis, column: Int, width: Int, row: Int, hasCorner: Bool
  ) {
    if hasCorner { write(glyphs.axisCorner, column - 1, row, Style(.rule)) }
    write(String(repeating: glyphs.rule, count: width + 1), column, row, Style(.rule))
    let parts = width >= 32 ? 4 : 2
    for part in 0...parts {
      let position = column + width * part / parts
      let value = axis.low + (axis.high - axis.low) * Double(part) / Double(parts)
      let isZero = abs(value) < (axis.high - axis.low) * 1e-9
      write(glyphs.joinUp, position, row, Style(.rule))
      let text = isZero ? "0" : NumberText.tick(value)
      let textWidth = CharacterWidth.displayWidth(of: text)
      write(text, min(position - textWidth / 2, column + width + 1 - textWidth), row + 1, Style(.dim))
    }
  }
}

/// What one cell of a histogram is made of, in eighths from its lower edge.
private struct HistogramCell {
  let now: Int
  let before: Int
  let theory: Int?

  /// The glyph and its style; nil for an empty cell.
  func look(_ glyphs: Glyphs, ink: Ink) -> (String, Style)? {
    if let theory, now == 0 || now == 8 {
      let glyph = theory < 3 ? glyphs.theoryLow : theory < 6 ? glyphs.theoryMiddle : glyphs.theoryHigh
      // Over a full bar the line is a cut in the bar.
      if now == 8 { return (glyph, Style(.canvas, on: ink)) }
      return (glyph, Style(.theory, on: before == 8 ? .before : .terminal))
    }
    if now == 8 { return (glyphs.fullBlock, Style(ink)) }
    if now > 0 { return (glyphs.barLevels[now], Style(ink, on: before == 8 ? .before : .terminal)) }
    if before == 8 { return (glyphs.beforeBar, Style(.before, on: .before)) }
    if before > 0 { return (glyphs.barLevels[before], Style(.before)) }
    return nil
  }
}
