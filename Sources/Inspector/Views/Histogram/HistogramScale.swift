private import Glibc
internal import Tensors

/// How counts become heights: eighths of a cell, on an axis with round ticks.
struct HistogramScale {
  /// The number of rows that bars can fill.
  let rowCount: Int
  /// Whether heights are logarithms of counts.
  let isLogarithmic: Bool
  /// What a row is worth, in counts or in powers of ten.
  let valuePerRow: Double
  /// The number of rows between ticks.
  let rowsPerTick: Int

  /// Chooses a scale on which `greatest` fits.
  init(greatest: Double, rowCount: Int, isLogarithmic: Bool) {
    self.rowCount = max(1, rowCount)
    self.isLogarithmic = isLogarithmic
    if isLogarithmic {
      let decades = max(1, log10(1 + greatest).rounded(.up))
      rowsPerTick = max(1, Int(Double(self.rowCount) / decades))
      valuePerRow = 1 / Double(rowsPerTick)
      return
    }
    let needed = max(greatest, 1) * 1.02 / Double(self.rowCount)
    var best = (value: Double.infinity, rows: 1)
    for rows in 2...5 {
      let step = Self.roundStep(atLeast: needed * Double(rows))
      if step / Double(rows) < best.value { best = (step / Double(rows), rows) }
    }
    (valuePerRow, rowsPerTick) = best
  }

  /// A scale without ticks on which `greatest` fills all rows.
  init(filling rowCount: Int, with greatest: Double) {
    self.rowCount = max(1, rowCount)
    isLogarithmic = false
    rowsPerTick = .max
    valuePerRow = max(greatest, 1) / Double(self.rowCount)
  }

  /// The height of a bar in eighths of a cell.
  func eighths(_ count: Double) -> Int {
    let value = isLogarithmic ? log10(1 + count) : count
    return Int((value / valuePerRow * 8).rounded())
  }

  /// The text of the tick at a row counted from the axis, if there is one.
  func tick(atRow row: Int) -> String? {
    guard row.isMultiple(of: rowsPerTick) else { return nil }
    let value = Double(row) * valuePerRow
    if isLogarithmic { return row == 0 ? "0" : Self.shortCount(pow(10, value.rounded())) }
    return Self.shortCount(value)
  }

  /// The smallest 1, 2 or 5 times a power of ten that is at least `value`, and at least 1.
  private static func roundStep(atLeast value: Double) -> Double {
    var power = 1.0
    while true {
      for mantissa in [1.0, 2, 5] where mantissa * power >= value { return mantissa * power }
      power *= 10
    }
  }

  private static func shortCount(_ value: Double) -> String {
    for (size, unit) in [(1e12, "T"), (1e9, "G"), (1e6, "M"), (1e3, "k")] where value >= size {
      return NumberText.shortest(value / size) + unit
    }
    return NumberText.shortest(value)
  }
}
