/// Sibling blocks of a file that are alike: the same names, shapes and types below each of them.
public struct LayerRun: Hashable, Sendable {
  /// The positions of the blocks, ascending; at least two.
  public var members: [Int]
  /// The block that contains them.
  public var parent: Int
  /// The name that stands for all of theirs: `N`, `encoder_layer_N`, `0-2` beside another run.
  public var name: String
  /// The numbered siblings that are unlike every run, if they are few.
  public var oddOnes: [Int]

  /// The block that is shown in place of all.
  public var representative: Int { members[0] }
}

extension Outline {
  /// The runs of like layers in a file, in the order of their first blocks.
  ///
  /// Two blocks that contain others make a run, or three that only hold parameters. The blocks of a
  /// network stand for themselves.
  ///
  /// - Complexity: O(n) in the number of blocks and uses.
  public func layerRuns() -> [LayerRun] {
    guard !isNetwork else { return [] }
    let signatures = blockSignatures()
    var runs: [LayerRun] = []
    for parent in nodes.indices where nodes[parent].descendants.count > 1 {
      runs += self.runs(below: parent, signatures)
    }
    return runs.sorted { $0.representative < $1.representative }
  }

  /// The blocks right below one, in order.
  public func children(of node: Int) -> [Int] {
    var children: [Int] = []
    var child = nodes[node].descendants.lowerBound
    while child < nodes[node].descendants.upperBound {
      children.append(child)
      child = nodes[child].descendants.upperBound
    }
    return children
  }

  private func runs(below parent: Int, _ signatures: [Int]) -> [LayerRun] {
    var byStem: [String: [Int]] = [:]
    for child in children(of: parent) {
      guard let number = TrailingNumber(nodes[child].key) else { continue }
      byStem[number.stem, default: []].append(child)
    }
    return byStem.values.filter { $0.count > 1 }.flatMap { runs(among: $0, signatures) }
  }

  /// The runs among siblings whose names differ in a number only.
  private func runs(among siblings: [Int], _ signatures: [Int]) -> [LayerRun] {
    let alike = Dictionary(grouping: siblings) { block in
      // The counts guard against a clash of signatures: members must be parallel.
      [signatures[block], nodes[block].descendants.count, nodes[block].uses.count]
    }
    let groups = alike.values.filter { group in
      group.count >= (nodes[group[0]].descendants.isEmpty ? 3 : 2)
    }
    let grouped = Set(groups.joined())
    let others = siblings.filter { !grouped.contains($0) }
    return groups.map { group in
      let isFew = others.count * 2 < group.count
      return LayerRun(
        members: group, parent: nodes[group[0]].parent ?? 0,
        name: groups.count == 1 ? placeholder(of: group[0]) : numbers(of: group),
        oddOnes: isFew ? others : [])
    }
  }

  private func placeholder(of block: Int) -> String {
    TrailingNumber(nodes[block].key)?.replacing(by: "N") ?? nodes[block].key
  }

  /// The numbers of blocks, written short: `0-2,5`.
  private func numbers(of blocks: [Int]) -> String {
    let numbers = blocks.compactMap { TrailingNumber(nodes[$0].key)?.digits }
    var pieces: [(first: String, last: String)] = []
    for number in numbers {
      if let last = pieces.last?.last, let value = Int(last), Int(number) == value &+ 1 {
        pieces[pieces.count - 1].last = number
      } else {
        pieces.append((number, number))
      }
    }
    let text = pieces.map { $0.first == $0.last ? $0.first : "\($0.first)-\($0.last)" }
      .joined(separator: ",")
    return TrailingNumber(nodes[blocks[0]].key)?.replacing(by: text) ?? text
  }

  /// What a block and everything below it is made of, as one number: equal for like blocks.
  private func blockSignatures() -> [Int] {
    var signatures = [Int](repeating: 0, count: nodes.count)
    var prefixLengths = [Int](repeating: 0, count: nodes.count)
    for (index, node) in nodes.enumerated() {
      guard let parent = node.parent else { continue }
      prefixLengths[index] = prefixLengths[parent] + node.key.utf8.count + 1
    }
    for index in nodes.indices.reversed() {
      var hasher = Hasher()
      for use in uses[nodes[index].ownUses] {
        let parameter = parameters[use.parameter]
        hasher.combine(Substring(use.path.utf8.dropFirst(prefixLengths[index])))
        hasher.combine(parameter.shape)
        hasher.combine(parameter.elementType)
      }
      for child in children(of: index) {
        hasher.combine(nodes[child].key)
        hasher.combine(signatures[child])
      }
      signatures[index] = hasher.finalize()
    }
    return signatures
  }
}

/// The last number in a name: `3` in `encoder_layer_3`.
public struct TrailingNumber: Hashable, Sendable {
  /// What stands before the number.
  public var head: String
  /// The digits, as they are written.
  public var digits: String
  /// What stands after the number.
  public var tail: String

  /// Finds the last number of a name; nil if it has none.
  public init?(_ name: String) {
    let bytes = Array(name.utf8)
    guard let last = bytes.lastIndex(where: Self.isDigit) else { return nil }
    let first = (bytes[..<last].lastIndex { !Self.isDigit($0) } ?? -1) + 1
    head = String(decoding: bytes[..<first], as: UTF8.self)
    digits = String(decoding: bytes[first...last], as: UTF8.self)
    tail = String(decoding: bytes[(last + 1)...], as: UTF8.self)
  }

  /// What names that differ in the number only have in common.
  public var stem: String { replacing(by: "#") }

  /// The name with something else in place of the number.
  public func replacing(by text: String) -> String { head + text + tail }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
