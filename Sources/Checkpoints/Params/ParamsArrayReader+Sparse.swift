internal import Tensors
extension ParamsArrayReader {
  /// The type and the number of some indices of a sparse array.
  private struct IndexDescription {
    let type: ElementType
    let dimensions: [Int]
  }

  /// Reads the rest of a sparse array: its indices' descriptions, its values, its indices.
  static func sparse(
    _ cursor: inout ParamsCursor, _ kind: SparseKind, _ dimensions: [Int], stored: [Int],
    _ type: ElementType
  ) throws(CheckpointError) -> SparseArray {
    let start = cursor.offset
    var descriptions: [IndexDescription] = []
    for _ in 0..<kind.indexArrayCount {
      let place = cursor.offset
      let type = try elementType(&cursor, scalarOffset: nil)
      guard type == .int64 || type == .int32 else {
        throw cursor.failure(.sparseIndexType(type.name), at: place)
      }
      descriptions.append(
        IndexDescription(type: type, dimensions: try self.dimensions(&cursor)))
    }
    let indexShapes = descriptions.map(\.dimensions)
    guard kind.accepts(dimensions, stored: stored, indices: indexShapes) else {
      throw cursor.failure(
        .sparseShape(kind: kind, dimensions: dimensions, stored: stored, indices: indexShapes),
        at: start)
    }
    let denseByteCount = try byteCount(cursor, dimensions, type)
    let limit = ParamsFormat.denseLimitInBytes
    guard denseByteCount <= limit else {
      throw cursor.failure(
        .sparseTooLarge(byteCount: denseByteCount, limit: limit), at: start)
    }
    let values = try skipValues(&cursor, stored, type, .values)
    var indices: [IndexArray] = []
    for description in descriptions {
      let offset = try skipValues(&cursor, description.dimensions, description.type, .indices)
      indices.append(
        IndexArray(
          offset: offset, count: description.dimensions[0],
          byteWidth: description.type.bitCount / 8))
    }
    let sparse = SparseArray(
      kind: kind, rowCount: dimensions[0],
      rowByteCount: dimensions[0] == 0 ? 0 : denseByteCount / dimensions[0],
      elementByteCount: type.bitCount / 8, storedCount: stored[0], valuesOffset: values,
      indices: indices)
    try sparse.checkRows(in: cursor)
    return sparse
  }
}

extension SparseKind {
  /// The number in a file.
  var code: Int32 { self == .rowSparse ? 1 : 2 }

  /// Row numbers; or where each row begins, then columns.
  fileprivate var indexArrayCount: Int { self == .rowSparse ? 1 : 2 }

  /// Whether shapes of values and indices fit the shape of the whole.
  fileprivate func accepts(_ dimensions: [Int], stored: [Int], indices: [[Int]]) -> Bool {
    guard let rowCount = dimensions.first, let storedCount = stored.first else { return false }
    switch self {
    case .rowSparse:
      return stored.dropFirst() == dimensions.dropFirst() && indices == [[storedCount]]
    case .csr:
      let (beginCount, overflows) = rowCount.addingReportingOverflow(1)
      return dimensions.count == 2 && stored.count == 1 && !overflows
        && indices == [[beginCount], [storedCount]]
    }
  }
}
