internal import Words
internal import Workspace

extension InspectorState {
  /// Moves the cursor of the focused pane.
  mutating func move(_ command: Command) {
    if command == .first || command == .last { leavePlace() }
    switch focus {
    case .tree:
      let target = destination(
        of: command, from: selectedTreeRow, count: rows.tree.count, page: layout.treeRowCount)
      if rows.tree.indices.contains(target) { select(node: rows.tree[target]) }
    case .table where command == .left || command == .right: scrollColumns(command)
    case .table:
      selectRow(
        destination(
          of: command, from: table.selection, count: selectedUses.count,
          page: layout.tableRowCount))
    case .detail, .companion: moveInDetail(command)
    }
  }

  private mutating func moveInDetail(_ command: Command) {
    switch tab(in: focus) {
    case .values: moveInValues(command)
    case .sharing: moveInSharing(command)
    case .histogram: moveInHistogram(command)
    case .info: moveInInfo(command)
    case .gradient, .history: moveToNeighbor(command)
    }
  }

  /// Goes on to the next parameter of the table, or back.
  mutating func moveToNeighbor(_ command: Command) {
    selectRow(
      destination(
        of: command, from: table.selection, count: rows.table.count, page: layout.tableRowCount))
  }

  func destination(of command: Command, from row: Int, count: Int, page: Int) -> Int {
    let distance =
      switch command {
      case .down: 1
      case .up: -1
      case .halfPageDown: max(1, page / 2)
      case .halfPageUp: -max(1, page / 2)
      case .pageDown: max(1, page - 1)
      case .pageUp: -max(1, page - 1)
      case .first: -row
      case .last: count - 1 - row
      default: 0
      }
    return max(0, min(count - 1, row + distance))
  }

  /// Selects a node; the table starts again at its first row.
  mutating func select(node: Int) {
    guard node != tree.selection, outline.nodes.indices.contains(node) else { return }
    show(node: node)
  }

  /// Selects a node, even the one that is selected, as it may stand for others now.
  mutating func show(node: Int) {
    tree.selection = node
    table = TableState()
    listTable()
  }

  /// Selects a row of the table, if there is one.
  mutating func selectRow(_ row: Int) {
    if rows.table.indices.contains(row) { table.selection = row }
  }

  /// Goes to the next use of the selected parameter, round and round.
  mutating func goToNextUser() {
    leavePlace()
    guard let use = selectedUse, let parameter = selectedParameter else { return }
    let uses = outline.parameters[parameter].uses
    guard uses.count > 1, let position = uses.firstIndex(of: use) else {
      status = .text("\(outline.parameters[parameter].name) has no other user")
      return
    }
    let next = uses[(position + 1) % uses.count]
    if let row = rows.table.firstIndex(of: next), outline.nodes[tree.selection].ownUses.isEmpty {
      selectRow(row)
    } else {
      reveal(use: next)
    }
  }

  /// Goes to a use: opens what hides it, selects its node and its row.
  mutating func reveal(use: Int) {
    let node = outline.uses[use].node
    if find.filter?.matches.map({ !$0.uses.contains(use) }) ?? false { find.filter = nil }
    reveal(node: node)
    show(node: node)
    if let row = rows.table.firstIndex(of: use) { selectRow(row) }
  }

  /// Scrolls so that the cursors are on the screen.
  mutating func keepSelectionsVisible() {
    let layout = layout
    tree.scroll = Self.scroll(
      tree.scroll, showing: selectedTreeRow, of: rows.tree.count, in: layout.treeRowCount)
    table.scroll = Self.scroll(
      table.scroll, showing: table.selection, of: selectedUses.count, in: layout.tableRowCount)
  }

  /// The first row to show so that one is in sight and the last rows do not end too soon.
  static func scroll(_ scroll: Int, showing row: Int, of count: Int, in height: Int) -> Int {
    guard height > 0 else { return 0 }
    let kept = min(max(scroll, row - height + 1), row)
    return max(0, min(kept, count - height))
  }
}
