internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

/// What one row of the ridge is drawn from.
private struct RidgeRow {
  let entry: HistoryEntry
  let counts: [Int]
  let isPresent: Bool
}

/// Where the columns of the history lie.
private struct HistoryColumns {
  let ridge: Int
  let binCount: Int
  let columnsPerBin: Int
  /// Where the numbers end, as many as fit.
  let ends: [Int]

  init(in rect: Rect) {
    ridge = rect.column + 12
    let room = rect.columns - 13
    let numberCount = room >= 72 ? 4 : room >= 48 ? 3 : room >= 22 ? 1 : 0
    let ridgeRoom = max(4, room - numberCount * 10 - 1)
    columnsPerBin = ridgeRoom >= 24 ? 2 : 1
    binCount = min(24, max(4, ridgeRoom / columnsPerBin))
    let first = ridge + binCount * columnsPerBin + 1
    ends = (1...max(1, numberCount)).map { first + $0 * 10 }.filter { _ in numberCount > 0 }
  }
}

extension Screen {
  /// Draws the parameter after each of its changes, a small histogram each, the newest lowest.
  mutating func drawHistory(of parameter: Int, in rect: Rect) {
    let history = state.history(of: parameter)
    let columns = HistoryColumns(in: rect)
    let top = rect.row + (rect.rows >= 18 ? 1 : 0)
    drawHistoryTitles(columns, row: top)
    let hasStrip = rect.rows >= 16 && history.entries.count > 1
    let footRows = hasStrip ? 4 : 2
    let room = max(1, (rect.maxRow - top - 1 - footRows) / 2)
    let present = history.index(at: state.history.undoCount)
    let first = max(0, min(present - room + 1, history.entries.count - room))
    let shown = Array(history.entries.indices.dropFirst(first).prefix(room))
    guard let axis = commonAxis(history.entries) else {
      return drawNotice([say("no values yet")], in: rect, ink: .dim)
    }
    let rows = shown.map { index in
      RidgeRow(
        entry: history.entries[index],
        counts: counts(history.entries[index], over: axis, binCount: columns.binCount),
        isPresent: index == present)
    }
    let greatest = rows.flatMap(\.counts).max() ?? 0
    for (offset, row) in rows.enumerated() {
      draw(row, greatest: greatest, columns, row: top + 1 + 2 * offset)
    }
    let axisRow = top + 1 + 2 * rows.count
    drawValueAxis(
      axis, column: columns.ridge, width: columns.binCount * columns.columnsPerBin, row: axisRow,
      hasCorner: false)
    if hasStrip, axisRow + 3 < rect.maxRow {
      drawDeviationStrip(history, columns, row: axisRow + 3)
    }
  }

  private mutating func drawHistoryTitles(_ columns: HistoryColumns, row: Int) {
    let scale: Phrase = state.detail.history.hasOneScale ? "one scale" : "each row on its own scale"
    let width = columns.binCount * columns.columnsPerBin
    let titles = [say("\(scale), \(columns.binCount) bins"), say(scale), say("own scales")]
    let fitting = titles.first { CharacterWidth.displayWidth(of: $0) <= width }
    write(fitting ?? "", columns.ridge, row, Style(.dim))
    for (title, end) in zip(["std", "mean", "change l2", "loss"], columns.ends) {
      write(say(title), endingAt: end, row, Style(.dim))
    }
  }

  /// An axis that covers the axes of all states.
  private func commonAxis(_ entries: [HistoryEntry]) -> DisplayAxis? {
    let axes = entries.compactMap { $0.statistics?.components.first?.distribution?.axis }
    guard let low = axes.map(\.low).min(), let high = axes.map(\.high).max() else { return nil }
    return DisplayAxis(low: low, high: high)
  }

  /// The counts of a state in coarse bins of another axis; a fine bin counts where its middle lies.
  private func counts(
    _ entry: HistoryEntry, over axis: DisplayAxis, binCount: Int
  ) -> [Int] {
    var counts = [Int](repeating: 0, count: binCount)
    guard let fine = entry.statistics?.components.first?.distribution else { return counts }
    let width = axis.high / 2 - axis.low / 2
    for (index, count) in fine.counts.enumerated() where count > 0 {
      let share = (Double(index) + 0.5) / Double(fine.counts.count)
      let middle = fine.low / 2 * (1 - share) + fine.high / 2 * share
      let position = (middle - axis.low / 2) / width * Double(binCount)
      counts[max(0, min(binCount - 1, Int(position)))] += count
    }
    return counts
  }

  private mutating func draw(
    _ ridge: RidgeRow, greatest: Int, _ columns: HistoryColumns, row: Int
  ) {
    let ink = ink(of: ridge)
    let label = say(ridge.entry.kind.name)
    let textStyle = ridge.isPresent ? Style(.text).bold : Style(.dim)
    write(label, endingAt: columns.ridge - 2, row + 1, textStyle)
    if ridge.isPresent { write(glyphs.cursor, columns.ridge - 1, row + 1, Style(.accent)) }
    let top = state.detail.history.hasOneScale ? greatest : ridge.counts.max() ?? 0
    for (bin, count) in ridge.counts.enumerated() {
      // Rows above each other never merge: 14 of the 16 eighths.
      let height = top == 0 ? 1 : 1 + Int((13 * Double(count) / Double(top)).rounded())
      for offset in 0..<columns.columnsPerBin {
        let column = columns.ridge + bin * columns.columnsPerBin + offset
        write(glyphs.barLevels[min(8, height)], column, row + 1, Style(ink))
        if height > 8 { write(glyphs.barLevels[height - 8], column, row, Style(ink)) }
      }
    }
    drawNumbers(ridge, columns, row: row)
  }

  private mutating func drawNumbers(_ ridge: RidgeRow, _ columns: HistoryColumns, row: Int) {
    guard let first = columns.ends.first, let last = columns.ends.last else { return }
    let style = ridge.isPresent ? Style(.text).bold : Style(.text)
    let summary = ridge.entry.statistics?.components.first?.summary
    let values = [
      summary?.standardDeviation, summary?.mean, ridge.entry.distance, ridge.entry.loss,
    ]
    for (value, end) in zip(values, columns.ends) {
      if let value { write(NumberText.value(value), endingAt: end, row + 1, style) }
    }
    guard let origin = ridge.entry.origin, columns.ends.count > 1 else { return }
    let seed = origin.seed.map { " " + say("seed \($0)") } ?? ""
    write(
      shortened(origin.text + seed, to: last - first + 8), first - 8, row,
      Style(.dim))
  }

  private func ink(of ridge: RidgeRow) -> Ink {
    if ridge.isPresent { return .now }
    switch ridge.entry.kind {
    case .opened: return .before
    case .edit: return .theory
    case .step, .reload: return .dim
    }
  }

  /// Draws the standard deviation of every state as a line.
  private mutating func drawDeviationStrip(
    _ history: ParameterHistory, _ columns: HistoryColumns, row: Int
  ) {
    let width = columns.binCount * columns.columnsPerBin
    let values = history.entries.compactMap {
      $0.statistics?.components.first?.summary.standardDeviation
    }
    guard let low = values.min(), let high = values.max() else { return }
    write("std", endingAt: columns.ridge - 2, row, Style(.dim))
    for column in 0..<width {
      let value = values[column * values.count / width]
      let share = high > low ? (value - low) / (high - low) : 0
      write(glyphs.sparkline(share), columns.ridge + column, row, Style(.now))
    }
    guard columns.ends.count > 1 else { return }
    write(
      "\(NumberText.value(low)) to \(NumberText.value(high))", columns.ridge + width + 2, row,
      Style(.dim))
  }
}
