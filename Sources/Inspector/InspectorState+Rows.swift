internal import Workspace

extension InspectorState {
  /// Lists the nodes of the tree anew: those under no folded one, each run of like layers once.
  mutating func listTree() {
    var visible: [Int] = []
    var node = 0
    let nodes = outline.nodes
    while node < nodes.count {
      if isHidden(node) || !passesFilter(node) {
        node = nodes[node].descendants.upperBound
        continue
      }
      if !isMerged(node) { visible.append(node) }
      node = isShut(node) ? nodes[node].descendants.upperBound : node + 1
    }
    rows.tree = visible
  }

  /// Lists the uses of the table anew: all below the selected node and those it stands for.
  mutating func listTable() {
    guard outline.nodes.indices.contains(tree.selection) else {
      rows.table = []
      return
    }
    let uses = usesBelowSelection
    rows.unfilteredCount = uses.count
    rows.table = filtered(uses)
    rows.sharedEnds = sharedEnds(of: rows.table)
    sortTable()
  }

  /// What the table lists, in the order of names.
  var listedUses: [Int] { filtered(usesBelowSelection) }

  private var usesBelowSelection: [Int] {
    counterparts(of: tree.selection).flatMap { Array(outline.nodes[$0].uses) }
  }

  private func filtered(_ uses: [Int]) -> [Int] {
    guard let matches = find.filter?.matches else { return uses }
    return uses.filter { matches.uses.contains($0) }
  }

  /// Lists the table anew and keeps the cursor on its use.
  mutating func relistTable(keeping use: Int?) {
    listTable()
    let row = use.flatMap { rows.table.firstIndex(of: $0) }
    table.selection = row ?? max(0, min(table.selection, rows.table.count - 1))
  }

  /// Whether the filter leaves a row of the tree: the root, and what has a match below.
  func passesFilter(_ node: Int) -> Bool {
    guard node > 0, let matches = find.filter?.matches else { return true }
    return counterparts(of: node).contains { matches.uses.containsAny(of: outline.nodes[$0].uses) }
  }

  /// Lists everything anew, after the model itself has changed.
  mutating func listAll() {
    listTree()
    listTable()
  }

  /// Whether a node is one of several like layers, and another is shown in its place.
  private func isHidden(_ node: Int) -> Bool {
    foldedRun(of: node).map { $0.representative != node } ?? false
  }

  /// Whether a node has no row of its own, as the run in it takes its place.
  func isMerged(_ node: Int) -> Bool {
    facts.mergedParents.contains(node) && !tree.unfoldedRuns.contains(node)
  }

  /// Whether the rows below a node are hidden.
  func isShut(_ node: Int) -> Bool { tree.folded.contains(node) && !isMerged(node) }

  /// The run that a node belongs to, if its members share a row.
  func foldedRun(of node: Int) -> LayerRun? {
    guard let index = facts.runOfNode[node] else { return nil }
    let run = facts.runs[index]
    return tree.unfoldedRuns.contains(run.parent) ? nil : run
  }

  /// The run whose members share the row of a node.
  func run(at node: Int) -> LayerRun? {
    foldedRun(of: node).flatMap { $0.representative == node ? $0 : nil }
  }

  /// The nodes that the row of a node stands for, ascending: itself, or its like in every layer.
  func counterparts(of node: Int) -> [Int] {
    var counterparts = [node]
    var ancestor: Int? = node
    while let block = ancestor {
      if let run = run(at: block) {
        counterparts = run.members.flatMap { member in
          counterparts.map { $0 - block + member }
        }
      }
      ancestor = outline.nodes[block].parent
    }
    return counterparts
  }

  /// The node shown in place of `node`: itself, its like in the first layer, or a folded one.
  func visibleStand(for node: Int) -> Int {
    var stand = node
    var depth = 0
    while true {
      let path = path(to: stand)
      guard depth < path.count else { break }
      let block = path[depth]
      if let run = foldedRun(of: block), run.representative != block {
        stand = stand - block + run.representative
        continue
      }
      if block != stand, isShut(block) { return block }
      depth += 1
    }
    return isMerged(stand) ? firstVisible(in: stand) : stand
  }

  /// The first row of a node that has none of its own.
  private func firstVisible(in node: Int) -> Int {
    guard let runs = facts.runsBelow[node] else { return node }
    return runs.map { facts.runs[$0].representative }.min() ?? node
  }

  /// The nodes from the root down to one.
  func path(to node: Int) -> [Int] {
    var path: [Int] = []
    var ancestor: Int? = node
    while let block = ancestor {
      path.append(block)
      ancestor = outline.nodes[block].parent
    }
    return path.reversed()
  }

  /// The visible block that contains a node.
  func visibleParent(of node: Int) -> Int? {
    var parent = outline.nodes[node].parent
    while let block = parent, isMerged(block) { parent = outline.nodes[block].parent }
    return parent
  }

  /// The number of rows that a row lies under.
  func visibleDepth(of node: Int) -> Int {
    var depth = 0
    var parent = visibleParent(of: node)
    while let block = parent {
      depth += 1
      parent = visibleParent(of: block)
    }
    return depth
  }

  /// Opens what hides a node, be it the filter.
  ///
  /// - Parameters:
  ///   - node: The node.
  ///   - unfoldingRuns: Whether it gets a row of its own, even if its like share one with it.
  mutating func reveal(node: Int, unfoldingRuns: Bool = false) {
    if !passesFilter(node) { find.filter = nil }
    for block in path(to: node) {
      if let run = foldedRun(of: block), unfoldingRuns || run.representative != block {
        unfold(run)
      }
      if block != node { tree.folded.remove(block) }
    }
    listTree()
  }

  /// Gives each member of a run a row of its own, shut.
  mutating func unfold(_ run: LayerRun) {
    tree.unfoldedRuns.insert(run.parent)
    tree.folded.remove(run.parent)
    for index in facts.runsBelow[run.parent] ?? [] {
      tree.folded.formUnion(facts.runs[index].members.filter(hasChildren))
    }
  }

  /// Puts the runs below a node back on a row each.
  mutating func foldRuns(below node: Int) {
    tree.unfoldedRuns.remove(node)
    for index in facts.runsBelow[node] ?? [] {
      tree.folded.remove(facts.runs[index].representative)
    }
  }

  /// Whether a node contains others.
  func hasChildren(_ node: Int) -> Bool { !outline.nodes[node].descendants.isEmpty }
}
