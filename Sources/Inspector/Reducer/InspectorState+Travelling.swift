internal import TerminalUI
internal import Words
internal import Workspace

extension InspectorState {
  /// Where the cursors are.
  var place: Place { Place(node: tree.selection, use: selectedUse, focus: focus) }

  /// Goes to a place.
  mutating func go(to place: Place) {
    guard outline.nodes.indices.contains(place.node) else { return }
    if rows.tree.position(of: place.node) == nil { reveal(node: place.node) }
    if tree.selection != place.node { show(node: place.node) }
    if let use = place.use, let row = rows.table.firstIndex(of: use) { selectRow(row) }
    focus = place.focus
  }

  /// Remembers where one is before going far.
  mutating func leavePlace() { travel.leave(place) }

  /// Goes back to where one was before a jump, or forward again.
  mutating func jump(by step: Int) {
    if step < 0, travel.position == travel.jumps.count {
      let here = place
      travel.leave(here)
      travel.position = travel.jumps.count - 1
    }
    let target = travel.position + step
    guard travel.jumps.indices.contains(target) else {
      status = .text(step < 0 ? "no place further back" : "no place further on")
      return
    }
    travel.position = target
    go(to: travel.jumps[target])
  }

  /// Takes the letter of a mark to set or to go to.
  mutating func reduceMark(_ key: Key, isSetting: Bool) {
    overlay = .none
    guard case .character(let letter) = key else { return }
    if isSetting {
      travel.marks[letter] = place
      status = .text("mark \(String(letter)) is here")
    } else if letter == "'" || letter == "`" {
      jump(by: -1)
    } else if let target = travel.marks[letter] {
      leavePlace()
      go(to: target)
      status = .text("at mark \(String(letter))")
    } else {
      let marks = travel.marks.keys.sorted().map { String($0) }.joined(separator: " ")
      status =
        marks.isEmpty
        ? .text("there is no mark yet: m and a letter set one", .look)
        : .text("no mark \(String(letter)); there are \(marks)", .look)
    }
  }

  /// Goes to the next or previous layer.
  mutating func goToLayer(by step: Int) {
    if focus == .tree {
      var row = selectedTreeRow + step
      while rows.tree.indices.contains(row) {
        if isLayer(rows.tree[row]) { return select(node: rows.tree[row]) }
        row += step
      }
    } else {
      goToLayerInTable(by: step)
    }
  }

  private mutating func goToLayerInTable(by step: Int) {
    guard let use = selectedUse else { return }
    let layer = layer(of: outline.uses[use].node)
    var row = table.selection
    while rows.table.indices.contains(row + step) {
      row += step
      if self.layer(of: outline.uses[rows.table[row]].node) != layer { break }
    }
    guard step < 0 else { return selectRow(row) }
    // Backwards one comes to the first row of the layer, as forwards.
    let reached = self.layer(of: outline.uses[rows.table[row]].node)
    while row > 0, self.layer(of: outline.uses[rows.table[row - 1]].node) == reached { row -= 1 }
    selectRow(row)
  }

  /// Whether a node is a layer: a numbered block that is in no other, or one with parameters that
  /// is in no numbered block.
  private func isLayer(_ node: Int) -> Bool {
    node > 0 && layer(of: node) == node
      && (!outline.nodes[node].ownUses.isEmpty || TrailingNumber(outline.nodes[node].key) != nil)
  }

  /// The outermost numbered block that holds a node, else the node itself.
  private func layer(of node: Int) -> Int {
    path(to: node).dropFirst().first { block in
      outline.nodes[block].key.utf8.allSatisfy { (0x30...0x39).contains($0) }
        && !outline.nodes[block].key.isEmpty
    } ?? node
  }
}
