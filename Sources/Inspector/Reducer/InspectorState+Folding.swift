internal import Workspace

extension InspectorState {
  /// Opens, closes and follows.
  mutating func walk(_ command: Command) {
    switch command {
    case .close: closeOrAscend()
    case .open: openOrDescend()
    case .enter: enter()
    case .unfoldAll: unfoldAll()
    case .foldAll: foldAll()
    case .nextUser: goToNextUser()
    default: break
    }
  }

  /// A step back: hides what is below, puts like layers back on one row, or goes up.
  private mutating func closeOrAscend() {
    let node = tree.selection
    if tree.unfoldedRuns.contains(node) {
      refold(below: node)
    } else if hasChildren(node), !tree.folded.contains(node) {
      tree.folded.insert(node)
      listTree()
    } else if let parent = outline.nodes[node].parent, isLooseMember(node, of: parent) {
      refold(below: parent)
    } else if let parent = visibleParent(of: node) {
      select(node: parent)
    }
  }

  /// Whether a node belongs to an unfolded run that has no row of its own to close it at.
  private func isLooseMember(_ node: Int, of parent: Int) -> Bool {
    facts.runOfNode[node] != nil && tree.unfoldedRuns.contains(parent)
      && !facts.mergedParents.contains(parent)
  }

  private mutating func refold(below node: Int) {
    let selection = tree.selection
    foldRuns(below: node)
    listTree()
    show(node: visibleStand(for: selection))
  }

  /// A step on: shows what is below, gives each of like layers a row, or goes down.
  private mutating func openOrDescend() {
    if openFurther() { return }
    let below = outline.nodes[tree.selection].descendants
    let stand = below.first.map(visibleStand)
    let next = rows.tree.dropFirst(selectedTreeRow + 1).first
    if let stand, rows.tree.position(of: stand) != nil {
      select(node: stand)
    } else if let next, below.contains(next) {  // A filter has left another child.
      select(node: next)
    } else {
      focus = .table
    }
  }

  /// Shows more of the selected row, if it hides something.
  private mutating func openFurther() -> Bool {
    let node = tree.selection
    if tree.folded.remove(node) != nil {
      listTree()
    } else if let run = run(at: node) {
      unfold(run)
      listTree()
      show(node: node)
    } else {
      return false
    }
    return true
  }

  private mutating func enter() {
    switch focus {
    case .tree:
      let node = tree.selection
      if openFurther() { return }
      if !hasChildren(node) {
        focus = .table
      } else if tree.unfoldedRuns.contains(node) {
        refold(below: node)
      } else {
        tree.folded.insert(node)
        listTree()
      }
    case .table: focus = .detail
    case .detail, .companion: enterInDetail()
    }
  }

  private mutating func unfoldAll() {
    tree.folded = []
    tree.unfoldedRuns = Set(facts.runsBelow.keys)
    listTree()
    listTable()
  }

  private mutating func foldAll() {
    let selection = tree.selection
    tree.unfoldedRuns = []
    tree.folded = Set(outline.nodes.indices.dropFirst().filter(hasChildren))
    listTree()
    show(node: visibleStand(for: selection))
  }
}
