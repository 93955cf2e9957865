/// Where a pattern occurs in the names of a model.
public struct SearchMatches: Hashable, Sendable {
  /// The blocks whose own name, or that of a parameter of theirs, it occurs in.
  public var nodes: PositionSet
  /// The uses of parameters whose names it occurs in.
  public var uses: PositionSet
  /// Whether all names have been looked at.
  public var isComplete = false
}

extension Outline {
  /// Looks for a pattern in all names, from one block on and round to it again.
  ///
  /// - Parameters:
  ///   - pattern: What to look for.
  ///   - start: The block to begin with, so that the nearest is found first.
  ///   - report: Is given what has been found so far, every 8192 names, and says whether to go on.
  /// - Returns: All that has been found.
  /// - Complexity: O(n) in the length of all names, times the length of the pattern.
  public func search(
    for pattern: SearchPattern, from start: Int, report: (SearchMatches) -> Bool
  ) -> SearchMatches {
    var matches = SearchMatches(
      nodes: PositionSet(limit: nodes.count), uses: PositionSet(limit: uses.count))
    var untilReport = 8192
    let start = nodes.indices.contains(start) ? start : 0
    for node in Array(start..<nodes.count) + Array(0..<start) {
      let label = labelOffset(of: node)
      if occurs(pattern, inNameOf: node) { matches.nodes.insert(node) }
      for use in nodes[node].ownUses {
        let name = parameters[uses[use].parameter].name
        if pattern.occurs(in: name) {
          matches.uses.insert(use)
          if isNetwork || pattern.occurs(in: name, endingAfter: label) {
            matches.nodes.insert(node)
          }
        }
        untilReport -= 1
        if untilReport <= 0 {
          untilReport = 8192
          guard report(matches) else { return matches }
        }
      }
      untilReport -= 1
    }
    matches.isComplete = true
    return matches
  }

  /// Where the last part of the path of a block begins, in UTF-8.
  private func labelOffset(of node: Int) -> Int {
    guard let parent = nodes[node].parent else { return -1 }
    return prefix(of: parent).utf8.count
  }

  private func occurs(_ pattern: SearchPattern, inNameOf node: Int) -> Bool {
    if isNetwork {
      return pattern.occurs(in: nodes[node].name) || pattern.occurs(in: nodes[node].summary)
    }
    guard let parent = nodes[node].parent else { return pattern.occurs(in: nodes[node].name) }
    let above = prefix(of: parent)
    return pattern.occurs(in: above + nodes[node].key, endingAfter: above.utf8.count)
  }
}
