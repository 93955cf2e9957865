internal import Workspace

extension InspectorState {
  /// Whether a node differs from a run of its siblings that share a row.
  func isOddOneOut(_ node: Int) -> Bool { facts.oddOnes[node] != nil }

  /// The name of a row of the tree: `dense1`, `24 × layers.N`, `layers.13`.
  func rowLabel(of node: Int, _ times: String) -> String {
    let name = outline.nodes[node].name
    let run = run(at: node)
    let parent = outline.nodes[node].parent
    let prefix = parent.map { isMerged($0) ? outline.nodes[$0].key + "." : "" } ?? ""
    return run.map { "\($0.members.count) \(times) \(prefix)\($0.name)" } ?? prefix + name
  }

  /// The dotted path of a row of the tree, with `N` where it stands for several layers.
  func rowPath(of node: Int) -> String {
    path(to: node).dropFirst().map { run(at: $0)?.name ?? outline.nodes[$0].key }
      .joined(separator: ".")
  }

  /// The block that all rows of the table lie in: the selected one, or the only one in it.
  var commonBlock: Int {
    var block = tree.selection
    while outline.nodes[block].ownUses.isEmpty, let child = onlyChild(of: block) { block = child }
    return block
  }

  private func onlyChild(of node: Int) -> Int? {
    guard let child = outline.nodes[node].descendants.first else { return nil }
    let isOnly =
      outline.nodes[child].descendants.upperBound == outline.nodes[node].descendants.upperBound
    return isOnly ? child : nil
  }

  /// The name of a use in the table, without what all rows share.
  func rowName(of use: Int) -> String {
    let use = outline.uses[use]
    if outline.isNetwork { return outline.parameters[use.parameter].name }
    let name = use.path
    let selection = path(to: commonBlock)
    let path = path(to: use.node)
    guard path.count >= selection.count else { return name }
    let layers = selection.indices.filter { run(at: selection[$0]) != nil }
    let prefix = outline.prefix(of: path[selection.count - 1])
    guard name.hasPrefix(prefix) else { return name }
    let rest = name.dropFirst(prefix.count)
    return (layers.map { outline.nodes[path[$0]].key } + [String(rest)]).joined(separator: ".")
  }
}
