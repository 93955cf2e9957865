internal import Tensors
internal import TerminalUI
internal import Workspace
internal import Words

extension Screen {
  /// Draws the whole plane small: how far values spread in each block, and where the window is.
  mutating func drawMap(_ picture: ValuesPicture, in rect: Rect) {
    drawMapTitle(picture, in: rect)
    guard let survey = picture.survey else {
      write("reading", rect.column + 7, rect.row + 1, Style(.dim))
      return
    }
    let size = picture.layout.mapSize
    let greatest = survey.blocks.compactMap { $0 }.max() ?? 0
    for down in 0..<size.rows {
      let line = picture.layout.isMapTurned ? picture.plane.columnCount : picture.plane.rowCount
      let first = firstIndex(ofBlock: down, count: line, blockCount: size.rows)
      write("\(first) ", endingAt: rect.column + 6, rect.row + 2 + down, Style(.dim))
      for across in 0..<size.columns {
        drawBlock(down, across, greatest, survey, picture, in: rect)
      }
    }
    drawMapNumbers(picture, in: rect)
    drawMapLegend(picture, survey, in: rect)
  }

  private mutating func drawMapTitle(_ picture: ValuesPicture, in rect: Rect) {
    rule(rect.columnRange, row: rect.row, isFocused: false)
    let plane = picture.plane
    let rows: Phrase =
      plane.rowCount == 1 ? "1 row" : "\(NumberText.grouped(plane.rowCount)) rows"
    let columns: Phrase =
      plane.columnCount == 1 ? "1 column" : "\(NumberText.grouped(plane.columnCount)) columns"
    let across: Phrase =
      picture.layout.isMapTurned
      ? "\(rows) across, \(columns) down" : "\(columns) across, \(rows) down"
    let isSampled = picture.survey.map { $0.lines == nil } ?? false
    let each: Phrase = isSampled ? ", std of each block, sampled " : ", std of each block "
    let column = write(" Map ", rect.column + 1, rect.row, Style(.text).bold)
    write(
      say(across) + say(each), column, rect.row, Style(.dim), limit: rect.maxColumn - column)
  }

  private func firstIndex(ofBlock block: Int, count: Int, blockCount: Int) -> Int {
    (0...count).first {
      PlaneSurvey.block(of: $0, count: count, blockCount: blockCount) >= block
    } ?? 0
  }

  private mutating func drawBlock(
    _ down: Int, _ across: Int, _ greatest: Double, _ survey: PlaneSurvey,
    _ picture: ValuesPicture, in rect: Rect
  ) {
    let (row, column) = picture.layout.isMapTurned ? (across, down) : (down, across)
    guard row < survey.blockRowCount, column < survey.blockColumnCount else { return }
    let block = survey.blocks[row * survey.blockColumnCount + column]
    let levels = glyphs.mapLevels
    let ratio = greatest > 0 ? (block ?? 0) / greatest : 0
    let level = block == nil ? nil : min(levels.count - 1, Int(ratio * Double(levels.count)))
    let isHere = isInWindow(row, column, survey, picture)
    write(
      level.map { levels[$0] } ?? glyphs.look, rect.column + 6 + across, rect.row + 2 + down,
      Style(level == nil ? .warning : isHere ? .accent : .before))
  }

  private func isInWindow(
    _ row: Int, _ column: Int, _ survey: PlaneSurvey, _ picture: ValuesPicture
  ) -> Bool {
    let values = state.detail.values
    func contains(_ block: Int, _ first: Int, _ shown: Int, _ count: Int, _ blocks: Int) -> Bool {
      let low = PlaneSurvey.block(of: first, count: count, blockCount: blocks)
      let high = PlaneSurvey.block(
        of: min(count - 1, first + max(1, shown) - 1), count: count, blockCount: blocks)
      return (low...max(low, high)).contains(block)
    }
    return contains(
      row, values.origin.row, picture.layout.rowCount, picture.plane.rowCount,
      survey.blockRowCount)
      && contains(
        column, values.origin.column, picture.layout.columnCount, picture.plane.columnCount,
        survey.blockColumnCount)
  }

  private mutating func drawMapNumbers(_ picture: ValuesPicture, in rect: Rect) {
    let width = picture.layout.mapSize.columns
    let count = picture.layout.isMapTurned ? picture.plane.rowCount : picture.plane.columnCount
    write("0", rect.column + 6, rect.row + 1, Style(.dim))
    let parts = width >= 40 ? 4 : width >= 16 ? 2 : 0
    for part in 1..<max(1, parts) {
      let text = "\(count * part / parts)"
      write(text, rect.column + 6 + width * part / parts, rect.row + 1, Style(.dim))
    }
    if width >= 4 {
      write("\(count - 1)", endingAt: rect.column + 6 + width, rect.row + 1, Style(.dim))
    }
  }

  private mutating func drawMapLegend(
    _ picture: ValuesPicture, _ survey: PlaneSurvey, in rect: Rect
  ) {
    let column = rect.column + 6 + picture.layout.mapSize.columns + 2
    let room = rect.maxColumn - column
    guard room >= 14 else { return }
    var row = rect.row + 2
    let next = write(glyphs.fullBlock + " ", column, row, Style(.accent))
    write("this window", next, row, Style(.text))
    for (isRow, lines) in [(true, survey.lines?.rows), (false, survey.lines?.columns)] {
      let dead = (lines ?? []).indices.filter { lines?[$0].isDead ?? false }
      guard let first = dead.first, row + 1 < rect.maxRow else { continue }
      row += 1
      write(deadText(dead, first, isRow: isRow), column, row, Style(.warning).bold, limit: room)
    }
  }

  private func deadText(_ dead: [Int], _ first: Int, isRow: Bool) -> Phrase {
    if dead.count == 1 {
      return isRow ? "row \(first) is all zero" : "column \(first) is all zero"
    }
    let shown = dead.prefix(3).map(String.init).joined(separator: ", ")
    let more = NumberText.grouped(dead.count - 3)
    let names: Phrase = dead.count > 3 ? "\(shown) and \(more) more" : Phrase(verbatim: shown)
    return isRow ? "rows \(names) are all zero" : "columns \(names) are all zero"
  }
}
