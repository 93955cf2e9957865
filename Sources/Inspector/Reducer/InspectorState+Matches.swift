internal import Words
internal import Workspace

extension InspectorState {
  /// Goes to the nearest match after or before the cursor, round the end if there is none.
  ///
  /// - Returns: Whether it went round, or nil if there is no match.
  mutating func goToMatch(forward: Bool) -> Bool? {
    guard let matches = find.search?.matches else { return nil }
    if focus != .tree, let found = matchInTable(matches, forward: forward) {
      selectRow(found.row)
      return found.isWrapped
    }
    guard let found = matchInTree(matches, forward: forward) else {
      return focus == .tree ? goToUse(matches, forward: forward) : nil
    }
    let isOnSharedRow = stand(for: found.node) == found.node && matchesAll(found.node, matches)
    reveal(node: found.node, unfoldingRuns: !isOnSharedRow)
    select(node: found.node)
    selectFirstMatch(matches)
    return found.isWrapped
  }

  /// Puts the cursor of the table on the first row that matches.
  private mutating func selectFirstMatch(_ matches: SearchMatches) {
    if let row = rows.table.firstIndex(where: matches.uses.contains) { selectRow(row) }
  }

  /// Goes to a match that only the table can show: the root of a flat file has all names.
  private mutating func goToUse(_ matches: SearchMatches, forward: Bool) -> Bool? {
    guard let found = matchInTable(matches, forward: forward) else { return nil }
    selectRow(found.row)
    return found.isWrapped
  }

  private func matchInTable(
    _ matches: SearchMatches, forward: Bool
  ) -> (row: Int, isWrapped: Bool)? {
    let count = rows.table.count
    for step in 1...max(1, count) {
      let distance = forward ? step : -step
      let row = (table.selection + distance + count * 2) % max(1, count)
      if rows.table.indices.contains(row), matches.uses.contains(rows.table[row]) {
        return (row, forward ? row <= table.selection : row >= table.selection)
      }
    }
    return nil
  }

  private func matchInTree(
    _ matches: SearchMatches, forward: Bool
  ) -> (node: Int, isWrapped: Bool)? {
    var isWrapped = false
    var node = tree.selection
    var checked: [Int: Bool] = [:]
    for _ in 0...matches.nodes.count {
      let next =
        forward ? matches.nodes.first(from: node + 1) : matches.nodes.last(upTo: node - 1)
      guard let next else {
        guard !isWrapped else { return nil }
        isWrapped = true
        node = forward ? -1 : outline.nodes.count
        continue
      }
      node = next
      if !passesFilter(node) || isMerged(node) { continue }
      // What all like layers have is found once, on the row that they share.
      let stand = stand(for: node)
      guard stand != node else { return (node, isWrapped) }
      let isShared = checked[stand] ?? matchesAll(stand, matches)
      checked[stand] = isShared
      if !isShared { return (node, isWrapped) }
    }
    return nil
  }

  /// Whether a row and all that it stands for match.
  private func matchesAll(_ node: Int, _ matches: SearchMatches) -> Bool {
    counterparts(of: node).allSatisfy(matches.nodes.contains)
  }

  /// The node in whose place its like in the first layer is shown, folded or not.
  private func stand(for node: Int) -> Int {
    var stand = node
    var depth = 0
    while true {
      let path = path(to: stand)
      guard depth < path.count else { return stand }
      if let run = foldedRun(of: path[depth]), run.representative != path[depth] {
        stand += run.representative - path[depth]
      } else {
        depth += 1
      }
    }
  }

  /// Says which of the matches this is.
  mutating func sayWhichMatch(wrapped forward: Bool?) {
    guard let matches = find.search?.matches else { return }
    let (position, count) = rank(in: matches)
    guard count > 0 else { return }
    let words: Phrase =
      switch forward {
      case nil: "match \(position) of \(count)"
      case true?: "match \(position) of \(count), from the top again"
      case false?: "match \(position) of \(count), from the bottom again"
      }
    status = .text(words)
  }

  /// The place of the cursor among the matches of its list, and their number.
  func rank(in matches: SearchMatches) -> (position: Int, count: Int) {
    if focus == .tree, matches.nodes.count > 0 {
      return (matches.nodes.count(upTo: tree.selection), matches.nodes.count)
    }
    if let use = selectedUse, matches.uses.count > 0 {
      return (matches.uses.count(upTo: use), matches.uses.count)
    }
    return (0, matches.nodes.count)
  }
}
