internal import Words
internal import Workspace

extension Status {
  /// What is said of a tie or its end: what the layer has now, and who shares it.
  ///
  /// `dense0_weight tied to dense1_weight =a: layers 0, 1 and 2 are one object`
  static func shared(_ sharing: SharingChange, _ change: ModelChange) -> Status {
    let outline = change.outline
    let isUndone = change.kind == .undone
    let present = outline.parameters[isUndone ? sharing.former : sharing.parameter]
    var pieces: [Piece] = []
    switch change.kind {
    case .applied: break
    case .undone: pieces.append(.text("undone: "))
    case .redone: pieces.append(.text("redone: "))
    }
    guard sharing.isTie != isUndone else {
      pieces.append(.text("\(outline.uses[sharing.use].path) has \(present.name) for itself"))
      return Status(.done, pieces)
    }
    pieces.append(.minor("\(outline.uses[sharing.use].path) "))
    pieces.append(.text("has \(present.name)"))
    if let tie = present.tie { pieces += [.verbatim(" "), .tie(tie)] }
    let users =
      outline.isNetwork
      ? layers(using: [present], in: outline) : present.uses.map { outline.uses[$0].path }
    pieces.append(.text(": "))
    pieces.append(.strong("\(enumeration(users)) share one object"))
    return Status(.done, pieces)
  }
}
