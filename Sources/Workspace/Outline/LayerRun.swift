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
    forEachChild(of: node) { children.append($0) }
    return children
  }

  private func forEachChild(of node: Int, _ body: (Int) -> Void) {
    var child = nodes[node].descendants.lowerBound
    while child < nodes[node].descendants.upperBound {
      body(child)
      child = nodes[child].descendants.upperBound
    }
  }

  private func runs(below parent: Int, _ signatures: [Int]) -> [LayerRun] {
    var byStem: [Stem: [Int]] = [:]
    forEachChild(of: parent) { child in
      guard let stem = Stem(nodes[child].key) else { return }
      byStem[stem, default: []].append(child)
    }
    return byStem.values.filter { $0.count > 1 }.flatMap { runs(among: $0, signatures) }
  }

  /// What makes members of a run parallel; the counts guard against a clash of signatures.
  private struct Likeness: Hashable {
    let signature: Int
    let nodeCount: Int
    let useCount: Int
  }

  /// The runs among siblings whose names differ in a number only.
  private func runs(among siblings: [Int], _ signatures: [Int]) -> [LayerRun] {
    let alike = Dictionary(grouping: siblings) { block in
      Likeness(
        signature: signatures[block], nodeCount: nodes[block].descendants.count,
        useCount: nodes[block].uses.count)
    }
    let groups = alike.values.filter { group in
      group.count >= (nodes[group[0]].descendants.isEmpty ? 3 : 2)
    }
    let groupedCount = groups.reduce(0) { $0 + $1.count }
    let others = groupedCount < siblings.count ? siblings.without(Set(groups.joined())) : []
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
    for index in nodes.indices {
      guard let parent = nodes[index].parent else { continue }
      prefixLengths[index] = prefixLengths[parent] + nodes[index].key.utf8.count + 1
    }
    for index in nodes.indices.reversed() {
      var hasher = Hasher()
      for use in nodes[index].ownUses {
        hasher.combine(bytesOf: uses[use].path, after: prefixLengths[index])
        hasher.combine(parameters[uses[use].parameter].shape)
        hasher.combine(parameters[uses[use].parameter].elementType)
      }
      forEachChild(of: index) { child in
        hasher.combine(bytesOf: nodes[child].key)
        hasher.combine(signatures[child])
      }
      signatures[index] = hasher.finalize()
    }
    return signatures
  }
}

extension [Int] {
  fileprivate func without(_ others: Set<Int>) -> [Int] { filter { !others.contains($0) } }
}

extension Hasher {
  /// Feeds the bytes of a name, which are compared as they are, and their number.
  fileprivate mutating func combine(bytesOf name: String, after start: Int = 0) {
    let bytes = name.utf8.span
    let rest = bytes.extracting(min(start, bytes.count)..<bytes.count)
    combine(rest)
    combine(rest.count)
  }
}

/// What names that differ in their last number only have in common, as one number.
private struct Stem: Hashable {
  let hash: Int
  /// Guards against a clash, with the length of the tail.
  let headLength: Int
  let tailLength: Int

  /// Nil if there is no number in a name.
  init?(_ name: String) {
    let bytes = name.utf8.span
    guard let digits = TrailingNumber.range(in: bytes) else { return nil }
    headLength = digits.lowerBound
    tailLength = bytes.count - digits.upperBound
    var hasher = Hasher()
    for part in [0..<digits.lowerBound, digits.upperBound..<bytes.count] {
      hasher.combine(bytes.extracting(part))
    }
    hash = hasher.finalize()
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
    guard let range = Self.range(in: name.utf8.span) else { return nil }
    let bytes = Array(name.utf8)
    head = String(decoding: bytes[..<range.lowerBound], as: UTF8.self)
    digits = String(decoding: bytes[range], as: UTF8.self)
    tail = String(decoding: bytes[range.upperBound...], as: UTF8.self)
  }

  /// What names that differ in the number only have in common.
  public var stem: String { replacing(by: "#") }

  /// Where the last number of a name is; nil if it has none.
  fileprivate static func range(in name: Span<UInt8>) -> Range<Int>? {
    var end = name.count
    while end > 0, !isDigit(name[end - 1]) { end -= 1 }
    var start = end
    while start > 0, isDigit(name[start - 1]) { start -= 1 }
    return start < end ? start..<end : nil
  }

  /// The name with something else in place of the number.
  public func replacing(by text: String) -> String { head + text + tail }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
