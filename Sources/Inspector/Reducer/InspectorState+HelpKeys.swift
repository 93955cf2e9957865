internal import TerminalUI

extension InspectorState {
  /// Scrolls the help, turns to the next pane's, or closes it.
  mutating func reduceHelp(_ key: Key, scroll: Int, over: Overlay) -> [InspectorEffect] {
    switch command(for: key) {
    case .escape, .enter, .help: overlay = over
    case .nextPane, .previousPane:
      guard over == .none, Panes.all.contains(keyPane(under: over)) else { break }
      focus = neighbor(of: focus, by: command(for: key) == .nextPane ? 1 : -1)
      overlay = .help(scroll: 0)
    case let command?:
      let page = HelpPage(Screen(self), over: over)
      let row = destination(
        of: command, from: min(scroll, page.lastScroll), count: page.lastScroll + 1,
        page: page.box.rows - 3)
      overlay = .help(scroll: row, over: over)
    case nil: break
    }
    return []
  }
}
