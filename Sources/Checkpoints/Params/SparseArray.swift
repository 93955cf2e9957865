/// Where the parts of a sparse array lie in its file.
struct SparseArray: Sendable {
  let kind: SparseKind
  let rowCount: Int
  /// The size of a row with its zeros.
  let rowByteCount: Int
  let elementByteCount: Int
  /// The number of rows (row_sparse) or elements (csr) in the file.
  let storedCount: Int
  let valuesOffset: Int
  /// The numbers of the rows that are stored; or where each row begins, then the columns.
  let indices: [IndexArray]

  /// Checks the indices that say where rows are, so that single rows can be found later.
  ///
  /// - Throws: `sparseOrder` or `sparseIndexOutside` at the first that breaks the rule, or what
  ///   reading throws.
  /// - Complexity: O(n) in the number of these indices, in bounded memory.
  func checkRows(in cursor: ParamsCursor) throws(CheckpointError) {
    let rows = indices[0]
    let limit = kind == .rowSparse ? rowCount - 1 : storedCount
    let step = kind == .rowSparse ? 1 : 0
    var previous: Int?
    for positions in rows.chunks() {
      let chunk = try rows.read(positions, from: cursor.file)
      for (position, index) in zip(positions, chunk) {
        guard index >= 0, index <= limit else {
          throw cursor.failure(
            .sparseIndexOutside(index, limit: limit), at: rows.offset(of: position))
        }
        if let previous, index < previous + step {
          throw cursor.failure(
            .sparseOrder(index, after: previous), at: rows.offset(of: position))
        }
        previous = index
      }
    }
  }
}

/// Indices in a file, one after the other.
struct IndexArray: Sendable {
  let offset: Int
  let count: Int
  /// 4 or 8.
  let byteWidth: Int

  /// Where an index stands in the file.
  func offset(of position: Int) -> Int { offset + position * byteWidth }

  /// All positions, some thousands at a time.
  func chunks() -> some Sequence<Range<Int>> {
    let length = 8192
    return stride(from: 0, to: count, by: length).lazy.map { $0..<min($0 + length, count) }
  }

  /// Reads some of them.
  func read(
    _ positions: Range<Int>, from file: ReadableFile
  ) throws(CheckpointError) -> [Int] {
    let bytes = try file.read(
      offset(of: positions.lowerBound)..<offset(of: positions.upperBound))
    return (0..<positions.count).map { index in
      let slice = bytes[(index * byteWidth)..<((index + 1) * byteWidth)]
      return byteWidth == 8
        ? Int(slice.littleEndian(Int64.self)) : Int(slice.littleEndian(Int32.self))
    }
  }
}
