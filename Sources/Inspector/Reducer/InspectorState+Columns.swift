internal import Workspace

extension InspectorState {
  /// Scrolls the columns of the table sideways; left of the first one is the tree.
  mutating func scrollColumns(_ command: Command) {
    let plan = Screen(self).tablePlan
    let scroll = min(columnScroll, plan.lastScroll)
    switch command {
    case .right: columnScroll = min(scroll + 1, plan.lastScroll)
    case .left where scroll > 0: columnScroll = scroll - 1
    default: focus = neighbor(of: focus, by: -1)
    }
  }

  /// What the names of the listed uses have in common.
  func sharedEnds(of uses: [Int]) -> SharedEnds {
    guard !outline.isNetwork else {
      return SharedEnds(
        uses.map { outline.parameters[outline.uses[$0].parameter].name }, separator: "_")
    }
    // What they begin with is the block that they lie in, which the heading names anyway.
    var ends = SharedEnds(uses.map { outline.uses[$0].path }, separator: ".")
    ends.start = ""
    return ends
  }

  /// The L2 norms of gradients, as far as they are known, by the parameter's position.
  var gradientNorms: [Int: Double] {
    guard case .gradientNorms(let norms) = board[.gradientNorms]?.answered?.answer else {
      return [:]
    }
    return norms
  }

  /// Whether a backward pass has reached a parameter.
  var hasGradients: Bool { gradientNorms.values.contains { $0 > 0 } }

  /// What the table needs to know: the gradients of the rows in sight, or of all to sort by them.
  var gradientNormRequests: [DetailRequest] {
    guard outline.isNetwork, !layout.isSinglePane || focus == .table else { return [] }
    let uses =
      sort?.column == .gradient
      ? rows.table[...] : rows.table.dropFirst(table.scroll).prefix(layout.tableRowCount)
    let parameters = Set(uses.map { outline.uses[$0].parameter })
      .filter { outline.parameters[$0].state == .ready }
    return parameters.isEmpty ? [] : [.gradientNorms(parameters: parameters.sorted())]
  }
}
