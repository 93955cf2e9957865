internal import TerminalUI
internal import Words

extension Screen {
  /// Draws the expression of an edit, its seed, and what it can be made of.
  mutating func drawExpression(
    _ expression: TextField, _ dialog: DialogState, in rect: Rect, row: Int, rows: Int
  ) {
    let column = rect.column + 2
    let fieldColumn = column + 7
    let room = rect.maxColumn - fieldColumn - 2
    write("x =", column, row, Style(.dim))
    target(column..<rect.maxColumn, row: row, keys(to: .expression, in: dialog))
    target(
      column..<rect.maxColumn, row: row + (rows >= 6 ? 2 : 1), keys(to: .seed, in: dialog))
    drawField(
      expression, isFocused: dialog.field == .expression, column: fieldColumn, row: row,
      columns: room)
    let hasGap = rows >= 6
    write("seed", column, row + (hasGap ? 2 : 1), Style(.dim))
    drawField(
      dialog.seed, isFocused: dialog.field == .seed, column: fieldColumn,
      row: row + (hasGap ? 2 : 1), columns: 10)
    write(
      dialog.seed.text.isEmpty ? "continues the stream" : "Ctrl-N next", fieldColumn + 12,
      row + (hasGap ? 2 : 1), Style(.dim), limit: max(0, room - 12))
    let help = [
      "x * 0.5   x + normal(0, 0.01)   clip(x, -1, 1)   0",
      "+ - * / % **   abs sqrt exp log tanh sign round min max clip where",
      "uniform normal   fan_in fan_out shape0 shape1 i j pi e",
    ]
    for (offset, text) in help.prefix(max(0, rows - 4)).enumerated() {
      write(text, fieldColumn, row + 4 + offset, Style(.dim), limit: room)
    }
  }
}
