extension CellBuffer {
  /// Each row's characters without trailing spaces, top to bottom.
  public var lines: [String] {
    (0..<size.rows).map { row in
      var line = ""
      for column in 0..<size.columns where !self[column, row].isContinuation {
        line.append(self[column, row].character)
      }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// The rows, each ended by a line feed.
  public var text: String { lines.map { $0 + "\n" }.joined() }
}

extension CellBuffer: CustomStringConvertible {
  /// The characters, then the runs of cells that are not plain: the format of golden files.
  ///
  /// A run is written `column+length style`; each row's runs stand on one line after its number.
  public var description: String {
    var description = text + "-- \(size)"
    if let cursor { description += ", cursor at column \(cursor.column) row \(cursor.row)" }
    description += "\n"
    for row in 0..<size.rows {
      let runs = styleRuns(row: row).filter { $0.style != .plain }
      guard !runs.isEmpty else { continue }
      let words = runs.map { "\($0.columns.lowerBound)+\($0.columns.count) \($0.style)" }
      description += "\(row): " + words.joined(separator: " | ") + "\n"
    }
    return description
  }

  /// The longest runs of cells of one style, left to right.
  public func styleRuns(row: Int) -> [(columns: Range<Int>, style: Style)] {
    var runs: [(columns: Range<Int>, style: Style)] = []
    for column in 0..<size.columns {
      let style = self[column, row].style
      if let last = runs.last, last.style == style {
        runs[runs.count - 1].columns = last.columns.lowerBound..<(column + 1)
      } else {
        runs.append((column..<(column + 1), style))
      }
    }
    return runs
  }
}
