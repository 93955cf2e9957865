internal import TerminalUI

/// Where everything stands: the text beside the network, above it, or one of the two.
struct LessonLayout {
  /// The smallest terminal.
  static let smallest = Size(columns: 40, rows: 10)
  /// The widest line that MXNet prints of an array, and a margin at each side.
  private static let outputColumns = 78

  let title: Rect
  let footer: Rect
  /// The text with its heading.
  let text: Rect
  /// The network with its heading.
  let network: Rect
  /// Whether there is room for one of the two only.
  let isSinglePane: Bool

  init(_ size: Size) {
    let (title, rest) = size.bounds.splitTop(1)
    let (body, footer) = rest.splitBottom(1)
    (self.title, self.footer) = (title, footer)
    isSinglePane = size.columns < 60 || size.rows < 20 && size.columns < 110
    if isSinglePane {
      (text, network) = (body, body)
    } else if size.columns >= 110 {
      let columns = max(min(Self.outputColumns, size.columns - 40), size.columns - 70)
      let (left, right) = body.splitLeft(columns)
      (text, network) = (left, right.inset(left: 1))
    } else {
      (text, network) = body.splitBottom(max(6, body.rows / 3))
    }
  }

  /// The column of the rule between text and network, if they stand side by side.
  var divider: Int? { network.column > text.maxColumn ? text.maxColumn : nil }

  /// In how many columns the rows of the network stand: two if there is room for no more rows.
  func networkColumns(rowCount: Int) -> Int {
    rowCount > network.rows - 1 && network.columns >= 78 ? 2 : 1
  }

  /// The number of lines of text in view, below the heading.
  var textRows: Int { max(1, text.rows - 1) }
}
