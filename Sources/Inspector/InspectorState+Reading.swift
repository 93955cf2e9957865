internal import TerminalUI
internal import Workspace

extension InspectorState {
  /// Where everything lies.
  var layout: Layout {
    Layout(size: size, useCount: selectedUses.count, isFullScreen: isFullScreen)
  }

  /// Whether the terminal is too small to draw on.
  var isTooSmall: Bool {
    size.columns < Layout.smallest.columns || size.rows < Layout.smallest.rows
  }

  /// The nodes that the tree shows, in order: those under no folded one.
  var visibleNodes: [Int] {
    var visible: [Int] = []
    var node = 0
    while node < outline.nodes.count {
      visible.append(node)
      node = tree.folded.contains(node) ? outline.nodes[node].descendants.upperBound : node + 1
    }
    return visible
  }

  /// The uses listed in the table: all below the selected node.
  var selectedUses: Range<Int> {
    outline.nodes.isEmpty ? 0..<0 : outline.nodes[tree.selection].uses
  }

  /// The use under the cursor of the table.
  var selectedUse: Int? {
    let use = selectedUses.lowerBound + table.selection
    return selectedUses.contains(use) ? use : nil
  }

  /// The parameter under the cursor of the table.
  var selectedParameter: Int? { selectedUse.map { outline.uses[$0].parameter } }

  /// The sharing group whose users are joined by the rail.
  ///
  /// That of the selected parameter, or the only one of the model.
  var railTie: Int? {
    if let parameter = selectedParameter, let tie = outline.parameters[parameter].tie { return tie }
    let ties = outline.parameters.compactMap(\.tie)
    return ties.count == 1 ? ties.first : nil
  }

  /// The nodes that use a parameter of the group.
  func users(ofTie tie: Int) -> Set<Int> {
    var users = Set<Int>()
    for parameter in outline.parameters where parameter.tie == tie {
      users.formUnion(parameter.uses.map { outline.uses[$0].node })
    }
    return users
  }

  /// The node shown in place of `node`: itself, or the folded one that hides it.
  func visibleStand(for node: Int) -> Int {
    var stand = node
    var ancestor = outline.nodes[node].parent
    while let folded = ancestor {
      if tree.folded.contains(folded) { stand = folded }
      ancestor = outline.nodes[folded].parent
    }
    return stand
  }

  /// The number of parameters that differ from those that were opened.
  var modifiedCount: Int { outline.parameters.count { $0.isModified } }
}
