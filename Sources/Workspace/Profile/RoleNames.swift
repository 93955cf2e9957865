/// Gives roles names of few letters: `q` for `self_attn.q_proj.weight`, `norm1` for the first norm.
///
/// Derived from the names: the word `weight` and what all roles share is left out, then the last
/// part tells most; where two would be called the same, the part before it comes in front.
func nameRoles(_ roles: inout [LayerStack.Role]) {
  let parts = roles.map { telling($0.path) }
  let endings = roles.map { isBias($0.path) && $0.path != "bias" ? ".b" : "" }
  var labels = roles.indices.map { label(parts[$0], words: 1) + endings[$0] }
  for words in 2...4 {
    let counts = Dictionary(labels.map { ($0, 1) }, uniquingKeysWith: +)
    for index in labels.indices where (counts[labels[index]] ?? 0) > 1 {
      labels[index] = label(parts[index], words: words) + endings[index]
    }
  }
  let norms = parts.indices.filter { isNorm(parts[$0]) && endings[$0].isEmpty }
  for (number, index) in norms.enumerated() {
    labels[index] = norms.count == 1 ? "norm" : "norm\(number + 1)"
  }
  for index in roles.indices { roles[index].label = labels[index] }
}

private func isBias(_ path: String) -> Bool { path == "bias" || path.hasSuffix(".bias") }

private func isNorm(_ parts: [Substring]) -> Bool {
  guard let last = parts.last?.lowercased() else { return false }
  return last.hasSuffix("norm") || last.hasPrefix("norm") || last.hasPrefix("ln_")
}

/// The parts of a path without the word that says that it is a weight or a bias.
private func telling(_ path: String) -> [Substring] {
  var parts = path.split(separator: ".")
  if parts.count > 1, let last = parts.last, last == "weight" || last == "bias" {
    parts.removeLast()
  }
  return parts
}

/// The last parts of a path, without endings that say nothing.
private func label(_ parts: [Substring], words: Int) -> String {
  parts.suffix(words).map { part in
    for ending in ["_proj", "_projection", "_layernorm", "_layer_norm", "_linear"]
    where part.hasSuffix(ending) && part.count > ending.count {
      return String(part.dropLast(ending.count))
    }
    return String(part)
  }.joined(separator: ".")
}
