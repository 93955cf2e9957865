internal import TerminalUI
internal import Workspace

extension InspectorState {
  /// Where everything lies.
  var layout: Layout {
    Layout(
      size: size, useCount: selectedUses.count,
      nodeCount: training.progress == nil ? nil : rows.tree.count, isFullScreen: isFullScreen)
  }

  /// Whether the terminal is too small to draw on.
  var isTooSmall: Bool {
    size.columns < Layout.smallest.columns || size.rows < Layout.smallest.rows
  }

  /// The nodes that the tree shows, ascending.
  var visibleNodes: [Int] { rows.tree }

  /// The row of the selected node.
  var selectedTreeRow: Int { rows.tree.position(notAfter: tree.selection) ?? 0 }

  /// The uses listed in the table, in its order.
  var selectedUses: [Int] { rows.table }

  /// The use under the cursor of the table.
  var selectedUse: Int? {
    rows.table.indices.contains(table.selection) ? rows.table[table.selection] : nil
  }

  /// The parameter under the cursor of the table.
  var selectedParameter: Int? { selectedUse.map { outline.uses[$0].parameter } }

  /// The sharing group whose users are joined by the rail.
  ///
  /// That of the selected parameter, or the only one of the model.
  var railTie: Int? {
    if let parameter = selectedParameter, let tie = outline.parameters[parameter].tie { return tie }
    let groups = facts.usersOfTie.indices.filter { !facts.usersOfTie[$0].isEmpty }
    return groups.count == 1 ? groups[0] : nil
  }

  /// The nodes that use a parameter of the group, ascending.
  func users(ofTie tie: Int) -> [Int] {
    facts.usersOfTie.indices.contains(tie) ? facts.usersOfTie[tie] : []
  }

  /// The number of parameters that differ from those that were opened.
  var modifiedCount: Int { facts.tally.modifiedCount }
}
