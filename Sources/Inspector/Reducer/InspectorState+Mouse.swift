internal import TerminalUI
internal import Words

extension InspectorState {
  /// The rows that one notch of the wheel moves the cursor of a pane.
  private static let rowsPerNotch = 3
  /// The most characters that are taken from what is pasted into a field.
  private static let mostPasted = 200

  /// Selects what was clicked.
  mutating func click(_ position: Position) {
    guard overlay == .none, let pane = pane(at: position) else { return }
    endFlash()
    focus = pane
    switch pane {
    case .tree:
      let row = tree.scroll + position.row - layout.tree.row
      if let node = visibleNodes.dropFirst(row).first { select(node: node) }
    case .table: selectRow(table.scroll + position.row - layout.table.row - 1)
    case .detail, .companion: break
    }
  }

  /// Opens what was clicked, as Enter does.
  mutating func doubleClick(_ position: Position) -> [InspectorEffect] {
    guard overlay == .none, pane(at: position) != nil else { return [] }
    click(position)
    return preferences.command(for: .enter, in: focusedPane).map { perform($0) } ?? []
  }

  /// Moves the cursor of the pane under the mouse; the focus stays where it is.
  mutating func turnWheel(at position: Position, notches: Int) -> [InspectorEffect] {
    let rows = min(abs(notches), 10) * Self.rowsPerNotch
    guard overlay == .none else {
      return (0..<rows).flatMap { _ in reduceKey(&self, notches > 0 ? .down : .up) }
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
