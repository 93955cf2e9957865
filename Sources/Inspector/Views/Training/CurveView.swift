internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Draws a series over an area: bars from zero on, its greatest value at the left, steps below.
  ///
  /// What is not finite has no bar.
  mutating func drawCurve(_ curve: Curve, in rect: Rect, label: String) {
    let plot = rect.inset(left: 6, top: 0, right: 0, bottom: 2)
    let heights = curve.columns(plot.columns)
    let scale = CurveScale(heights, rowCount: plot.rows)
    for (column, height) in heights.enumerated() where height.isFinite {
      drawBar(scale.eighths(height), plot.column + column, baseline: plot.maxRow - 1)
    }
    for row in plot.rowRange {
      write(
        row == plot.row ? glyphs.axisTick : glyphs.verticalRule, plot.column - 1, row, Style(.rule))
    }
    write(scale.topText, endingAt: plot.column - 2, plot.row, Style(.dim))
    write(NumberText.tick(scale.low), endingAt: plot.column - 2, plot.maxRow, Style(.dim))
    write(glyphs.axisCorner, plot.column - 1, plot.maxRow, Style(.rule))
    rule(plot.columnRange, row: plot.maxRow, isFocused: false)
    let numbers = plot.maxRow + 1
    write("1", plot.column, numbers, Style(.dim))
    let end = NumberText.grouped(curve.count)
    if curve.count > 1 { write(end, endingAt: plot.maxColumn, numbers, Style(.dim)) }
    let width = CharacterWidth.displayWidth(of: label)
    write(label, plot.column + (plot.columns - width) / 2, numbers, Style(.dim))
  }

  private mutating func drawBar(_ eighths: Int, _ column: Int, baseline: Int) {
    for row in 0...(eighths / 8) {
      let level = min(8, eighths - row * 8)
      guard level > 0 else { return }
      write(glyphs.barLevels[level], column, baseline - row, Style(.now))
    }
  }
}

/// How numbers become heights, from zero or the smallest to a round number above the greatest.
struct CurveScale {
  let low: Double
  let high: Double
  let rowCount: Int

  init(_ values: [Double], rowCount: Int) {
    let finite = values.filter(\.isFinite)
    low = min(0, finite.min() ?? 0)
    let greatest = max(finite.max() ?? 0, low)
    high = greatest > low ? low + Self.round(above: greatest - low) : low + 1
    self.rowCount = rowCount
  }

  /// The height of a bar in eighths of a cell.
  func eighths(_ value: Double) -> Int {
    let share = (value - low) / (high - low)
    return share.isFinite ? Int((min(max(share, 0), 1) * Double(rowCount * 8)).rounded()) : 0
  }

  /// The number at the top.
  var topText: String { NumberText.tick(high) }

  /// The smallest 1, 1.5, 2, 2.5, 3, 4, 5, 6 or 8 times a power of ten that is not below a value.
  private static func round(above value: Double) -> Double {
    guard value.isNormal else { return 1 }
    var power = 1.0
    while power * 10 <= value { power *= 10 }
    while power > value { power /= 10 }
    let mantissas: [Double] = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8]
    return (mantissas.first { $0 * power >= value } ?? 10) * power
  }
}

extension Curve {
  /// The series in so many columns: the last value of what falls into each, or each value several
  /// times over.
  func columns(_ width: Int) -> [Double] {
    guard width > 0, !points.isEmpty else { return [] }
    return (0..<width).map { column in
      points[
        points.count > width
          ? (column + 1) * points.count / width - 1 : column * points.count / width]
    }
  }
}
