internal import Words
internal import Workspace

extension Status {
  /// What is said of a change: the parameter, its group, the initializer, and who changed together.
  ///
  /// `dense1_weight =a xavier, seed 42: layers 1 and 2 changed together`
  static func changed(_ change: ModelChange) -> Status {
    let outline = change.outline
    let summary = change.summary
    if let step = summary.step {
      let phrase: Phrase =
        change.kind == .undone ? "undone: step \(step)" : "redone: step \(step)"
      return change.kind == .applied ? .text("step \(step)") : .text(phrase, .done)
    }
    if let sharing = summary.sharing { return shared(sharing, change) }
    let named = summary.changed.first { !$0.isDeclared } ?? summary.changed.first
    guard let named else { return .text("nothing changed") }
    var pieces: [Piece] = []
    switch change.kind {
    case .applied: break
    case .undone: pieces.append(.text("undone: "))
    case .redone: pieces.append(.text("redone: "))
    }
    let parameter = outline.parameters[named.parameter]
    pieces.append(.minor("\(parameter.name) "))
    if let tie = parameter.tie { pieces += [.tie(tie), .text(" ")] }
    pieces.append(.verbatim(summary.initializer))
    if let seed = summary.seed { pieces.append(.minor(", seed \(seed)")) }
    pieces.append(.text(": "))
    pieces += together(summary, parameter, outline)
    if !summary.untouched.isEmpty {
      pieces.append(.text("; \(summary.untouched.count) left alone"))
    }
    return Status(.done, pieces)
  }

  private static func together(
    _ summary: ChangeSummary, _ parameter: ParameterInfo, _ outline: Outline
  ) -> [Piece] {
    let users = layers(using: [parameter], in: outline)
    let all = layers(using: summary.changed.map { outline.parameters[$0.parameter] }, in: outline)
    if all.count > users.count {
      return [.strong("\(summary.changed.count) parameters of \(all.count) layers changed")]
    }
    guard users.count > 1 else {
      let user = users.first ?? ""
      return [.strong(outline.isNetwork ? "layer \(user) changed" : "\(user) changed")]
    }
    return [
      .minor("layers ", isStrong: true), .strong("\(enumeration(users)) changed together"),
    ]
  }

  /// The keys of the blocks that use any of some parameters, in the order of the tree.
  static func layers(using parameters: [ParameterInfo], in outline: Outline) -> [String] {
    Set(parameters.flatMap { $0.uses.map { outline.uses[$0].node } }).sorted().map { node in
      outline.nodes[node].key.isEmpty ? outline.nodes[node].name : outline.key(of: node)
    }
  }

  /// `1 and 2`, `0, 1 and 2`, and from six on the number that is left out.
  static func enumeration(_ items: [String]) -> Phrase {
    guard items.count > 1, let last = items.last else { return Phrase(verbatim: items.first ?? "") }
    if items.count > 6 {
      return "\(items.prefix(5).joined(separator: ", ")) and \(items.count - 5) more"
    }
    return "\(items.dropLast().joined(separator: ", ")) and \(last)"
  }
}
