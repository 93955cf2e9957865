internal import TerminalUI
internal import Workspace
internal import Words

/// Where the parts of the matrix lie in a detail of some size.
struct ValuesLayout: Hashable {
  /// The cells a number takes.
  static let cellWidth = 5
  /// The cells that mean and standard deviation of a row take.
  private static let marginWidth = 13

  /// The row of the slice.
  let sliceRow: Int
  /// The row of the column numbers.
  let headerRow: Int
  /// The numbers.
  let cells: Rect
  /// The rows and columns of the plane that fit.
  let rowCount: Int
  let columnCount: Int
  /// Whether each row has its mean and deviation at its end.
  let hasRowMargins: Bool
  /// Whether each column has them below.
  let hasColumnMargins: Bool
  /// The rule, the numbers and the blocks of the map; nil where there is no room.
  let map: Rect?
  /// The numbers of blocks down and across.
  let mapSize: Size
  /// Whether the rows of the plane go across the map.
  let isMapTurned: Bool
  /// The row of the element under the cursor.
  let exactRow: Int

  init(_ plane: TensorPlane, in rect: Rect) {
    let spacing = rect.rows >= 22 ? 1 : 0
    sliceRow = rect.row + spacing
    headerRow = sliceRow + 1 + spacing
    exactRow = rect.maxRow - 1
    let labelWidth = max(5, "\(max(0, plane.rowCount - 1))".count + 1)
    let room = rect.columns - labelWidth - 1
    hasRowMargins = room >= Self.marginWidth + 4 * Self.cellWidth
    columnCount = max(
      0, min(plane.columnCount, (room - (hasRowMargins ? Self.marginWidth : 0)) / Self.cellWidth))
    isMapTurned = plane.rowCount > plane.columnCount
    let (down, across) =
      isMapTurned
      ? (plane.columnCount, plane.rowCount) : (plane.rowCount, plane.columnCount)
    let mapRows = min(5, down)
    // What is on the screen as a whole needs no map, and a block of few values says nothing.
    let isWhole =
      plane.rowCount <= exactRow - spacing - headerRow - 3 && columnCount == plane.columnCount
    let blocks = plane.elementCount / (4 * max(1, mapRows))
    let hasMap = rect.rows >= 20 && !isWhole && blocks > 1
    let mapTop = exactRow - spacing - mapRows - 2
    mapSize = Size(columns: min(64, across, rect.columns - 8, blocks), rows: mapRows)
    let below = hasMap ? mapTop : exactRow - (rect.rows >= 10 ? spacing : 0)
    let rowRoom = below - headerRow - 1
    hasColumnMargins = rowRoom >= 6 && plane.rowCount > 1
    rowCount = max(0, min(plane.rowCount, rowRoom - (hasColumnMargins ? 2 : 0)))
    cells = Rect(
      column: rect.column + 1 + labelWidth, row: headerRow + 1,
      columns: columnCount * Self.cellWidth, rows: rowCount)
    // The map follows the numbers where these are few.
    let mapRow = min(mapTop, cells.maxRow + (hasColumnMargins ? 2 : 0) + spacing)
    map =
      hasMap
      ? Rect(column: rect.column, row: mapRow, columns: rect.columns, rows: mapRows + 2) : nil
  }
}

extension InspectorState {
  /// Where the matrix lies; nil if it is not on the screen.
  var valuesLayout: ValuesLayout? {
    area(of: .values).map { ValuesLayout(detail.values.plane, in: $0) }
  }
}
