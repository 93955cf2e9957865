import TerminalUI
import Words

/// Rows of text in columns that line up; hostile characters are made harmless.
struct TextTable {
  /// The headings, each with whether its cells end at the right.
  let columns: [(title: Phrase, isRightAligned: Bool)]
  private var rows: [[DisplayText]] = []

  init(_ columns: [(title: Phrase, isRightAligned: Bool)]) {
    self.columns = columns
  }

  /// Adds a row with a cell for each column.
  mutating func add(_ cells: [String]) {
    rows.append(cells.map(DisplayText.init))
  }

  /// The lines, without spaces at their ends; the headings in a language.
  func text(in language: Language) -> String {
    let headings = columns.map { DisplayText($0.title.said(in: language)) }
    let widths = columns.indices.map { column in
      ([headings] + rows).map { $0[column].width }.max() ?? 0
    }
    return ([headings] + rows).map { row in
      let cells = columns.indices.map { column in
        row[column].padded(to: widths[column], alignedRight: columns[column].isRightAligned).string
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
