internal import Tensors
internal import TerminalUI
internal import Words

extension LessonView {
  /// Draws the network as it is after the step.
  mutating func drawNetwork() {
    let picture = state.page.network
    heading(
      layout.network, "", say("\(picture.title) now"), isFocused: layout.isSinglePane)
    let area = layout.network.inset(top: 1)
    let columns = layout.networkColumns(rowCount: picture.rows.count)
    if columns == 1 {
      let isRoomy = picture.rows.count + 2 <= area.rows
      return draw(picture.rows[...], in: area.inset(top: isRoomy ? 1 : 0))
    }
    let (left, right) = area.splitLeft(area.columns / 2)
    let split =
      picture.rows.indices.last {
        $0 <= area.rows && picture.rows[$0].isLayer
      } ?? 0
    draw(picture.rows[..<split], in: left)
    draw(picture.rows[split...], in: right)
  }

  /// Draws rows as far as there is room, and says how many are left.
  private mutating func draw(_ rows: ArraySlice<NetworkPicture.Row>, in area: Rect) {
    let shown = rows.dropFirst(layout.isSinglePane ? state.networkScroll : 0)
    for (offset, line) in shown.enumerated() {
      let row = area.row + offset
      let left = shown.count - offset
      if row == area.maxRow - 1, left > 1 {
        write("\(glyphs.scrollDown) " + say("\(left) more lines"), area.column + 1, row, .dim)
        return
      }
      switch line {
      case .layer(let key, let text):
        let column = write(key, area.column + 1, row, .dim) + 1
        write(text, column, row, Style.plain.bold, limit: area.maxColumn - column)
      case .parameter(let parameter): draw(parameter, in: area, row: row)
      }
    }
  }

  /// Draws a parameter: name, sharing, shape, spread and a small histogram, as far as there is room.
  private mutating func draw(_ parameter: ParameterPicture, in area: Rect, row: Int) {
    let back: Ink = parameter.isChanged ? .flashBack : .terminal
    let style = Style(parameter.isChanged ? .flashText : .text, on: back)
    if parameter.isChanged {
      frame.fill(
        Rect(column: area.column, row: row, columns: area.columns, rows: 1), style: style)
      write(glyphs.modified, area.column + 1, row, Style(.warning, on: back).bold)
    }
    var column = write(parameter.name, area.column + 3, row, style)
    column = max(column, area.column + 16) + 1
    if let tie = parameter.tie {
      let mark = "=" + String(UnicodeScalar(UInt8(97 + tie % 26)))
      write(mark, column, row, Style(.tie(tie), on: back).bold)
    }
    column += 3
    if area.columns >= 48 {
      let shape = parameter.dimensions.map { $0 == 0 ? glyphs.deferred : "\($0)" }
        .joined(separator: glyphs.times)
      column = max(write(shape, column, row, Style(.dim, on: back)), column + 7) + 1
    }
    drawValues(parameter.values, columns: column..<area.maxColumn, row: row, style)
  }

  private mutating func drawValues(
    _ values: ParameterPicture.Values, columns: Range<Int>, row: Int, _ style: Style
  ) {
    switch values {
    case .waiting:
      write(say("waits for a forward"), columns.lowerBound, row, .dim, limit: columns.count)
    case .none: write(glyphs.waiting, columns.lowerBound, row, .dim)
    case .constant(let value):
      write(say("all \(NumberText.shortest(value))"), columns.lowerBound, row, style)
    case .spread(let deviation, let levels):
      let number = NumberText.value(deviation)
      var column = columns.lowerBound
      if columns.count >= levels.count + 14 {
        column = write(say("std") + " ", column, row, Style(.dim, on: style.background))
      }
      write(number, column, row, style, limit: columns.upperBound - column)
      column += 9
      guard column + levels.count <= columns.upperBound else { return }
      for level in levels {
        let glyph = level == 0 ? " " : glyphs.sparklineLevels[level - 1]
        column = write(glyph, column, row, Style(.now, on: style.background))
      }
    }
  }

  /// Draws the keys in a box.
  mutating func drawHelp() {
    frame = frame.dimmed()
    let keys: [(String, Phrase)] = [
      ("Space PgDn", "more of this step, then the next"), ("b PgUp", "back"),
      ("Enter n", "the next step"), ("p", "the step before"), ("j k", "a line down, up"),
      ("g G", "the first, the last step"), ("Tab", "text, network (small screens)"),
      ("q Esc", "quit"),
    ]
    let box = state.size.bounds.centered(
      Size(columns: min(50, state.size.columns), rows: min(keys.count + 4, state.size.rows)))
    frame.fill(box, style: .plain)
    drawBorder(box)
    write(" \(say("Keys")) ", box.column + 2, box.row, Style.accent.bold)
    for (offset, (key, label)) in keys.enumerated() where offset + 3 < box.rows {
      let row = box.row + (box.rows > keys.count + 3 ? 2 : 1) + offset
      write(key, box.column + 2, row, Style.accent.bold)
      write(say(label), box.column + 14, row, limit: box.columns - 16)
    }
  }

  private mutating func drawBorder(_ box: Rect) {
    let last = (column: box.maxColumn - 1, row: box.maxRow - 1)
    for row in [box.row, last.row] {
      frame.fill(
        Rect(column: box.column, row: row, columns: box.columns, rows: 1), style: .rule,
        with: glyphs.rule)
    }
    for row in (box.row + 1)..<last.row {
      write(glyphs.verticalRule, box.column, row, .rule)
      write(glyphs.verticalRule, last.column, row, .rule)
    }
    write(glyphs.cornerTopLeft, box.column, box.row, .rule)
    write(glyphs.cornerTopRight, last.column, box.row, .rule)
    write(glyphs.cornerBottomLeft, box.column, last.row, .rule)
    write(glyphs.cornerBottomRight, last.column, last.row, .rule)
  }
}
