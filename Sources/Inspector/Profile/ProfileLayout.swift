internal import TerminalUI
internal import Workspace

/// Where the parts of the depth profile lie.
struct ProfileLayout {
  /// The row of the rule with the title.
  let heading: Int
  /// The row of the roles' names.
  let titles: Int
  /// The rows of the layers.
  let layers: Range<Int>
  /// The row of the medians, or nil where there is no room.
  let medians: Int?
  /// The right edge of the numbers of the layers.
  let layerEnd: Int
  /// The columns of the strip that shows a layer at a glance.
  let strip: Range<Int>
  /// The column of the first cell.
  let firstCell: Int
  /// The number of roles that fit; 0 where only the worst of a layer is named.
  let roleCount: Int
  /// The panel at the side, or nil where there is no room.
  let panel: Rect?

  /// The columns that a cell takes.
  static let cellWidth = 8
  private static let panelWidth = 27
  private static let widestLabel = 12

  /// The number of layers that fit.
  var layerCount: Int { layers.count }

  init(size: Size, _ profile: ProfileState) {
    let roleTotal = profile.stack.roles.count
    heading = 1
    let bottom = size.rows - 2
    let spare = size.rows >= 24 ? 1 : 0
    titles = heading + 1 + spare
    let layerRows = min(profile.stack.layers.count, max(1, bottom - titles - 2 - spare))
    layers = (titles + 1)..<(titles + 1 + layerRows)
    medians = layers.upperBound < bottom ? layers.upperBound : nil
    let labelWidth = profile.stack.layers.map(\.count).max() ?? 1
    layerEnd = 1 + min(Self.widestLabel, max(6, labelWidth))
    let showsRoles = size.columns >= 100
    let edge = size.columns - (size.columns >= 80 ? Self.panelWidth + 1 : 0)
    let stripStart = layerEnd + 3
    let stripRoom = showsRoles ? 16 : max(1, edge - stripStart - 26)
    strip = stripStart..<(stripStart + max(3, min(roleTotal, stripRoom)))
    firstCell = strip.upperBound
    let fitting = max(1, min(roleTotal, (edge - 1 - firstCell) / Self.cellWidth))
    roleCount = showsRoles ? fitting : 0
    // The panel stands beside the roles, however wide the terminal.
    let right = showsRoles ? min(edge, firstCell + fitting * Self.cellWidth + 1) : edge
    panel =
      size.columns >= 80
      ? Rect(column: right + 2, row: titles, columns: Self.panelWidth - 2, rows: bottom - titles)
      : nil
  }

  /// The columns of the cell of a role, counted from the first in sight.
  func cell(_ position: Int) -> Range<Int> {
    let start = firstCell + position * Self.cellWidth
    return start..<(start + Self.cellWidth)
  }
}
