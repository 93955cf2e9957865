/// A cell's place, counted from zero at the top left.
public struct Position: Hashable, Sendable {
  /// The number of cells to the left.
  public var column: Int
  /// The number of cells above.
  public var row: Int

  /// Creates a position; it may lie outside any screen.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}
