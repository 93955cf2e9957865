import TerminalUI
import Testing

struct RectTests {
  private let rect = Rect(column: 2, row: 1, columns: 10, rows: 4)

  @Test func `sizes are never negative`() {
    #expect(Rect(column: 0, row: 0, columns: -3, rows: -1).size == Size(columns: 0, rows: 0))
    #expect(Size(columns: -3, rows: -1) == Size(columns: 0, rows: 0))
    #expect(rect.inset(columns: 6, rows: 9).isEmpty)
  }

  @Test func `rectangles that do not meet have an empty intersection`() {
    #expect(rect.intersection(Rect(column: 50, row: 50, columns: 5, rows: 5)).isEmpty)
    #expect(rect.intersection(rect.inset(columns: 1)) == rect.inset(columns: 1))
  }

  @Test(arguments: [-4, 0, 3, 10, 99])
  func `a split loses and adds no cell`(columns: Int) {
    let (left, rest) = rect.splitLeft(columns)
    #expect(left.columns + rest.columns == rect.columns)
    #expect(left.maxColumn == rest.column)
    let (start, right) = rect.splitRight(columns)
    #expect(start.columns + right.columns == rect.columns)
    #expect(right.maxColumn == rect.maxColumn)
    let (top, below) = rect.splitTop(columns)
    #expect(top.rows + below.rows == rect.rows)
    let (above, bottom) = rect.splitBottom(columns)
    #expect(above.rows + bottom.rows == rect.rows)
    #expect(bottom.maxRow == rect.maxRow)
  }

  @Test func `the largest numbers do not overflow`() {
    let huge = Rect(column: .max, row: .min, columns: .max, rows: .max)
    #expect(huge.maxColumn > huge.column)
    #expect(huge.intersection(rect).isEmpty)
  }

  @Test func `a centered rectangle stays inside`() {
    #expect(
      rect.centered(Size(columns: 4, rows: 2)) == Rect(column: 5, row: 2, columns: 4, rows: 2))
    #expect(rect.centered(Size(columns: 99, rows: 99)) == rect)
  }
}
