extension LayerStack {
  /// The parts of a transformer's layer in the order in which values pass through them.
  private static let order = [
    "q", "query", "k", "key", "v", "value", "qkv", "c_attn", "o", "out", "dense", "gate", "w1",
    "up",
    "w3", "fc1", "c_fc", "down", "w2", "fc2", "c_proj",
  ]

  /// Puts well-known roles in their usual order: attention, then the feed-forward part; others
  /// follow in the order of the file, and norms come last.
  mutating func orderRoles() {
    let order = roles.indices.sorted { left, right in
      let (first, second) = (Self.rank(roles[left].label), Self.rank(roles[right].label))
      return first == second ? left < right : first < second
    }
    roles = order.map { roles[$0] }
    uses = uses.map { row in order.map { row[$0] } }
  }

  private static func rank(_ label: String) -> Int {
    let parts = label.split(separator: ".")
    let name = parts.last == "b" ? parts.dropLast().last : parts.last
    if let position = name.flatMap({ order.firstIndex(of: String($0)) }) { return position }
    return label.hasPrefix("norm") ? order.count + 1 : order.count
  }
}
