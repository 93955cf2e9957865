internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

/// A column of the table of pairs.
private enum PairColumn: CaseIterable {
  case shape, relative, bar, largest, cosine, firstDeviation, secondDeviation

  /// The width, with the space in front of it.
  var width: Int {
    switch self {
    case .shape: 10
    case .relative: 13
    case .bar: 14
    case .largest: 11
    case .cosine: 10
    case .firstDeviation, .secondDeviation: 9
    }
  }

  /// The columns in the order in which they leave as the screen shrinks.
  static let leaving: [PairColumn] = [
    .secondDeviation, .firstDeviation, .bar, .cosine, .shape, .largest,
  ]

  var title: Phrase {
    switch self {
    case .shape: "shape"
    case .relative: "relative l2"
    case .bar: ""
    case .largest: "max|b-a|"
    case .cosine: "cosine"
    case .firstDeviation: "std a"
    case .secondDeviation: "std b"
    }
  }
}

extension Screen {
  /// The columns that a bar can take in the table.
  private static let barLength = 12

  /// Draws a row for each pair that differs, or is not compared yet.
  mutating func drawPairs(_ comparison: ComparisonState, in rect: Rect) {
    let rows = comparison.rows
    let rowCount = max(1, rect.rows - 1)
    let columns = pairColumns(rect.columns - 3)
    let used = columns.reduce(0) { $0 + $1.width }
    let names = rows.map { CharacterWidth.displayWidth(of: comparison.names[$0]) }
    let nameWidth = max(8, min(rect.columns - 6 - used, max(4, names.max() ?? 0)))
    write("name", 3, rect.row, Style(.dim))
    var column = 3 + nameWidth
    for item in columns {
      let isText = item == .shape
      if isText {
        write(item.title, column + 2, rect.row, Style(.dim))
      } else {
        write(item.title, endingAt: column + item.width, rect.row, Style(.dim))
      }
      column += item.width
    }
    let greatest = rows.compactMap { comparison.differences[$0]?.relativeL2 }.max() ?? 0
    let present = comparison.selected.flatMap { rows.firstIndex(of: $0) } ?? 0
    for (offset, pair) in rows.dropFirst(comparison.scroll).prefix(rowCount).enumerated() {
      listTarget(
        Rect(column: 0, row: rect.row + 1 + offset, columns: state.size.columns - 2, rows: 1),
        comparison.scroll + offset - present)
      drawPair(
        pair, comparison, columns, nameWidth: nameWidth, greatest: greatest,
        row: rect.row + 1 + offset)
    }
    drawScrollbar(
      first: comparison.scroll, rows: rowCount, count: rows.count, column: rect.maxColumn - 2,
      row: rect.row + 1)
    guard rows.isEmpty else { return }
    let verdict: Phrase =
      comparison.pairs.isEmpty
      ? "neither model has parameters" : "all parameters are the same"
    write(verdict, 3, rect.row + 1, Style(.text))
  }

  private func pairColumns(_ room: Int) -> [PairColumn] {
    var columns = PairColumn.allCases
    for leaving in PairColumn.leaving
    where columns.reduce(0, { $0 + $1.width }) + min(34, max(18, room / 3)) > room {
      columns.removeAll { $0 == leaving }
    }
    return columns
  }

  private mutating func drawPair(
    _ pair: Int, _ comparison: ComparisonState, _ columns: [PairColumn], nameWidth: Int,
    greatest: Double, row: Int
  ) {
    let isSelected = pair == comparison.selected
    let back: Ink = isSelected ? .selectionBack : .terminal
    let style = Style(isSelected ? .selectionText : .text, on: back)
    if isSelected {
      frame.fill(
        Rect(column: 0, row: row, columns: state.size.columns - 2, rows: 1), style: style)
      write(glyphs.cursor, 1, row, Style(.accent, on: back))
    }
    let name = shortened(comparison.names[pair], to: nameWidth)
    write(name, 3, row, isSelected ? style.bold : style)
    let cells = PairCells(pair, comparison, state)
    var column = 3 + nameWidth
    for item in columns {
      let end = column + item.width
      switch item {
      case .shape:
        write(shortened(shapeText(cells.info), to: item.width - 2), column + 2, row, style)
      case .relative where cells.remark != nil:
        let text = say(cells.remark ?? "")
        write(text, endingAt: end, row, cells.hasFailed ? Style(.error, on: back) : style)
      case .relative:
        // Beside nothing but zeros every change is infinitely large.
        let text =
          cells.progress.map { progressText($0) }
          ?? cells.difference.map { cells.number($0.relativeL2) ?? "inf" }
        write(text ?? glyphs.waiting, endingAt: end, row, style.bold)
      case .bar:
        let ratio =
          cells.difference.map { $0.relativeL2.map { greatest > 0 ? $0 / greatest : 0 } ?? 1 } ?? 0
        let length =
          ratio.isFinite
          ? max(ratio > 0 ? 1 : 0, Int((ratio * Double(Self.barLength)).rounded()))
          : Self.barLength
        write(
          String(repeating: glyphs.boxBody, count: min(Self.barLength, length)), column + 2, row,
          Style(.now, on: back))
      case .largest: write(cells.number(cells.difference?.maxAbs) ?? "", endingAt: end, row, style)
      case .cosine:
        let cosine = cells.difference?.cosine.map { NumberText.fixed($0, 6) }
        write(cosine ?? "", endingAt: end, row, style)
      case .firstDeviation: write(cells.deviation(0), endingAt: end, row, style)
      case .secondDeviation: write(cells.deviation(1), endingAt: end, row, style)
      }
      column = end
    }
  }

  /// How much of a pair is compared: `━━━───`.
  private func progressText(_ fraction: Double) -> String {
    let done = Int(fraction * 6)
    return String(repeating: glyphs.progressDone, count: done)
      + String(repeating: glyphs.progressLeft, count: 6 - done)
  }
}

/// What stands in the row of a pair.
private struct PairCells {
  let difference: ElementDifference?
  let progress: Double?
  let hasFailed: Bool
  /// What stands in place of numbers.
  let remark: Phrase?
  /// The parameter of either model.
  let info: ParameterInfo
  private let isSwapped: Bool

  init(_ pair: Int, _ comparison: ComparisonState, _ state: InspectorState) {
    let known = comparison.pairs[pair]
    difference = comparison.differences[pair]
    isSwapped = comparison.isSwapped
    hasFailed = comparison.failures[pair] != nil
    progress = comparison.progress.flatMap {
      $0.pair == pair && $0.fraction > 0 ? $0.fraction : nil
    }
    if let first = known.first {
      info = state.outline.parameters[first]
    } else {
      info = comparison.other.parameters[known.second ?? 0]
    }
    remark =
      switch comparison.status(pair) {
      case _ where hasFailed: "unreadable"
      case .added: "only in b"
      case .removed: "only in a"
      case .reshaped: "reshaped"
      default: nil
      }
  }

  func number(_ value: Double?) -> String? { value.map(NumberText.value) }

  /// The standard deviation of one side.
  func deviation(_ side: Int) -> String {
    let isFirst = (side == 0) != isSwapped
    let value = isFirst ? difference?.firstDeviation : difference?.secondDeviation
    return number(value) ?? ""
  }
}
