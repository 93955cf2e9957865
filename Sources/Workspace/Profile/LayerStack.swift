/// Numbered layers one above the other, and the parameters that each has in its roles.
public struct LayerStack: Hashable, Sendable {
  /// What stands before the numbers: `model.layers`; empty at the root.
  public var path: String
  /// The layers from the first to the last, as their numbers are written: `0`, `1.2`.
  public var layers: [String]
  /// The roles: well-known ones in their usual order, then others as they come, then norms.
  public var roles: [Role]
  /// The use in each layer and role, by layer, then role; nil where a layer lacks one.
  public var uses: [[Int?]]
  /// The blocks, one a layer.
  public var nodes: [Int]

  /// What parameters are for, by their names below the layer.
  public struct Role: Hashable, Sendable {
    /// The whole name: `self_attn.q_proj.weight`.
    public var path: String
    /// A name of few letters: `q`.
    public var label: String
  }

  /// The number of parameters in it.
  public var cellCount: Int { uses.reduce(0) { $0 + $1.count { $0 != nil } } }
}

extension Outline {
  /// The stacks of numbered layers, the largest first.
  ///
  /// A stack is what names show: siblings that differ in a number only, in no other stack, at least
  /// two of them with a role in common. Where layers only contain numbered ones, as the stages of a
  /// convolutional network do, both numbers count.
  ///
  /// - Complexity: O(n) in the number of blocks and uses, but for sorting.
  public func layerStacks() -> [LayerStack] {
    var stacks: [LayerStack] = []
    var taken = Set<Int>()
    var node = 0
    while node < nodes.count {
      if taken.contains(node) {  // What is inside a stack is in its roles.
        node = nodes[node].descendants.upperBound
        continue
      }
      for group in numberedGroups(below: node) {
        guard let stack = stack(of: group) else { continue }
        stacks.append(stack)
        taken.formUnion(group)
      }
      node += 1
    }
    return stacks.sorted { $0.cellCount > $1.cellCount }
  }

  /// Blocks right below one whose names differ in a number only, two or more together.
  private func numberedGroups(below node: Int) -> [[Int]] {
    var groups: [String: [Int]] = [:]
    for child in children(of: node) {
      guard let number = TrailingNumber(nodes[child].key) else { continue }
      groups[number.stem, default: []].append(child)
    }
    return groups.values.filter { $0.count > 1 }.sorted { $0[0] < $1[0] }
  }

  private func stack(of group: [Int]) -> LayerStack? {
    let parts = group.map(numberedParts)
    let isNested = parts.allSatisfy { $0 != nil }
    let blocks =
      isNested
      ? zip(group, parts).flatMap { outer, inner in (inner ?? []).map { (outer, $0) } }
      : group.map { ($0, $0) }
    var stack = LayerStack(
      path: "", layers: [], roles: [], uses: [], nodes: [])
    var positions: [String: Int] = [:]
    for (outer, block) in blocks where !nodes[block].uses.isEmpty {
      let outerNumber = TrailingNumber(nodes[outer].key)?.digits ?? ""
      let innerNumber = TrailingNumber(nodes[block].key)?.digits ?? ""
      stack.layers.append(outer == block ? outerNumber : "\(outerNumber).\(innerNumber)")
      stack.nodes.append(block)
      stack.uses.append(row(of: block, &stack.roles, &positions))
    }
    let width = stack.roles.count
    for layer in stack.uses.indices {
      stack.uses[layer] += [Int?](repeating: nil, count: width - stack.uses[layer].count)
    }
    stack.path = stackPath(of: group, isNested: isNested)
    let isRepeated = stack.roles.indices.contains { role in
      stack.uses.count { $0[role] != nil } > 1
    }
    guard isRepeated else { return nil }
    nameRoles(&stack.roles)
    stack.orderRoles()
    return stack
  }

  /// The numbered blocks that a block consists of; nil if it holds anything else.
  private func numberedParts(of block: Int) -> [Int]? {
    let children = children(of: block)
    let areNumbers = children.allSatisfy { child in
      nodes[child].key.utf8.allSatisfy { (0x30...0x39).contains($0) } && !nodes[child].key.isEmpty
    }
    // Layers of a sequential network are layers themselves.
    let isStage = !children.isEmpty && areNumbers && nodes[block].ownUses.isEmpty
    return isStage && children.contains { !nodes[$0].descendants.isEmpty } ? children : nil
  }

  private func stackPath(of group: [Int], isNested: Bool) -> String {
    let parent = nodes[group[0]].parent.map { key(of: $0) } ?? ""
    let name = TrailingNumber(nodes[group[0]].key)?.replacing(by: "N") ?? ""
    let last = isNested ? name + ".N" : name
    return parent.isEmpty ? last : parent + "." + last
  }

  /// The uses below a block in the order of the roles; new roles are added at the end.
  private func row(
    of block: Int, _ roles: inout [LayerStack.Role], _ positions: inout [String: Int]
  ) -> [Int?] {
    var row = [Int?](repeating: nil, count: roles.count)
    let prefix = prefix(of: block)
    for use in nodes[block].uses {
      let path = String(uses[use].path.dropFirst(prefix.count))
      let position = positions[path] ?? roles.count
      if position == roles.count {
        positions[path] = position
        roles.append(LayerStack.Role(path: path, label: path))
        row.append(nil)
      }
      row[position] = use
    }
    return row
  }
}
