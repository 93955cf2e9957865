internal import TerminalUI
internal import Workspace

/// Where the maps of uses and of their sum lie, side by side.
struct GradientLayout {
  /// The cells that a number takes: a sign and a digit, apart from each other where there is room.
  let cellWidth: Int
  /// The uses that are shown; the sum stands behind them.
  let uses: Range<Int>
  /// The first column.
  private let start: Int
  private let panelWidth: Int
  private let gap: Int

  /// The cells along each side of a map.
  private static let cellCount = 8

  /// Chooses wide cells if all parts fit in them, else narrow ones, and as many uses as fit.
  ///
  /// - Parameters:
  ///   - columns: The columns there are.
  ///   - useCount: The number of uses; a single one is the sum and has no map of its own.
  ///   - first: The use to begin with, if not all fit.
  init(in columns: Range<Int>, useCount: Int, first: Int) {
    let useCount = useCount == 1 ? 0 : useCount
    func room(_ cellWidth: Int) -> Int { (columns.count + 1) / (Self.cellCount * cellWidth + 1) }
    let isWide = room(3) > useCount
    cellWidth = isWide ? 3 : 2
    panelWidth = Self.cellCount * cellWidth
    let count = max(0, min(useCount, room(cellWidth) - 1))
    let start = max(0, min(first, useCount - count))
    uses = start..<(start + count)
    let spare = columns.count - (count + 1) * panelWidth
    gap = max(1, min(3, (spare - 1) / max(1, count)))
    self.start = columns.lowerBound + min(1, max(0, spare - count * gap))
  }

  /// The column of the sign before a part.
  func signColumn(_ position: Int) -> Int { start + position * (panelWidth + gap) - 1 - gap / 2 }

  /// Where a part is drawn.
  func area(_ position: Int, rows: Range<Int>) -> Rect {
    Rect(
      column: start + position * (panelWidth + gap), row: rows.lowerBound, columns: panelWidth,
      rows: max(0, rows.count))
  }
}

extension GradientReport.Part {
  /// The means of at most so many rows of cells, neighbours taken together where there are more.
  func cells(inRows mapRowCount: Int) -> [[Double]] {
    guard columnCount > 0, mapRowCount > 0 else { return [] }
    let rowCount = cells.count / columnCount
    let count = min(rowCount, mapRowCount)
    return (0..<count).map { row in
      let together = (row * rowCount / count)..<((row + 1) * rowCount / count)
      return (0..<columnCount).map { column in
        together.reduce(0) { $0 + cells[$1 * columnCount + column] } / Double(together.count)
      }
    }
  }
}
