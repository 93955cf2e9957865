internal import Tensors
public import Workspace
public import Words

/// Where the matrix of values stands, and how it is written.
public struct ValuesState: Hashable, Sendable {
  /// The parameter that the rest is about; nil until one is shown.
  public var parameter: Int?
  /// The axes that are shown.
  public var plane = TensorPlane([])
  /// The cell under the cursor.
  public var cursor = PlaneCell()
  /// The first cell on the screen.
  public var origin = PlaneCell()
  /// The fixed axis that keys move along, counted among the fixed ones.
  public var steppedAxis = 0
  /// Whether magnitudes are shown.
  public var isAbsolute = false
  /// The slice while it is being edited.
  public var slice: SliceField?

  /// A slice being edited.
  public struct SliceField: Hashable, Sendable {
    /// The text.
    public var field: TextField
    /// What is wrong with it.
    public var complaint: Phrase?
  }

  /// Shows a parameter from its beginning, if it is not the one shown.
  mutating func show(_ parameter: Int, _ info: ParameterInfo) {
    guard parameter != self.parameter || plane.shape != info.shape else { return }
    self.parameter = parameter
    plane = TensorPlane(info.shape)
    (cursor, origin) = (PlaneCell(), PlaneCell())
    steppedAxis = 0
    slice = nil
  }

  /// Shows the axes that a text selects.
  mutating func select(_ text: String) throws(PlaneSyntaxError) {
    let found = try TensorPlane.reading(text, of: plane.shape)
    plane = found.plane
    cursor = PlaneCell(row: found.row, column: found.column)
    origin = cursor
    slice = nil
  }

  /// Scrolls so that the cursor is among so many rows and columns.
  mutating func keepCursorVisible(rowCount: Int, columnCount: Int) {
    cursor.row = max(0, min(cursor.row, plane.rowCount - 1))
    cursor.column = max(0, min(cursor.column, plane.columnCount - 1))
    origin.row = Self.scroll(origin.row, cursor.row, plane.rowCount, rowCount)
    origin.column = Self.scroll(origin.column, cursor.column, plane.columnCount, columnCount)
  }

  private static func scroll(_ first: Int, _ cursor: Int, _ count: Int, _ room: Int) -> Int {
    guard room > 0 else { return cursor }
    return max(0, min(min(max(first, cursor - room + 1), cursor), count - room))
  }

  /// The fixed axis that keys move along; nil if there is none.
  var axisToStep: Int? {
    let axes = plane.fixedAxes.filter { plane.shape[$0] > 1 }
    return axes.isEmpty ? nil : axes[steppedAxis % axes.count]
  }
}
