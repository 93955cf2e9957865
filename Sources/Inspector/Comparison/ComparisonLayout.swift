internal import TerminalUI

/// Where everything lies while two models are compared.
struct ComparisonLayout: Hashable {
  /// The first row.
  let title: Rect
  /// The rule over the rows.
  let heading: Rect
  /// The column names, then a row for each pair.
  let table: Rect
  /// The rule with the names of the details; nil where there is no room for a detail.
  let tabs: Rect?
  /// The detail.
  let detail: Rect
  /// The row that says which file is which.
  let status: Rect

  /// The number of pairs that fit.
  var rowCount: Int { max(1, table.rows - 1) }

  init(_ size: Size) {
    let (title, afterTitle) = size.bounds.splitTop(1)
    let (aboveFooter, _) = afterTitle.splitBottom(1)
    let (aboveStatus, status) = aboveFooter.splitBottom(1)
    let (heading, body) = aboveStatus.splitTop(1)
    (self.title, self.heading, self.status) = (title, heading, status)
    guard body.rows >= 16 else {
      (table, tabs, detail) = (body, nil, body.splitTop(0).top)
      return
    }
    let (table, below) = body.splitTop(body.rows * 7 / 16)
    let (tabs, detail) = below.splitTop(1)
    (self.table, self.tabs, self.detail) = (table, tabs, detail)
  }
}
