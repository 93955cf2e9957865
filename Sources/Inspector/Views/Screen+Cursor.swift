internal import TerminalUI

extension Screen {
  /// Rests the terminal's own cursor on the selection, where no field has it.
  mutating func restCursor() {
    guard frame.cursor == nil, state.overlay == .none else { return }
    frame.restingPlace = selectionPlace
  }

  private var selectionPlace: Position {
    switch state.focus {
    case .tree:
      let row = state.visibleNodes.firstIndex(of: state.tree.selection) ?? 0
      return Position(column: 2, row: layout.tree.row + row - state.tree.scroll)
    case .table:
      return Position(
        column: layout.table.column + 1,
        row: layout.table.row + 1 + state.table.selection - state.table.scroll)
    case .detail: return Position(column: layout.detail.column, row: layout.detail.row)
    case .companion:
      let rect = layout.companion ?? layout.detail
      return Position(column: rect.column, row: rect.row)
    }
  }
}
