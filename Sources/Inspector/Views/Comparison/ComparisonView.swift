internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Draws two models beside each other in place of the panes.
  mutating func drawComparison(_ comparison: ComparisonState) {
    let layout = state.comparisonLayout
    drawComparisonTitle(comparison, row: layout.title.row)
    drawComparisonHeading(comparison, in: layout.heading)
    drawPairs(comparison, in: layout.table)
    if let tabs = layout.tabs {
      drawComparisonTabs(comparison, in: tabs)
      drawCompared(comparison, in: layout.detail.inset(left: 0, top: 0, right: 1, bottom: 0))
    }
    drawSides(comparison, row: layout.status.row)
  }

  /// The titles of both models, the one seen as the first in front.
  private func titles(_ comparison: ComparisonState) -> (first: String, second: String) {
    let titles = (state.outline.title, comparison.other.title)
    return comparison.isSwapped ? (titles.1, titles.0) : titles
  }

  private mutating func drawComparisonTitle(_ comparison: ComparisonState, row: Int) {
    frame.fill(layout.title, style: Style(.text, on: .titleBack))
    var column = write("paramscope", 1, row, Style(.accent, on: .titleBack).bold) + 2
    let both = comparison.pairs.count { $0.first != nil && $0.second != nil }
    let (onlyA, onlyB) = (comparison.count(.removed), comparison.count(.added))
    let facts =
      say("\(both) in both") + (onlyA == 0 ? "" : "  " + say("\(onlyA) only in a"))
      + (onlyB == 0 ? "" : "  " + say("\(onlyB) only in b"))
    let end = state.size.columns - 1
    let hasFacts = end - column >= 60
    if hasFacts { write(facts, endingAt: end, row, Style(.dim, on: .titleBack)) }
    let (first, second) = titles(comparison)
    let with = say("with")
    let room = max(
      8, end - column - with.count - 4 - (hasFacts ? CharacterWidth.displayWidth(of: facts) + 2 : 0)
    )
    let style = Style(.text, on: .titleBack).bold
    column = write(shortened(first, to: room / 2), column, row, style) + 2
    column = write(with, column, row, Style(.dim, on: .titleBack)) + 2
    write(shortened(second, to: room / 2), column, row, style)
  }

  private mutating func drawComparisonHeading(_ comparison: ComparisonState, in rect: Rect) {
    rule(rect.columnRange, row: rect.row, isFocused: state.overlay == .none)
    let style = state.overlay == .none ? Style(.accent).bold : Style(.text)
    let title: Phrase =
      comparison.isByName ? " Changed, in their order " : " Changed, largest first "
    let after = write(title, 1, rect.row, style)
    let waiting = comparison.pairs.indices.count { comparison.status($0) == nil }
    let order: [ParameterStatus] = [.changed, .same, .added, .removed, .reshaped, .retyped]
    let counts = order.compactMap { status -> String? in
      let count = comparison.count(status)
      return count == 0 ? nil : say("\(count) \(Phrase(key: status.rawValue))")
    }
    let parts = counts + (waiting == 0 ? [] : [say("\(waiting) waiting")])
    let text = " " + parts.joined(separator: "  ") + " "
    guard after + CharacterWidth.displayWidth(of: text) + 2 < rect.maxColumn else { return }
    write(text, endingAt: rect.maxColumn - 1, rect.row, Style(.dim))
  }

  private mutating func drawComparisonTabs(_ comparison: ComparisonState, in rect: Rect) {
    rule(rect.columnRange, row: rect.row, isFocused: false)
    var column = 1
    for tab in ComparisonState.Tab.allCases {
      let width = CharacterWidth.displayWidth(of: say(tab.label)) + 2
      guard column + width < rect.maxColumn else { break }
      let style = tab == comparison.tab ? Style(.text).bold : Style(.dim)
      let start = column
      column = write(" " + say(tab.label) + " ", column, rect.row, style)
      target(start..<column, row: rect.row, Key(label: "\(tab.rawValue)").map { [$0] } ?? [])
    }
    guard let pair = comparison.selected, rect.maxColumn - column > 14 else { return }
    let name = shortened(comparison.names[pair], to: rect.maxColumn - column - 6)
    write(" \(name) ", endingAt: rect.maxColumn - 1, rect.row, Style(.dim))
  }

  /// Says which model is which, and how far the comparison is.
  private mutating func drawSides(_ comparison: ComparisonState, row: Int) {
    guard state.status.pieces == [.text("")] || state.status.pieces.isEmpty else {
      return drawStatus()
    }
    let (first, second) = titles(comparison)
    var column = write("a ", 1, row, Style(.before).bold)
    column = write(shortened(first, to: state.size.columns / 3), column, row) + 3
    column = write("b ", column, row, Style(.now).bold)
    column = write(shortened(second, to: state.size.columns / 3), column, row) + 3
    let room = max(0, state.size.columns - column - 1)
    if let progress = comparison.progress {
      let name = comparison.names[progress.pair]
      write("comparing \(name)", column, row, Style(.dim), limit: room)
    } else if let layers = sameLayers(comparison), CharacterWidth.displayWidth(of: layers) <= room {
      write(layers, column, row)
    }
  }

  private func sameLayers(_ comparison: ComparisonState) -> String? {
    let layers = comparison.sameLayers.map(String.init)
    guard !layers.isEmpty, comparison.count(.same) < comparison.pairs.count else { return nil }
    let list = say(Status.enumeration(layers))
    return say(layers.count == 1 ? "layer \(list) is the same" : "layers \(list) are the same")
  }
}
