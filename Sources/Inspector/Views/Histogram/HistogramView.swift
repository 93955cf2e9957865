internal import ModelEngine
internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

/// What a histogram shows: counts now and before over one axis, and what theory expects.
struct HistogramBars {
  let axis: DisplayAxis
  let now: [Int]
  let before: [Int]?
  /// What theory expects between two values, or nil if it expects nothing.
  private let distribution: Distribution?
  let totalCount: Int
  /// How many values lie below the axis, and above it.
  let belowCount: Int
  let aboveCount: Int

  /// Groups distributions into bins.
  ///
  /// - Returns: Nil if there is nothing finite to show.
  init?(
    now: Histogram?, before: Histogram?, distribution: Distribution?, binCount: Int
  ) {
    guard let now, let bins = now.regrouped(into: binCount) else { return nil }
    axis = now.axis
    self.now = bins.counts
    self.before = before.flatMap {
      $0.axis == now.axis ? $0.regrouped(into: binCount)?.counts : nil
    }
    self.distribution = distribution
    totalCount = now.totalCount
    (belowCount, aboveCount) = (now.belowCount, now.aboveCount)
  }

  /// An edge between bins, counted from the lower end of the axis.
  func edge(_ index: Int) -> Double {
    let count = Double(now.count)
    return axis.low * ((count - Double(index)) / count) + axis.high * (Double(index) / count)
  }

  /// An edge in digits enough to tell it from its neighbours.
  func edgeText(_ index: Int) -> String {
    let exact = NumberText.shortest(edge(index))
    return exact.count <= 10 ? exact : NumberText.value(edge(index))
  }

  /// The values of a bin.
  func edges(ofBin index: Int) -> Range<Double> {
    min(edge(index), edge(index + 1))..<max(edge(index), edge(index + 1))
  }

  /// The counts that theory expects of bins around each of so many columns; nil where it has none.
  ///
  /// - Returns: As many numbers as `columnCount`, or none without a theory.
  func expectedCounts(columnCount: Int) -> [Double?] {
    guard let distribution else { return [] }
    if case .constant = distribution { return [] }
    let width = (axis.high / 2 - axis.low / 2) / Double(columnCount) * 2
    let columnsPerBin = Double(columnCount) / Double(now.count)
    let bounds = distribution.bounds
    return (0..<columnCount).map { column in
      let low = axis.low + Double(column) * width
      // A column that lies half outside the support belongs to neither side.
      guard low + width / 2 > bounds.low, low + width / 2 < bounds.high else { return nil }
      let share =
        distribution.cumulativeProbability(low + width) - distribution.cumulativeProbability(low)
      return share * Double(totalCount) * columnsPerBin
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
    let theory = bars.expectedCounts(columnCount: columnsPerBin * bars.now.count)
    let greatest = max(Double(bars.now.max() ?? 0), theory.compactMap { $0 }.max() ?? 0)
    let rowCount = plot.rows - (bars.before == nil ? 0 : 1)
    let scale =
      showsScale
      ? HistogramScale(greatest: greatest, rowCount: rowCount, isLogarithmic: isLogarithmic)
      : HistogramScale(filling: rowCount, with: greatest)
    if showsScale { drawScale(scale, plot: plot) }
    for column in 0..<(columnsPerBin * bars.now.count) {
      let bin = column / columnsPerBin
      let heights = ColumnHeights(
        now: scale.eighths(Double(bars.now[bin])),
        before: bars.before.map { scale.eighths(Double($0[bin])) } ?? 0,
        theory: theory.isEmpty ? nil : theory[column].map(scale.eighths))
      drawColumn(
        heights, column: plot.column + column, baseline: plot.maxRow - 1, rowCount: scale.rowCount,
        ink: ink)
    }
    drawClippedCounts(bars, in: plot, columnsPerBin: columnsPerBin, scale: scale)
    let width = columnsPerBin * bars.now.count
    drawValueAxis(
      bars.axis, column: plot.column, width: width, row: plot.maxRow, hasCorner: showsScale)
  }

  /// The columns in front of the axis of counts.
  func labelWidth(_ chart: Rect) -> Int { DistributionLayout.labelWidth(chart) }

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

  private mutating func drawColumn(
    _ heights: ColumnHeights, column: Int, baseline: Int, rowCount: Int, ink: Ink
  ) {
    for row in 0..<rowCount {
      guard let (glyph, style) = heights.cell(atRow: row).look(glyphs, ink: ink) else { continue }
      write(glyph, column, baseline - row, style)
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
    var taken: [Range<Int>] = []
    // The ends first: what would touch them is left out.
    for part in [0, parts]
      + Array(1..<parts).sorted(by: { abs($0 * 2 - parts) < abs($1 * 2 - parts) })
    {
      let position = column + width * part / parts
      write(glyphs.joinUp, position, row, Style(.rule))
      let value = axis.low + (axis.high - axis.low) * Double(part) / Double(parts)
      let isZero = abs(value) < (axis.high - axis.low) * 1e-9
      let text = isZero ? "0" : NumberText.tick(value)
      // Beside another plot there is no room in front of the axis.
      let least = hasCorner ? .min : column - 1
      let start = max(least, min(position - text.count / 2, column + width - text.count))
      let cells = start..<(start + text.count)
      guard !taken.contains(where: { $0.overlaps((cells.lowerBound - 1)..<(cells.upperBound + 1)) })
      else { continue }
      taken.append(cells)
      write(text, start, row + 1, Style(.dim))
    }
  }
}

/// The heights at one column of a histogram, in eighths of a cell.
private struct ColumnHeights {
  let now: Int
  let before: Int
  let theory: Int?

  /// What lies in the cell at a row counted from the axis.
  func cell(atRow row: Int) -> HistogramCell {
    func part(_ height: Int) -> Int { min(max(height - 8 * row, 0), 8) }
    let line = theory.flatMap { $0 > 0 && (0..<8).contains($0 - 8 * row) ? $0 - 8 * row : nil }
    return HistogramCell(now: part(now), before: part(before), theory: line)
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
      let glyph =
        theory < 3 ? glyphs.theoryLow : theory < 6 ? glyphs.theoryMiddle : glyphs.theoryHigh
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
