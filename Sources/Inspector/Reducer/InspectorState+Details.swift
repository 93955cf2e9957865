extension InspectorState {
  /// Shows a detail where the focus is, or in the first place.
  mutating func show(_ tab: DetailTab) {
    detail.show(tab, inCompanion: focus == .companion)
    if isFullScreen || layout.isNarrow, focus != .companion { focus = .detail }
  }

  /// Moves the focus off a pane that the terminal has no room for any more.
  mutating func keepFocusVisible() {
    if !panes.contains(focus) { focus = .detail }
  }
}
