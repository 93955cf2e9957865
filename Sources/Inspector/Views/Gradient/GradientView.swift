internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Draws the gradient: a map and a histogram for each use, and for their sum.
  mutating func drawGradient(of parameter: Int, in rect: Rect) {
    let slot = state.board[.gradient]
    if let failure = slot?.failure, slot?.request == .gradient(parameter: parameter) {
      return drawNotice([say(failure)], in: rect, ink: .text)
    }
    guard let report = state.gradientReport(of: parameter) else {
      return drawNotice([say("reading the gradient")], in: rect, ink: .dim)
    }
    guard
      report.greatestCell > 0
        || report.sum.statistics.summary.finite
          > report.sum.statistics.summary.zeros
    else {
      return drawNotice(
        [say("The gradient is zero: no backward pass has reached this parameter yet.")], in: rect,
        ink: .dim)
    }
    let spacing = rect.rows >= 20 ? 1 : 0
    let layout = gradientLayout(report, in: rect)
    drawGradientTitle(of: parameter, report, layout, in: rect, row: rect.row + spacing)
    let top = rect.row + 1 + 2 * spacing
    let bottom = rect.maxRow - (report.cosine == nil ? 0 : 1 + spacing)
    let panels = report.uses[layout.uses] + [report.sum]
    for (offset, part) in panels.enumerated() {
      let area = layout.area(offset, rows: top..<max(top, bottom))
      let isSum = offset == panels.count - 1
      draw(part, isSum: isSum, report, layout, in: area)
      guard offset > 0, area.rows > 3 else { continue }
      write(
        isSum ? "=" : "+", layout.signColumn(offset), area.row + min(4, area.rows / 2),
        Style(.text).bold)
    }
    drawAgreement(report, in: rect)
  }

  /// Where the parts lie; against the edge of the screen no column stays empty.
  func gradientLayout(_ report: GradientReport, in rect: Rect) -> GradientLayout {
    let end = rect.maxColumn == state.size.columns - 1 ? state.size.columns : rect.maxColumn
    return GradientLayout(
      in: rect.column..<end, useCount: report.uses.count, first: state.detail.gradient.firstUse)
  }

  private mutating func drawGradientTitle(
    of parameter: Int, _ report: GradientReport, _ layout: GradientLayout, in rect: Rect, row: Int
  ) {
    let info = state.outline.parameters[parameter]
    let hidden = report.uses.count == 1 ? 0 : report.uses.count - layout.uses.count
    let count = report.uses.count
    let rest: Phrase =
      count == 1
      ? " has one use" : rect.columns < 48 ? "  \(count) uses" : " is the sum of \(count) uses"
    let more = hidden > 0 ? say(", ( ) \(hidden) more") : ""
    let tie = info.tie.map { " " + tieText($0) } ?? ""
    let taken = CharacterWidth.displayWidth(of: say(rest) + more + tie)
    var column = write(
      shortened("\(info.name).grad", to: max(8, rect.columns - 1 - taken)), rect.column + 1, row,
      Style(.text).bold)
    if let tieLetter = info.tie {
      column = write(tie, column, row, Style(.tie(tieLetter)).bold)
    }
    column = write(rest, column, row, Style(.text), limit: rect.maxColumn - column)
    write(more, column, row, Style(.dim), limit: max(0, rect.maxColumn - column))
  }

  // MARK: - One part

  private mutating func draw(
    _ part: GradientReport.Part, isSum: Bool, _ report: GradientReport, _ layout: GradientLayout,
    in area: Rect
  ) {
    // A single use is the sum, and stands for it under its own name.
    let use = isSum && report.uses.count == 1 ? report.uses[0] : part
    let title = use.path.isEmpty ? say("sum") : "\(use.path) \(use.layer)"
    write(shortened(title, to: area.columns), area.column, area.row, Style(.text).bold)
    let map = part.cells(inRows: max(1, area.rows - 3))
    for (row, cells) in map.enumerated() where area.row + 1 + row < area.maxRow {
      for (column, value) in cells.enumerated() {
        drawGradientCell(
          value, greatest: report.greatestCell, width: layout.cellWidth,
          column: area.column + column * layout.cellWidth, row: area.row + 1 + row)
      }
    }
    let factsRow = area.maxRow - 2
    drawFacts(of: part, isSum: isSum, in: area, row: factsRow)
    let chart = Rect(
      column: area.column + 1, row: area.row + 2 + map.count, columns: area.columns,
      rows: factsRow - area.row - 3 - map.count)
    guard chart.rows >= 5 else { return }
    let bars = HistogramBars(
      now: part.statistics.distribution, before: nil, distribution: nil,
      binCount: area.columns >= 24 ? 12 : 5)
    if let bars {
      drawHistogram(
        bars, in: chart, isLogarithmic: false, showsScale: false, ink: isSum ? .now : .before)
    }
  }

  private mutating func drawGradientCell(
    _ value: Double, greatest: Double, width: Int, column: Int, row: Int
  ) {
    let isAbsolute = state.detail.gradient.isAbsolute
    guard value.isFinite, greatest > 0 else {
      write(glyphs.look, endingAt: column + width, row, Style(.warning).bold)
      return
    }
    let ratio = (isAbsolute ? abs(value) : value) / greatest
    let ninths = Int((abs(ratio) * 9).rounded())
    let sign = ninths == 0 || isAbsolute ? " " : ratio < 0 ? "-" : "+"
    let gap = String(repeating: " ", count: width - 2)
    write("\(gap)\(sign)\(ninths)", column, row, Style(.text, on: .heat(ofRatio: ratio)))
  }

  /// Draws the norm, the share and what is not finite, in two rows.
  private mutating func drawFacts(
    of part: GradientReport.Part, isSum: Bool, in area: Rect, row: Int
  ) {
    let summary = part.statistics.summary
    let isWide = area.columns >= 24
    var column = write("l2 ", area.column, row, Style(.dim))
    column = write(summary.l2.map(NumberText.value) ?? "-", column, row, Style(.text).bold)
    let infinities = summary.positiveInfinity + summary.negativeInfinity
    let isAlarming = summary.nan + infinities > 0
    if !isSum, let share = part.share, isWide || !isAlarming {
      let place = isWide ? (column + 2, row) : (area.column, row + 1)
      let end = write("share ", place.0, place.1, Style(.dim))
      write("\(Int((share * 100).rounded())) %", end, place.1, Style(.text).bold)
    }
    guard isWide || isAlarming else { return }
    let zeros = isWide ? "zeros \(summary.zeros)  " : ""
    write(
      "\(zeros)NaN \(summary.nan)  Inf \(infinities)", area.column, row + 1,
      isAlarming ? Style(.warning).bold : Style(.dim), limit: area.columns)
  }

  private mutating func drawAgreement(_ report: GradientReport, in rect: Rect) {
    guard let cosine = report.cosine else { return }
    let row = rect.maxRow - 1
    let verdict: Phrase =
      cosine > 0.5
      ? "they agree" : cosine > 0 ? "they hardly agree" : "they work against each other"
    let isWide = rect.columns >= 48
    let label: Phrase = isWide ? "cosine of the two uses " : "cosine "
    var column = write(label, rect.column + 1, row, Style(.dim))
    column = write(NumberText.value(cosine), column, row, Style(.text).bold)
    column = write("\(isWide ? "   " : "  ")\(verdict)", column, row, Style(.text))
    let scale = "   +9 = \(NumberText.value(report.greatestCell))"
    if column + scale.count <= rect.maxColumn { write(scale, column, row, Style(.dim)) }
  }
}

extension InspectorState {
  /// The gradient of a parameter, once it is known.
  func gradientReport(of parameter: Int) -> GradientReport? {
    guard let answered = board[.gradient]?.answered,
      answered.request == .gradient(parameter: parameter),
      case .gradient(let report) = answered.answer
    else { return nil }
    return report
  }
}
