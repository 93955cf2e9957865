extension SparseArray {
  /// How many bytes of values are read at once.
  private static let valuesLengthInBytes = 1 << 20

  /// Reads bytes of the array with its zeros.
  ///
  /// - Parameters:
  ///   - range: Byte offsets in the array with its zeros.
  ///   - file: The file that holds the parts.
  ///   - arrayIndex: The position of the array in its file, for an error.
  /// - Returns: As many bytes as `range` has.
  /// - Throws: `sparseIndexOutside` for a column, or what reading throws.
  func read(
    _ range: Range<Int>, from file: ReadableFile, arrayIndex: Int
  ) throws(CheckpointError) -> [UInt8] {
    var target = Target(bytes: [UInt8](repeating: 0, count: range.count), range: range)
    guard !range.isEmpty else { return target.bytes }
    let rows = (range.lowerBound / rowByteCount)...((range.upperBound - 1) / rowByteCount)
    switch kind {
    case .rowSparse: try addRows(rows, to: &target, file)
    case .csr: try addElements(of: rows, to: &target, file, arrayIndex)
    }
    return target.bytes
  }

  /// The bytes that were asked for, and where they lie in the array with its zeros.
  private struct Target {
    var bytes: [UInt8]
    let range: Range<Int>

    /// Puts in what of a piece was asked for.
    ///
    /// - Parameters:
    ///   - values: The bytes of the piece, or of its part that was asked for.
    ///   - start: Where they belong in the array with its zeros.
    mutating func put(_ values: ArraySlice<UInt8>, at start: Int) {
      let wanted = range.clamped(to: start..<(start + values.count))
      guard !wanted.isEmpty else { return }
      let source = values.startIndex + wanted.lowerBound - start
      let place = wanted.lowerBound - range.lowerBound
      bytes.replaceSubrange(
        place..<(place + wanted.count), with: values[source..<(source + wanted.count)])
    }
  }

  private func addRows(
    _ rows: ClosedRange<Int>, to target: inout Target, _ file: ReadableFile
  ) throws(CheckpointError) {
    let first = try firstPosition(notBefore: rows.lowerBound, file)
    // No more rows are stored than lie between the first and the last that are wanted.
    let end = min(storedCount, first + rows.count)
    let length = max(1, Self.valuesLengthInBytes / rowByteCount)
    for start in stride(from: first, to: end, by: length) {
      let positions = start..<min(start + length, end)
      let numbers = try indices[0].read(positions, from: file)
      // Of a single row, which may be longer than a read, only the part that is wanted.
      let part = positions.count == 1 ? wantedPart(ofRow: numbers[0], target) : 0..<rowByteCount
      let base = valuesOffset + start * rowByteCount
      let values = try file.read(
        (base + part.lowerBound)..<(base + (positions.count - 1) * rowByteCount + part.upperBound))
      for (index, row) in numbers.enumerated() where rows.contains(row) {
        target.put(
          values[(index * rowByteCount)...].prefix(part.count),
          at: row * rowByteCount + part.lowerBound)
      }
    }
  }

  /// The bytes of a row that are wanted, from its first; none if it lies elsewhere.
  private func wantedPart(ofRow row: Int, _ target: Target) -> Range<Int> {
    guard (0..<rowCount).contains(row) else { return 0..<0 }
    let start = row * rowByteCount
    let wanted = target.range.clamped(to: start..<(start + rowByteCount))
    return (wanted.lowerBound - start)..<(wanted.upperBound - start)
  }

  /// The position of the first stored row that is not before a row; rows ascend.
  private func firstPosition(
    notBefore row: Int, _ file: ReadableFile
  ) throws(CheckpointError) -> Int {
    var (low, high) = (0, storedCount)
    while low < high {
      let middle = low + (high - low) / 2
      if try indices[0].read(middle..<(middle + 1), from: file)[0] < row {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return low
  }

  private func addElements(
    of rows: ClosedRange<Int>, to target: inout Target, _ file: ReadableFile, _ arrayIndex: Int
  ) throws(CheckpointError) {
    let begins = try indices[0].read(rows.lowerBound..<(rows.upperBound + 2), from: file)
    // They were checked when the file was opened, but another program may have changed them since.
    let begin = min(max(0, begins[0]), storedCount)
    let end = min(max(begin, begins[begins.count - 1]), storedCount)
    let columnLimit = rowByteCount / elementByteCount - 1
    let length = Self.valuesLengthInBytes / 16
    var row = 0
    for start in stride(from: begin, to: end, by: length) {
      let positions = start..<min(start + length, end)
      let columns = try indices[1].read(positions, from: file)
      let values = try file.read(
        (valuesOffset + positions.lowerBound * elementByteCount)..<(valuesOffset
          + positions.upperBound * elementByteCount))
      for (index, column) in columns.enumerated() {
        while row + 2 < begins.count, begins[row + 1] <= start + index { row += 1 }
        guard column >= 0, column <= columnLimit else {
          throw CheckpointError(
            file.path,
            .params(.sparseIndexOutside(column, limit: columnLimit), arrayIndex: arrayIndex),
            offset: indices[1].offset(of: start + index))
        }
        target.put(
          values[(index * elementByteCount)...].prefix(elementByteCount),
          at: (rows.lowerBound + row) * rowByteCount + column * elementByteCount)
      }
    }
  }
}
