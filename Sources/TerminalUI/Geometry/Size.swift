/// A width and height in cells, never negative.
public struct Size: Hashable, Sendable, CustomStringConvertible {
  /// The width in cells.
  public let columns: Int
  /// The height in cells.
  public let rows: Int

  /// Creates a size; a negative dimension becomes zero.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The rectangle of this size at the top left.
  public var bounds: Rect { Rect(column: 0, row: 0, columns: columns, rows: rows) }

  /// The size as `80x24`.
  public var description: String { "\(columns)x\(rows)" }
}
