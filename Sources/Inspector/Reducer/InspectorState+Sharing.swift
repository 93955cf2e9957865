internal import TerminalUI
internal import Words
internal import Workspace

extension InspectorState {
  /// Moves the cursor among the users.
  mutating func moveInSharing(_ command: Command) {
    guard let parameter = selectedParameter else { return }
    detail.sharing.row = destination(
      of: command, from: detail.sharing.row, count: outline.parameters[parameter].uses.count,
      page: 10)
  }

  /// The use under the cursor of the list of users.
  var sharingUse: Int? {
    guard let parameter = selectedParameter else { return nil }
    let uses = outline.parameters[parameter].uses
    return uses.indices.contains(detail.sharing.row) ? uses[detail.sharing.row] : nil
  }

  /// Enter in a detail.
  mutating func enterInDetail() {
    if focusedPane == .history { keepScrubbed() }
    if focusedPane == .sharing, let use = sharingUse {
      reveal(use: use)
      isFullScreen = false
      focus = .tree
    }
  }

  /// Does what a key of the list of users asks for.
  mutating func perform(_ command: SharingCommand) -> [InspectorEffect] {
    guard let use = focusedPane == .sharing ? sharingUse : selectedUse else { return [] }
    switch command {
    case .tie:
      let candidates = tieCandidates(for: use)
      guard !candidates.isEmpty else {
        let info = outline.parameters[outline.uses[use].parameter]
        status = .text("no other parameter has the shape and type of \(info.name)", .look)
        return []
      }
      detail.sharing.choice = SharingState.TieChoice(candidates: candidates)
      return []
    case .untie: return change(sharing: .untie(use: use))
    }
  }

  /// The parameters that a use can be tied to: others of the same shape and type.
  private func tieCandidates(for use: Int) -> [Int] {
    let own = outline.uses[use].parameter
    let info = outline.parameters[own]
    return outline.parameters.indices.filter {
      let other = outline.parameters[$0]
      return $0 != own && !other.uses.isEmpty && other.shape == info.shape
        && other.elementType == info.elementType
    }
  }

  mutating func change(sharing request: SharingRequest) -> [InspectorEffect] {
    let id = jobs.next()
    jobs.changes.append(id)
    return [.share(id, request)]
  }

  /// Takes a key while something to tie with is being chosen.
  mutating func reduceTieChoice(
    _ choice: SharingState.TieChoice, _ key: Key
  ) -> [InspectorEffect] {
    guard let command = command(for: key) else { return [] }
    switch command {
    case .escape: detail.sharing.choice = nil
    case .enter:
      detail.sharing.choice = nil
      guard let use = sharingUse, choice.candidates.indices.contains(choice.row) else { return [] }
      return change(sharing: .tie(use: use, with: choice.candidates[choice.row]))
    default:
      let row = destination(
        of: command, from: choice.row, count: choice.candidates.count, page: 10)
      detail.sharing.choice?.row = row
    }
    return []
  }
}
