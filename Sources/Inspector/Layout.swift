internal import TerminalUI

/// Where everything lies at one size of the terminal.
///
/// Wide: tree left, table and detail right, from 160 columns on two details side by side. Under 60
/// columns, and by `z`, one pane fills the screen.
struct Layout: Hashable {
  /// The smallest terminal that is drawn on.
  static let smallest = Size(columns: 40, rows: 10)
  /// The narrowest terminal with panes side by side.
  static let narrowestWithPanes = 60
  /// The narrowest terminal with two details.
  static let narrowestWithCompanion = 160

  /// The first row.
  let title: Rect
  /// The row with the headings of tree and table.
  let heading: Rect
  /// The rows of the tree.
  let tree: Rect
  /// The rows below the tree that say how training goes, or nil before the first step.
  let training: Rect?
  /// The column of the vertical rule, or nil with one pane.
  let divider: Int?
  /// The table: a row of column names, then parameters.
  let table: Rect
  /// The row with the names of the details.
  let tabs: Rect
  /// The detail.
  let detail: Rect
  /// The second detail, or nil where there is room for one only.
  let companion: Rect?
  /// Whether the terminal is too narrow for more than one pane.
  let isNarrow: Bool
  /// The row that says what happened last.
  let status: Rect
  /// The last row.
  let footer: Rect

  /// Whether one pane fills the screen.
  var isSinglePane: Bool { divider == nil }

  /// Lays out a screen whose table has `useCount` rows to show.
  ///
  /// - Parameters:
  ///   - size: The dimensions of the terminal.
  ///   - useCount: The number of rows of the table.
  ///   - nodeCount: The number of rows of the tree, where training wants some of its room.
  ///   - isFullScreen: Whether one pane fills the screen.
  init(size: Size, useCount: Int, nodeCount: Int? = nil, isFullScreen: Bool = false) {
    let (title, afterTitle) = size.bounds.splitTop(1)
    let (aboveFooter, footer) = afterTitle.splitBottom(1)
    let (aboveStatus, status) = aboveFooter.splitBottom(1)
    let (heading, body) = aboveStatus.splitTop(1)
    (self.title, self.heading, self.status, self.footer) = (title, heading, status, footer)
    isNarrow = size.columns < Self.narrowestWithPanes
    guard !isNarrow, !isFullScreen else {
      divider = nil
      companion = nil
      training = nil
      tree = body
      table = body
      tabs = heading
      detail = body
      return
    }
    let isTraining = nodeCount != nil
    let (tree, beyond) = body.splitLeft(
      Self.treeWidth(of: size.columns, leavingRoomForGradients: isTraining))
    let (_, right) = beyond.splitLeft(1)
    let rowLimit = max(3, body.rows / 3)
    let spare = body.rows >= 28 ? 1 : 0
    let (table, belowTable) = right.splitTop(1 + min(max(useCount, 2), rowLimit) + spare)
    let (tabs, details) = belowTable.splitTop(1)
    divider = tree.maxColumn
    self.table = table
    (self.tree, training) = Self.tree(tree, nodeCount: nodeCount)
    guard Self.hasCompanion(size) else {
      companion = nil
      (self.tabs, detail) = (tabs, details)
      return
    }
    let (detail, rest) = details.splitLeft((details.columns - 1) / 2)
    companion = rest.inset(left: 1)
    self.tabs = tabs.splitLeft(detail.columns).left
    self.detail = detail
  }

  /// Gives training the rows that the tree can spare, but at least half where it has many.
  private static func tree(_ rect: Rect, nodeCount: Int?) -> (tree: Rect, training: Rect?) {
    guard let nodeCount, rect.rows >= 12 else { return (rect, nil) }
    let rowCount = max(rect.rows / 2, min(rect.rows - nodeCount - 1, 26))
    let (tree, training) = rect.splitBottom(rowCount)
    return (tree, training)
  }

  /// Whether there is room for two details.
  static func hasCompanion(_ size: Size) -> Bool { size.columns >= narrowestWithCompanion }

  /// While a network is trained, the gradients of two uses and their sum should stand side by side.
  private static func treeWidth(of columns: Int, leavingRoomForGradients isTraining: Bool) -> Int {
    switch columns {
    case 160...: min(60, columns * 3 / 10)
    case 120...: isTraining ? 39 : 45
    case 100...: 32
    case 80...: 29
    default: columns * 29 / 80
    }
  }

  /// The number of tree rows that fit.
  var treeRowCount: Int { tree.rows }

  /// The number of parameters that fit under the names of the columns.
  var tableRowCount: Int { max(0, table.rows - 1) }
}
