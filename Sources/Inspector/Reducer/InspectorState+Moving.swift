internal import Words
internal import Workspace

extension InspectorState {
  /// Moves the cursor of the focused pane.
  mutating func move(_ command: Command) {
    switch focus {
    case .tree:
      let visible = visibleNodes
      let row = visible.firstIndex(of: tree.selection) ?? 0
      let target = destination(
        of: command, from: row, count: visible.count, page: layout.treeRowCount)
      if visible.indices.contains(target) { select(node: visible[target]) }
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
    case .histogram, .gradient, .sharing, .history, .info: break
    }
  }

  private func destination(of command: Command, from row: Int, count: Int, page: Int) -> Int {
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
    tree.selection = node
    table = TableState()
  }

  /// Selects a row of the table, if there is one.
  mutating func selectRow(_ row: Int) {
    if selectedUses.indices.contains(selectedUses.lowerBound + row) { table.selection = row }
  }

  /// Opens, closes and follows.
  mutating func walk(_ command: Command) {
    switch command {
    case .close: closeOrAscend()
    case .open: openOrDescend()
    case .enter: enter()
    case .unfoldAll: tree.folded = []
    case .foldAll: foldAll()
    case .nextUser: goToNextUser()
    default: break
    }
  }

  private mutating func closeOrAscend() {
    let node = tree.selection
    if !outline.nodes[node].descendants.isEmpty, !tree.folded.contains(node) {
      tree.folded.insert(node)
    } else if let parent = outline.nodes[node].parent {
      select(node: parent)
    }
  }

  private mutating func openOrDescend() {
    let node = tree.selection
    if tree.folded.remove(node) != nil { return }
    if let child = outline.nodes[node].descendants.first {
      select(node: child)
    } else {
      focus = .table
    }
  }

  private mutating func enter() {
    switch focus {
    case .tree:
      let node = tree.selection
      if outline.nodes[node].descendants.isEmpty {
        focus = .table
      } else if tree.folded.remove(node) == nil {
        tree.folded.insert(node)
      }
    case .table: focus = .detail
    case .detail, .companion: break
    }
  }

  private mutating func foldAll() {
    tree.folded = Set(
      outline.nodes.indices.dropFirst().filter { !outline.nodes[$0].descendants.isEmpty })
    select(node: visibleStand(for: tree.selection))
  }

  /// Goes to the next use of the selected parameter, round and round.
  private mutating func goToNextUser() {
    guard let use = selectedUse, let parameter = selectedParameter else { return }
    let uses = outline.parameters[parameter].uses
    guard uses.count > 1, let position = uses.firstIndex(of: use) else {
      status = .text("\(outline.parameters[parameter].name) has no other user")
      return
    }
    let next = uses[(position + 1) % uses.count]
    if selectedUses.contains(next) && outline.nodes[tree.selection].ownUses.isEmpty {
      selectRow(next - selectedUses.lowerBound)
    } else {
      reveal(use: next)
    }
  }

  private mutating func reveal(use: Int) {
    let node = outline.uses[use].node
    var ancestor = outline.nodes[node].parent
    while let parent = ancestor {
      tree.folded.remove(parent)
      ancestor = outline.nodes[parent].parent
    }
    select(node: node)
    selectRow(use - selectedUses.lowerBound)
  }

  /// Scrolls so that the cursors are on the screen.
  mutating func keepSelectionsVisible() {
    let visible = visibleNodes
    let row = visible.firstIndex(of: tree.selection) ?? 0
    tree.scroll = scroll(tree.scroll, showing: row, of: visible.count, in: layout.treeRowCount)
    table.scroll = scroll(
      table.scroll, showing: table.selection, of: selectedUses.count, in: layout.tableRowCount)
  }

  private func scroll(_ scroll: Int, showing row: Int, of count: Int, in height: Int) -> Int {
    guard height > 0 else { return 0 }
    let kept = min(max(scroll, row - height + 1), row)
    return max(0, min(kept, count - height))
  }
}
