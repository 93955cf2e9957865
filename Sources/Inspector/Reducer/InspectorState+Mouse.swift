internal import TerminalUI
internal import Words

extension InspectorState {
  /// The rows that one notch of the wheel moves the cursor of a pane.
  private static let rowsPerNotch = 3
  /// The most characters that are taken from what is pasted into a field.
  private static let mostPasted = 200

  /// Does what the keys of what was clicked do, or selects it.
  mutating func click(_ position: Position) -> [InspectorEffect] {
    if let target = target(at: position) { return press(target.reach + target.keys) }
    guard showsPanes, let pane = pane(at: position) else { return [] }
    endFlash()
    focus = pane
    switch pane {
    case .tree:
      let row = tree.scroll + position.row - layout.tree.row
      if let node = visibleNodes.dropFirst(row).first { select(node: node) }
    case .table: selectRow(table.scroll + position.row - layout.table.row - 1)
    case .detail, .companion: break
    }
    return []
  }

  /// Opens what was clicked, as Enter does; what is no row of a list is clicked again.
  mutating func doubleClick(_ position: Position) -> [InspectorEffect] {
    if let target = target(at: position) {
      return press(target.reach + target.keys + (target.steps == nil ? [] : [.enter]))
    }
    guard showsPanes, pane(at: position) != nil else { return [] }
    return click(position)
      + (preferences.command(for: .enter, in: focusedPane).map { perform($0) } ?? [])
  }

  /// Whether nothing lies over the panes or takes their keys.
  private var showsPanes: Bool {
    overlay == .none && !work.isComparing && detail.sharing.choice == nil
      && detail.values.slice == nil
  }

  /// What can be clicked at a place.
  private func target(at position: Position) -> ClickTarget? {
    Screen(drawing: self).targets.last { $0.rect.contains(position) }
  }

  private mutating func press(_ keys: [Key]) -> [InspectorEffect] {
    keys.flatMap { reduceKey(&self, $0) }
  }

  /// Moves the cursor of the pane under the mouse; the focus stays where it is.
  mutating func turnWheel(at position: Position, notches: Int) -> [InspectorEffect] {
    let rows = min(abs(notches), 10) * Self.rowsPerNotch
    guard showsPanes else {
      let target = target(at: position)
      let steps = target?.steps ?? .upDown
      return press(
        (target?.steps == nil ? [] : target?.reach ?? []) + steps.keys(notches > 0 ? rows : -rows))
    }
    guard let pane = pane(at: position) else { return [] }
    endFlash()
    let focusBefore = focus
    focus = pane
    defer { focus = focusBefore }
    return (0..<rows).flatMap { _ in perform(notches > 0 ? .down : .up) }
  }

  /// Types what was pasted, where text can be typed; elsewhere it would be taken for commands.
  mutating func paste(_ text: String) -> [InspectorEffect] {
    guard isTyped(.character("x")) else {
      status = .text("what was pasted is no command: open a field for it", .look)
      return []
    }
    let line = text.split(whereSeparator: \.isNewline).first ?? ""
    return line.prefix(Self.mostPasted).flatMap { reduceKey(&self, .character($0)) }
  }

  private func pane(at position: Position) -> Pane? {
    let layout = layout
    func isShown(_ pane: Pane) -> Bool { !layout.isSinglePane || focus == pane }
    if layout.tree.contains(position), isShown(.tree) { return .tree }
    if layout.table.contains(position), isShown(.table) { return .table }
    if layout.companion?.contains(position) ?? false { return .companion }
    return layout.detail.contains(position) ? .detail : nil
  }
}
