/// A rectangle of cells, possibly empty, whose size is never negative.
public struct Rect: Hashable, Sendable {
  /// The leftmost column.
  public let column: Int
  /// The topmost row.
  public let row: Int
  /// The width in cells.
  public let columns: Int
  /// The height in cells.
  public let rows: Int

  /// No coordinate goes beyond this, so that sums of coordinates cannot overflow.
  static let limit = 1 << 30

  /// Creates a rectangle; a negative width or height becomes zero.
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = min(max(column, -Self.limit), Self.limit)
    self.row = min(max(row, -Self.limit), Self.limit)
    self.columns = min(max(columns, 0), Self.limit)
    self.rows = min(max(rows, 0), Self.limit)
  }

  /// The column just right of the rectangle.
  public var maxColumn: Int { column + columns }
  /// The row just below the rectangle.
  public var maxRow: Int { row + rows }
  /// The columns, left to right.
  public var columnRange: Range<Int> { column..<maxColumn }
  /// The rows, top to bottom.
  public var rowRange: Range<Int> { row..<maxRow }
  /// The width and height.
  public var size: Size { Size(columns: columns, rows: rows) }
  /// Whether the rectangle contains no cell.
  public var isEmpty: Bool { columns == 0 || rows == 0 }

  /// Whether the cell at `position` lies inside.
  public func contains(_ position: Position) -> Bool {
    columnRange.contains(position.column) && rowRange.contains(position.row)
  }

  /// The cells that both rectangles contain.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(maxColumn, other.maxColumn) - left,
      rows: min(maxRow, other.maxRow) - top)
  }

  /// The rectangle without `columns` cells at the left and right and `rows` at the top and bottom.
  public func inset(columns: Int = 0, rows: Int = 0) -> Rect {
    inset(left: columns, top: rows, right: columns, bottom: rows)
  }

  /// The rectangle without the given number of cells at each side.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    Rect(
      column: column + left, row: row + top, columns: columns - left - right,
      rows: rows - top - bottom)
  }

  /// The first `columns` columns and the rest; both stay inside the rectangle.
  public func splitLeft(_ columns: Int) -> (left: Rect, rest: Rect) {
    let taken = min(max(columns, 0), self.columns)
    return (
      Rect(column: column, row: row, columns: taken, rows: rows), inset(left: taken)
    )
  }

  /// The last `columns` columns and the rest; both stay inside the rectangle.
  public func splitRight(_ columns: Int) -> (rest: Rect, right: Rect) {
    let (rest, right) = splitLeft(self.columns - min(max(columns, 0), self.columns))
    return (rest, right)
  }

  /// The first `rows` rows and the rest; both stay inside the rectangle.
  public func splitTop(_ rows: Int) -> (top: Rect, rest: Rect) {
    let taken = min(max(rows, 0), self.rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: taken), inset(top: taken)
    )
  }

  /// The last `rows` rows and the rest; both stay inside the rectangle.
  public func splitBottom(_ rows: Int) -> (rest: Rect, bottom: Rect) {
    let (rest, bottom) = splitTop(self.rows - min(max(rows, 0), self.rows))
    return (rest, bottom)
  }

  /// A rectangle of at most `size` in the middle of this one.
  public func centered(_ size: Size) -> Rect {
    let columns = min(size.columns, self.columns)
    let rows = min(size.rows, self.rows)
    return Rect(
      column: column + (self.columns - columns) / 2, row: row + (self.rows - rows) / 2,
      columns: columns, rows: rows)
  }
}
