internal import Tensors
extension Elements {
  /// The largest plane of which every element is read.
  public static let surveyedElementCount = 1 << 22

  /// Surveys a plane: all of it, or samples of each block where it is large.
  ///
  /// - Parameters:
  ///   - plane: Where to look; of the shape of these elements.
  ///   - blockRowCount: The number of rows of blocks, at most that of rows.
  ///   - blockColumnCount: The number of columns of blocks, at most that of columns.
  /// - Returns: What there is to know of it.
  /// - Throws: An error of the source, or `CancellationError`.
  /// - Complexity: Reads at most about four million elements.
  @concurrent
  public func survey(
    _ plane: TensorPlane, blockRowCount: Int, blockColumnCount: Int
  ) async throws -> PlaneSurvey {
    // Lines run along the axis whose elements lie closer together in the file.
    let isTurned = plane.rowStride > 0 && plane.columnStride > plane.rowStride
    var survey = LineSurvey(
      plane: isTurned ? plane.transposed : plane,
      blockRowCount: isTurned ? blockColumnCount : blockRowCount,
      blockColumnCount: isTurned ? blockRowCount : blockColumnCount)
    if plane.elementCount <= Self.surveyedElementCount {
      try survey.readAll(ElementReader(self, plane.part))
    } else {
      try survey.readSamples(ElementReader(self, plane.part))
    }
    return survey.result(isTurned: isTurned)
  }
}

/// A survey under way, line by line of a plane whose rows lie as they are stored.
private struct LineSurvey {
  let plane: TensorPlane
  let blockRowCount: Int
  let blockColumnCount: Int
  private var blocks: [LineSums]
  private var rows: [LineSums] = []
  private var columns: [LineSums] = []

  /// The number of rows read of each row of blocks, and of values of each block in a row.
  private static let sampledRows = 8
  private static let sampledColumns = 256
  /// About how many elements are read at once.
  private static let batchLength = 1 << 16

  init(plane: TensorPlane, blockRowCount: Int, blockColumnCount: Int) {
    self.plane = plane
    self.blockRowCount = blockRowCount
    self.blockColumnCount = blockColumnCount
    blocks = [LineSums](repeating: LineSums(), count: blockRowCount * blockColumnCount)
  }

  mutating func readAll(_ reader: ElementReader) throws {
    guard !plane.isEmpty else { return }
    rows = [LineSums](repeating: LineSums(), count: plane.rowCount)
    columns = [LineSums](repeating: LineSums(), count: plane.columnCount)
    let blockColumns = (0..<plane.columnCount).map {
      PlaneSurvey.block(of: $0, count: plane.columnCount, blockCount: blockColumnCount)
    }
    // Short rows that follow each other are read together.
    let follow = plane.columnStride == 1 && plane.rowStride == plane.columnCount
    let batch = follow ? max(1, Self.batchLength / plane.columnCount) : 1
    for first in stride(from: 0, to: plane.rowCount, by: batch) {
      try Task.checkCancellation()
      let count = min(batch, plane.rowCount - first)
      let values = try reader.values(
        from: plane.firstElement + first * plane.rowStride, count: count * plane.columnCount,
        stride: max(1, plane.columnStride))
      for position in values.indices {
        let (row, column) = position.quotientAndRemainder(dividingBy: plane.columnCount)
        add(values[position], row: first + row, column: column, blockColumn: blockColumns[column])
      }
    }
  }

  private mutating func add(_ value: Double, row: Int, column: Int, blockColumn: Int) {
    rows[row].add(value)
    columns[column].add(value)
    let blockRow = PlaneSurvey.block(of: row, count: plane.rowCount, blockCount: blockRowCount)
    blocks[blockRow * blockColumnCount + blockColumn].add(value)
  }

  mutating func readSamples(_ reader: ElementReader) throws {
    for blockRow in 0..<blockRowCount {
      for row in samples(blockRow, plane.rowCount, blockRowCount, Self.sampledRows) {
        for blockColumn in 0..<blockColumnCount {
          try Task.checkCancellation()
          let start = first(blockColumn, plane.columnCount, blockColumnCount)
          let end = first(blockColumn + 1, plane.columnCount, blockColumnCount)
          let columns = start..<min(end, start + Self.sampledColumns)
          for value in try values(reader, row: row, columns: columns) {
            blocks[blockRow * blockColumnCount + blockColumn].add(value)
          }
        }
      }
    }
  }

  private func values(
    _ reader: ElementReader, row: Int, columns: Range<Int>
  ) throws -> [Double] {
    let start =
      plane.firstElement + row * plane.rowStride + columns.lowerBound * plane.columnStride
    return try reader.values(
      from: start, count: columns.count, stride: max(1, plane.columnStride))
  }

  /// Up to `wanted` indices spread evenly over a block.
  private func samples(_ block: Int, _ count: Int, _ blockCount: Int, _ wanted: Int) -> [Int] {
    let start = first(block, count, blockCount)
    let length = first(block + 1, count, blockCount) - start
    let taken = min(wanted, length)
    return (0..<taken).map { start + $0 * (length / taken) }
  }

  /// The first index of a block.
  private func first(_ block: Int, _ count: Int, _ blockCount: Int) -> Int {
    min(count, Int((Double(block) / Double(blockCount) * Double(count)).rounded(.up)))
  }

  func result(isTurned: Bool) -> PlaneSurvey {
    let deviations = blocks.map(\.standardDeviation)
    let lines = (rows.map(PlaneSurvey.Line.init), columns.map(PlaneSurvey.Line.init))
    let found = rows.isEmpty ? nil : lines
    guard isTurned else {
      return PlaneSurvey(
        blocks: deviations, blockRowCount: blockRowCount, blockColumnCount: blockColumnCount,
        lines: found.map { PlaneSurvey.Lines(rows: $0.0, columns: $0.1) })
    }
    let turned = (0..<blockColumnCount).flatMap { column in
      (0..<blockRowCount).map { deviations[$0 * blockColumnCount + column] }
    }
    return PlaneSurvey(
      blocks: turned, blockRowCount: blockColumnCount, blockColumnCount: blockRowCount,
      lines: found.map { PlaneSurvey.Lines(rows: $0.1, columns: $0.0) })
  }
}
