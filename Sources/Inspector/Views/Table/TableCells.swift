internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Draws one cell of the table.
  mutating func drawCell(
    _ kind: TableColumn, of use: Int, in columns: Range<Int>, row: Int, look: RowLook,
    hasShortNames: Bool
  ) {
    let parameter = state.outline.uses[use].parameter
    let info = state.outline.parameters[parameter]
    switch kind {
    case .name:
      let name = shortenedName(rowName(of: use, isShort: hasShortNames), to: columns.count)
      let isMatch = state.find.search?.matches?.uses.contains(use) ?? false
      writeName(name, columns.lowerBound, row, look, isMatch: isMatch)
    case .tie:
      guard let tie = info.tie else { return }
      write(tieText(tie), columns.lowerBound, row, look.style(.tie(tie)).bold)
    case .shape: write(shapeText(info), in: columns, row, look.style(.text), kind)
    case .type: write(info.elementType.name, in: columns, row, look.style(.dim), kind)
    case .initializer: write(info.origin?.name ?? "", in: columns, row, look.style(.dim), kind)
    case .count:
      write(NumberText.count(info.elementCount ?? 0), in: columns, row, look.style(.dim), kind)
    case .minimum, .mean, .deviation, .gradient, .greatest, .norm, .zeros:
      drawNumber(kind, of: parameter, in: columns, row: row, look: look)
    case .values: drawValues(of: parameter, in: columns, row: row, look: look)
    }
  }

  private mutating func drawNumber(
    _ kind: TableColumn, of parameter: Int, in columns: Range<Int>, row: Int, look: RowLook
  ) {
    if let text = numberText(kind, of: parameter) {
      write(text, in: columns, row, look.style(.text), kind)
      return
    }
    switch (state.outline.parameters[parameter].state, state.figures[parameter]?.content) {
    case (.ready, _) where kind == .gradient: break
    case (.ready, .scanning(_, let fraction)):
      let text = kind == .mean ? say("scanning") : "\(Int(fraction * 100)) %"
      guard kind == .mean || kind == .deviation else { return }
      write(text, endingAt: columns.upperBound, row, look.style(.accent))
    case (.ready, nil): write(glyphs.waiting, endingAt: columns.upperBound, row, look.style(.dim))
    case (.ready, .failed) where kind == .deviation:
      write(glyphs.error, endingAt: columns.upperBound, row, look.style(.error))
    case (.deferred, _) where kind == .deviation, (.uninitialized, _) where kind == .deviation:
      write(glyphs.deferred, endingAt: columns.upperBound, row, look.style(.dim))
    default: break
    }
  }

  /// A statistic as text; nil while it is not known.
  func numberText(_ kind: TableColumn, of parameter: Int) -> String? {
    if kind == .gradient { return state.gradientNorms[parameter].map(NumberText.value) }
    guard let scanned = state.figures[parameter]?.statistics else { return nil }
    if kind == .zeros { return NumberText.count(scanned.counts.zeros) }
    return kind.statistic(scanned).map(NumberText.value) ?? "-"
  }

  /// Draws a small histogram, or why there is none.
  mutating func drawValues(
    of parameter: Int, in columns: Range<Int>, row: Int, look: RowLook
  ) {
    switch (state.outline.parameters[parameter].state, state.figures[parameter]?.content) {
    case (.deferred, _): write("deferred", columns.lowerBound, row, look.style(.dim))
    case (.uninitialized, _): write("empty", columns.lowerBound, row, look.style(.dim))
    case (.ready, .failed):
      write("unreadable", columns.lowerBound, row, look.style(.error), limit: columns.count + 1)
    case (.ready, .ready(let statistics)):
      drawSparkline(statistics, in: columns, row: row, look: look)
    case (.ready, .scanning(_, let fraction)):
      drawBar(fraction, in: columns, row: row, on: look)
    case (.ready, nil):
      let text = say("waiting")
      let fits = CharacterWidth.displayWidth(of: text) <= columns.count
      write(fits ? text : glyphs.waiting, columns.lowerBound, row, look.style(.dim))
    }
  }

  private mutating func drawSparkline(
    _ statistics: ScannedTensor, in columns: Range<Int>, row: Int, look: RowLook
  ) {
    let bins = statistics.components.first?.distribution?.regrouped(into: Self.sparklineWidth)
    guard let counts = bins?.counts, let greatest = counts.max(), greatest > 0 else {
      return drawMarks(statistics, in: columns, row: row, look: look)
    }
    let levels = glyphs.sparklineLevels
    let bars = counts.map { levels[min(levels.count - 1, $0 * levels.count / (greatest + 1))] }
    write(bars.joined(), columns.lowerBound, row, look.style(.now), limit: columns.count)
    if statistics.counts.finite < statistics.counts.count {
      write(glyphs.look, columns.upperBound, row, look.style(.warning).bold)
    }
  }

  /// Where there is no distribution: nothing, or nothing finite.
  private mutating func drawMarks(
    _ statistics: ScannedTensor, in columns: Range<Int>, row: Int, look: RowLook
  ) {
    let isEmpty = statistics.counts.count == 0
    write(
      isEmpty ? "empty" : "no number", columns.lowerBound, row,
      look.style(isEmpty ? .dim : .warning))
  }
}
