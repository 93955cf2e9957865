/// The parts of dotted names, and the names that end at each.
///
/// Parts are bytes: strings that only look alike are different names. All names lie in one text and
/// parts are ranges of it, so that a million names do not make millions of arrays.
struct NameTree {
  /// The deepest level; what lies deeper stays in one part, so that no name can exhaust the stack.
  static let maximumDepth = 32

  private var text: [UInt8] = []
  /// The node above each and its part of the names; the root is the first.
  private var nodes: [(parent: Int, key: Range<Int>)] = [(parent: -1, key: 0..<0)]
  /// The node at which each name ends, and what follows there.
  private var leaves: [(node: Int, tail: Range<Int>)] = []
  private var positions = PartTable()
  /// The last name, with the node and the end of each of its parts but the last.
  private var lastName = 0..<0
  private var lastPath: [(node: Int, end: Int)] = []

  /// Adds names in the order of their numbers, which begin at 0.
  ///
  /// Where a name begins as the one before, its path is known.
  mutating func insert(_ name: String) {
    let start = text.count
    text.append(contentsOf: name.utf8)
    let common = commonLength(with: start)
    while let last = lastPath.last, last.end >= common { lastPath.removeLast() }
    var place = start + (lastPath.last.map { $0.end + 1 } ?? 0)
    while lastPath.count < Self.maximumDepth,
      let end = text[place...].firstIndex(of: UInt8(ascii: "."))
    {
      let node = child(of: lastPath.last?.node ?? 0, key: place..<end)
      lastPath.append((node: node, end: end - start))
      place = end + 1
    }
    leaves.append((node: lastPath.last?.node ?? 0, tail: place..<text.count))
    lastName = start..<text.count
  }

  /// How many bytes the last name and the one that starts at a place have in common.
  private func commonLength(with start: Int) -> Int {
    let limit = min(lastName.count, text.count - start)
    var length = 0
    while length < limit, text[lastName.lowerBound + length] == text[start + length] { length += 1 }
    return length
  }

  private mutating func child(of parent: Int, key: Range<Int>) -> Int {
    var hasher = Hasher()
    hasher.combine(parent)
    hasher.combine(text.span.extracting(key))
    let hash = hasher.finalize()
    let known = positions.find(hash: hash) { other in
      nodes[other].parent == parent && text[nodes[other].key].elementsEqual(text[key])
    }
    if let known { return known }
    nodes.append((parent: parent, key: key))
    positions.add(nodes.count - 1, hash: hash)
    return nodes.count - 1
  }

  /// The number of nodes, the root among them.
  var nodeCount: Int { nodes.count }

  /// The part of the names that a node stands for.
  func key(of node: Int) -> String { String(decoding: text[nodes[node].key], as: UTF8.self) }

  /// The nodes below each, in natural order.
  func sortedChildren() -> Groups {
    var groups = Groups(nodes.map(\.parent), groupCount: nodes.count)
    groups.sort { naturallyPrecedes(nodes[$0].key, nodes[$1].key) }
    return groups
  }

  /// The names that end at each node, in natural order of what follows it.
  func sortedLeaves() -> Groups {
    var groups = Groups(leaves.map(\.node), groupCount: nodes.count)
    groups.sort { naturallyPrecedes(leaves[$0].tail, leaves[$1].tail) }
    return groups
  }

  private func naturallyPrecedes(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    let text = text.span
    return Workspace.naturallyPrecedes(text.extracting(left), text.extracting(right))
  }
}

/// Members 0 ..< n by the group that each is in.
struct Groups {
  private var members: [Int]
  private var starts: [Int]

  /// Sorts members into groups, where they keep their order; those of negative groups are in none.
  ///
  /// - Complexity: O(n).
  init(_ groupOfMember: [Int], groupCount: Int) {
    starts = [Int](repeating: 0, count: groupCount + 1)
    for group in groupOfMember where group >= 0 { starts[group + 1] += 1 }
    for group in 0..<groupCount { starts[group + 1] += starts[group] }
    members = [Int](repeating: 0, count: starts[groupCount])
    var next = starts
    for (member, group) in groupOfMember.enumerated() where group >= 0 {
      members[next[group]] = member
      next[group] += 1
    }
  }

  subscript(group: Int) -> ArraySlice<Int> { members[starts[group]..<starts[group + 1]] }

  /// Sorts the members of each group.
  mutating func sort(by precedes: (Int, Int) -> Bool) {
    for group in 0..<(starts.count - 1) where starts[group + 1] - starts[group] > 1 {
      let range = starts[group]..<starts[group + 1]
      members.replaceSubrange(range, with: members[range].sorted(by: precedes))
    }
  }
}

/// Positions by the hash of what stands there; stored hashes are compared before anything else is.
private struct PartTable {
  /// One more than a position and some bits of its hash; zero is free.
  private var slots = [(number: Int, hash: Int)](repeating: (0, 0), count: 64)
  private var count = 0

  /// The position of what has this hash and is the same.
  func find(hash: Int, isSame: (Int) -> Bool) -> Int? {
    var index = hash & (slots.count - 1)
    while slots[index].number != 0 {
      let position = slots[index].number - 1
      if slots[index].hash == hash, isSame(position) { return position }
      index = (index + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a position.
  mutating func add(_ position: Int, hash: Int) {
    slots[Self.free(hash, slots)] = (position + 1, hash)
    count += 1
    if count * 2 > slots.count { grow() }
  }

  private static func free(_ hash: Int, _ slots: [(number: Int, hash: Int)]) -> Int {
    var index = hash & (slots.count - 1)
    while slots[index].number != 0 { index = (index + 1) & (slots.count - 1) }
    return index
  }

  private mutating func grow() {
    var larger = [(number: Int, hash: Int)](repeating: (0, 0), count: slots.count * 4)
    for slot in slots where slot.number != 0 { larger[Self.free(slot.hash, larger)] = slot }
    slots = larger
  }
}
