internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Draws the rule over a detail with the names of all of them, the present one bold.
  mutating func drawTabs(_ present: DetailTab, pane: InspectorState.Pane, columns: Range<Int>) {
    let row = layout.tabs.row
    let isFocused = state.focus == pane && state.overlay == .none
    rule(columns, row: row, isFocused: isFocused)
    let reserved = layout.isNarrow ? panePosition.count : 0
    var column = columns.lowerBound + 1
    for tab in tabs(around: present, fitting: columns.count - 3 - reserved) {
      let style =
        tab != present ? Style(.dim) : isFocused ? Style(.accent).bold : Style(.text).bold
      let start = column
      column = write(" \(label(tab)) ", column, row, style)
      target(start..<column, row: row, Key(label: "\(tab.rawValue)").map { [$0] } ?? [])
    }
    if layout.isNarrow { return drawPanePosition() }
    drawTabTitle(in: (column + 1)..<(columns.upperBound - 1), row: row, isFocused: isFocused)
  }

  /// The key and the word: `1 Histogram`.
  private func label(_ tab: DetailTab) -> String { "\(tab.rawValue) " + say(tab.title) }

  /// The tabs that fit, the present one among them.
  private func tabs(around present: DetailTab, fitting room: Int) -> ArraySlice<DetailTab> {
    let all = DetailTab.allCases
    var tabs = all[...]
    func width() -> Int { tabs.map { CharacterWidth.displayWidth(of: label($0)) + 2 }.reduce(0, +) }
    while width() > room, tabs.count > 1 {
      if tabs.last == present { tabs.removeFirst() } else { tabs.removeLast() }
    }
    return tabs
  }

  /// Names what the detail is about, where the table beside it does not.
  private mutating func drawTabTitle(in columns: Range<Int>, row: Int, isFocused: Bool) {
    guard let parameter = state.selectedParameter, columns.count >= 14 else { return }
    let info = state.outline.parameters[parameter]
    let tie = info.tie.map { " " + tieText($0) } ?? ""
    let facts = "\(tie) \(shapeText(info)) \(info.elementType.name) "
    let name = shortened(info.name, to: max(8, columns.count - facts.count - 1))
    let style = isFocused ? Style(.accent).bold : Style(.dim)
    let text = " " + name + facts
    guard CharacterWidth.displayWidth(of: text) <= columns.count else {
      return write(" " + name + " ", endingAt: columns.upperBound, row, style)
    }
    write(text, endingAt: columns.upperBound, row, style)
  }
}
