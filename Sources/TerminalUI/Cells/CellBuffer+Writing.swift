extension CellBuffer {
  /// Writes `text` on one row, clipped at the edges, and returns the columns it took.
  ///
  /// Any position is allowed. Characters that are invisible or could harm a terminal are replaced
  /// as `DisplayText` describes, because names come from untrusted files. A wide character that
  /// does not fit becomes a blank.
  ///
  /// - Parameters:
  ///   - text: The text, shown in the order of its characters.
  ///   - column: The column of the first character; negative columns are clipped.
  ///   - row: The row; outside the buffer nothing is drawn.
  ///   - style: The style of each cell.
  ///   - limit: The most columns to take.
  /// - Returns: The columns taken, the clipped ones at the left included, so that writes can be
  ///   chained.
  @discardableResult
  public mutating func write(
    _ text: String, column: Int, row: Int, style: Style = .plain, limit: Int? = nil
  ) -> Int {
    let start = max(column, -Rect.limit)
    guard start < size.columns else { return 0 }
    let end = min(size.columns, start + min(max(limit ?? Rect.limit, 0), Rect.limit))
    var next = start
    for cluster in DisplayText(text).clusters {
      guard next < end else { break }
      if next + cluster.width > end {
        place(" ", width: 1, column: next, row: row, style: style)
        next += 1
      } else {
        place(cluster.character, width: cluster.width, column: next, row: row, style: style)
        next += cluster.width
      }
    }
    return next - start
  }

  /// Puts one character whose right edge lies inside the buffer, clipped at the left edge.
  private mutating func place(
    _ character: Character, width: Int, column: Int, row: Int, style: Style
  ) {
    guard (0..<size.rows).contains(row), column + width > 0 else { return }
    guard column >= 0 else {
      return put(Cell(character: " ", style: style), column: 0, row: row)
    }
    put(Cell(character: character, style: style), column: column, row: row)
    guard width == 2 else { return }
    put(Cell(character: " ", style: style, isContinuation: true), column: column + 1, row: row)
  }
}
