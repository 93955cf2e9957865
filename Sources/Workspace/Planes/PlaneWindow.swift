internal import Tensors
/// The elements of some rows and columns of a plane, and one of them in words.
public struct PlaneWindow: Hashable, Sendable {
  /// The rows.
  public let rows: Range<Int>
  /// The columns.
  public let columns: Range<Int>
  /// The elements, row after row; of complex ones the real parts.
  public let values: [Double]
  /// The element under the cursor.
  public let exact: ExactElement?

  /// The element at a row and column of the plane, if it is in the window.
  public func value(row: Int, column: Int) -> Double? {
    guard rows.contains(row), columns.contains(column) else { return nil }
    return values[(row - rows.lowerBound) * columns.count + column - columns.lowerBound]
  }
}

extension Elements {
  /// Reads the elements of some rows and columns, and no others.
  ///
  /// - Parameters:
  ///   - plane: Where to look; of the shape of these elements.
  ///   - rows: The rows, inside the plane.
  ///   - columns: The columns, inside the plane.
  ///   - exact: The row and column of the element that is wanted in words.
  /// - Returns: The elements of the window.
  /// - Throws: An error of the source, or `CancellationError`.
  @concurrent
  public func window(
    _ plane: TensorPlane, rows: Range<Int>, columns: Range<Int>, exact: (row: Int, column: Int)
  ) async throws -> PlaneWindow {
    let reader = ElementReader(self, plane.part)
    guard !plane.isEmpty else {
      return PlaneWindow(rows: 0..<0, columns: 0..<0, values: [], exact: nil)
    }
    let origin = plane.firstElement
    var values: [Double] = []
    values.reserveCapacity(rows.count * columns.count)
    for row in rows {
      try Task.checkCancellation()
      let start = origin + row * plane.rowStride + columns.lowerBound * plane.columnStride
      values += try reader.values(
        from: start, count: columns.count, stride: max(1, plane.columnStride))
    }
    let position = origin + exact.row * plane.rowStride + exact.column * plane.columnStride
    return PlaneWindow(
      rows: rows, columns: columns, values: values, exact: try reader.exactText(at: position))
  }
}
