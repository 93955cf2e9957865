internal import TerminalUI
internal import Workspace
internal import Words

extension InspectorState {
  /// What the matrix needs to know.
  func valuesRequests(_ parameter: Int) -> [DetailRequest] {
    let values = detail.values
    guard let layout = valuesLayout, !values.plane.isEmpty,
      layout.rowCount > 0, layout.columnCount > 0
    else { return [] }
    let window = DetailRequest.window(
      parameter: parameter, values.plane,
      rows: values.origin.row..<min(values.plane.rowCount, values.origin.row + layout.rowCount),
      columns: values.origin
        .column..<min(
          values.plane.columnCount, values.origin.column + layout.columnCount),
      cursor: values.cursor)
    let size = layout.mapSize
    let (down, across) = layout.isMapTurned ? (size.columns, size.rows) : (size.rows, size.columns)
    let survey = DetailRequest.survey(
      parameter: parameter, values.plane, blockRowCount: max(1, down),
      blockColumnCount: max(1, across))
    return [window, survey]
  }

  /// Moves the cursor of the matrix.
  mutating func moveInValues(_ command: Command) {
    guard let layout = valuesLayout else { return }
    let plane = detail.values.plane
    let page = max(1, layout.rowCount)
    switch command {
    case .down: detail.values.cursor.row += 1
    case .up: detail.values.cursor.row -= 1
    case .left: detail.values.cursor.column -= 1
    case .right: detail.values.cursor.column += 1
    case .halfPageDown: detail.values.cursor.row += max(1, page / 2)
    case .halfPageUp: detail.values.cursor.row -= max(1, page / 2)
    case .pageDown: turnPage(by: page)
    case .pageUp: turnPage(by: -page)
    case .first: detail.values.cursor = PlaneCell()
    case .last:
      detail.values.cursor = PlaneCell(row: plane.rowCount - 1, column: plane.columnCount - 1)
    default: break
    }
  }

  /// Turns the whole window, cursor and all.
  private mutating func turnPage(by rowCount: Int) {
    detail.values.cursor.row += rowCount
    detail.values.origin.row += rowCount
  }

  /// Does what a key of the matrix asks for.
  mutating func perform(_ command: ValuesCommand) {
    switch command {
    case .absolute: detail.values.isAbsolute.toggle()
    case .transpose:
      let cursor = detail.values.cursor
      detail.values.plane = detail.values.plane.transposed
      detail.values.cursor = PlaneCell(row: cursor.column, column: cursor.row)
    case .nextIndex: step(by: 1)
    case .previousIndex: step(by: -1)
    case .nextAxis: detail.values.steppedAxis += 1
    case .firstColumn: detail.values.cursor.column = 0
    case .lastColumn: detail.values.cursor.column = detail.values.plane.columnCount - 1
    case .editSlice:
      detail.values.slice = ValuesState.SliceField(field: TextField(detail.values.plane.text))
    }
  }

  private mutating func step(by distance: Int) {
    guard let axis = detail.values.axisToStep else {
      status = .text("no axis is fixed: rows and columns show all of it")
      return
    }
    let index = detail.values.plane.index(alongFixed: axis)
    detail.values.plane.move(along: axis, to: index + distance)
  }

  /// Takes a key while the slice is being edited.
  mutating func reduceSlice(_ slice: ValuesState.SliceField, _ key: Key) {
    var slice = slice
    switch command(for: key) {
    case .escape: detail.values.slice = nil
    case .enter:
      do {
        try detail.values.select(slice.field.text)
      } catch {
        slice.complaint = error.phrase
        detail.values.slice = slice
      }
    default:
      _ = slice.field.take(key)
      slice.complaint = nil
      detail.values.slice = slice
    }
  }
}
