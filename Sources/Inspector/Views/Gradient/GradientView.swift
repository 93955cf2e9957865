internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// The cells that a map of eight numbers takes, with a sign between maps.
  private static let panelWidth = 26

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
    drawGradientTitle(of: parameter, report, in: rect, row: rect.row + spacing)
    let panels = panels(of: report, in: rect)
    let top = rect.row + 1 + 2 * spacing
    let bottom = rect.maxRow - (report.cosine == nil ? 0 : 1 + spacing)
    for (offset, part) in panels.enumerated() {
      let area = Rect(
        column: rect.column + 1 + offset * Self.panelWidth, row: top,
        columns: Self.panelWidth - 1, rows: bottom - top)
      let isSum = offset == panels.count - 1
      draw(part, isSum: isSum, report, in: area)
      guard offset > 0, area.rows > 5 else { continue }
      write(
        isSum && panels.count > 1 ? "=" : "+", area.column - 1, area.row + 4, Style(.text).bold)
    }
    drawAgreement(report, in: rect)
  }

  /// The uses that fit, then the sum.
  private func panels(of report: GradientReport, in rect: Rect) -> [GradientReport.Part] {
    let room = max(1, rect.columns / Self.panelWidth)
    return Array(report.uses.prefix(room - 1)) + [report.sum]
  }

  private mutating func drawGradientTitle(
    of parameter: Int, _ report: GradientReport, in rect: Rect, row: Int
  ) {
    let info = state.outline.parameters[parameter]
    let hidden = report.parts.count - panels(of: report, in: rect).count
    var column = write(
      shortened("\(info.name).grad", to: max(8, rect.columns - 34)), rect.column + 1, row,
      Style(.text).bold)
    if let tie = info.tie {
      column = write(" " + tieText(tie), column, row, Style(.tie(tie)).bold)
    }
    let text: Phrase =
      report.uses.count > 1 ? " is the sum of \(report.uses.count) uses" : " has one use"
    column = write(text, column, row, Style(.text))
    if hidden > 0 { write(", \(hidden) not shown", column, row, Style(.dim)) }
  }

  // MARK: - One part

  private mutating func draw(
    _ part: GradientReport.Part, isSum: Bool, _ report: GradientReport, in area: Rect
  ) {
    let title = isSum ? say("sum") : "\(part.path) \(part.layer)"
    write(shortened(title, to: area.columns - 1), area.column + 1, area.row, Style(.text).bold)
    let rowCount = part.columnCount == 0 ? 0 : part.cells.count / part.columnCount
    let mapRows = min(rowCount, max(1, area.rows - 4))
    for row in 0..<mapRows {
      for column in 0..<part.columnCount {
        drawGradientCell(
          part.cells[row * part.columnCount + column], greatest: report.greatestCell,
          column: area.column + column * 3, row: area.row + 1 + row)
      }
    }
    let factsRow = area.maxRow - 2
    drawFacts(of: part, isSum: isSum, in: area, row: factsRow)
    let chart = Rect(
      column: area.column + 1, row: area.row + 2 + mapRows, columns: 24,
      rows: factsRow - area.row - 3 - mapRows)
    guard chart.rows >= 5 else { return }
    let bars = HistogramBars(
      now: part.statistics.distribution, before: nil, distribution: nil, binCount: 12)
    if let bars {
      drawHistogram(
        bars, in: chart, isLogarithmic: false, showsScale: false, ink: isSum ? .now : .before)
    }
  }

  private mutating func drawGradientCell(_ value: Double, greatest: Double, column: Int, row: Int) {
    let isAbsolute = state.detail.gradient.isAbsolute
    guard value.isFinite, greatest > 0 else {
      write(glyphs.look, endingAt: column + 3, row, Style(.warning).bold)
      return
    }
    let ratio = (isAbsolute ? abs(value) : value) / greatest
    let ninths = Int((abs(ratio) * 9).rounded())
    let sign = ninths == 0 || isAbsolute ? " " : ratio < 0 ? "-" : "+"
    write(" \(sign)\(ninths)", column, row, Style(.text, on: .heat(ofRatio: ratio)))
  }

  private mutating func drawFacts(
    of part: GradientReport.Part, isSum: Bool, in area: Rect, row: Int
  ) {
    let summary = part.statistics.summary
    var column = write("l2 ", area.column + 1, row, Style(.dim))
    column = write(summary.l2.map(NumberText.value) ?? "-", column, row, Style(.text).bold)
    if !isSum, let share = part.share {
      column = write("  share ", column, row, Style(.dim))
      write("\(Int((share * 100).rounded())) %", column, row, Style(.text).bold)
    }
    let infinities = summary.positiveInfinity + summary.negativeInfinity
    write(
      "zeros \(summary.zeros)  NaN \(summary.nan)  Inf \(infinities)", area.column + 1, row + 1,
      summary.nan + infinities > 0 ? Style(.warning).bold : Style(.dim), limit: area.columns - 1)
  }

  private mutating func drawAgreement(_ report: GradientReport, in rect: Rect) {
    guard let cosine = report.cosine else { return }
    let row = rect.maxRow - 1
    let verdict: Phrase =
      cosine > 0.5
      ? "they agree" : cosine > 0 ? "they hardly agree" : "they work against each other"
    var column = write("cosine of the two uses ", rect.column + 1, row, Style(.dim))
    column = write(NumberText.value(cosine), column, row, Style(.text).bold)
    column = write("   \(verdict)", column, row, Style(.text))
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
