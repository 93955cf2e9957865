/// What the terminal should look like after the next present.
///
/// Views write here and never to the terminal. Each wide character is followed by its continuation
/// cell, whatever is written over it, and no cell holds a character that could harm a terminal.
public struct CellBuffer: Hashable, Sendable {
  /// The dimensions of the buffer.
  public let size: Size
  /// Where the terminal's own cursor stands, or nil to hide it.
  public var cursor: Position?
  /// Where the terminal's own cursor rests while it is hidden: on the selection, for whoever
  /// follows it, as programs that read the screen aloud do.
  public var restingPlace: Position?
  private var cells: [Cell]

  /// Creates a blank buffer.
  public init(size: Size) {
    self.size = size
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The cell at a position counted from the top left.
  ///
  /// - Precondition: The position lies inside the buffer.
  public subscript(column: Int, row: Int) -> Cell {
    precondition(
      (0..<size.columns).contains(column) && (0..<size.rows).contains(row),
      "cell (\(column), \(row)) lies outside \(size)")
    return cells[row * size.columns + column]
  }

  /// Fills the part of `rect` that lies inside the buffer with a glyph one cell wide.
  public mutating func fill(_ rect: Rect, style: Style, with glyph: String = " ") {
    let inside = rect.intersection(size.bounds)
    guard !inside.isEmpty, let cluster = DisplayText(glyph).clusters.first else { return }
    for row in inside.rowRange {
      for column in inside.columnRange {
        put(Cell(character: cluster.character, style: style), column: column, row: row)
      }
    }
  }

  /// Changes the styles of the part of `rect` that lies inside the buffer; characters stay.
  public mutating func restyle(_ rect: Rect, _ change: (inout Style) -> Void) {
    let inside = rect.intersection(size.bounds)
    for row in inside.rowRange {
      for index in (row * size.columns + inside.column)..<(row * size.columns + inside.maxColumn) {
        var style = cells[index].style
        change(&style)
        cells[index] = cells[index].restyled(style)
      }
    }
  }

  /// The buffer as it looks behind a dialog: faint on the terminal's background.
  public func dimmed() -> CellBuffer {
    var dimmed = self
    dimmed.restyle(size.bounds) { style in style = Style(.faint) }
    return dimmed
  }

  /// Puts a cell inside the buffer and blanks the other half of a wide character it destroys.
  mutating func put(_ cell: Cell, column: Int, row: Int) {
    let index = row * size.columns + column
    if cells[index].isContinuation, !cell.isContinuation {
      cells[index - 1] = Cell(character: " ", style: cells[index - 1].style)
    }
    if column + 1 < size.columns, cells[index + 1].isContinuation {
      cells[index + 1] = Cell(character: " ", style: cells[index + 1].style)
    }
    cells[index] = cell
  }
}
