internal import TerminalUI
internal import Words

extension Screen {
  /// Draws the keys of the pane with the focus, from the table that they come from.
  mutating func drawHelp(scroll: Int) {
    frame = frame.dimmed()
    drawFooter()
    let columns = Binding.Group.allCases.map { group in
      state.preferences.bindings.filter {
        $0.group == group && $0.panes.contains(state.focusedPane)
      }
    }
    let isWide = state.size.columns >= 76
    let listRows =
      isWide ? (columns.map(\.count).max() ?? 0) + 2 : columns.map(\.count).reduce(0, +) + 6
    let wantedRows = listRows + signs.count + 5
    let size = Size(
      columns: min(76, state.size.columns), rows: min(wantedRows, state.size.rows - 2))
    let box = state.size.bounds.centered(size)
    let inside = drawBox("Keys in \(say(state.focusedPane.title))", in: box)
    var lines = isWide ? wideLines(columns) : narrowLines(columns)
    lines += [[]] + signs.map { [.init(text: $0, isKey: false, column: 2)] }
    let first = max(0, min(scroll, lines.count - inside.rows + 1))
    let room = inside.rows - 1
    let isCut = lines.count - first > room
    for (offset, line) in lines.dropFirst(first).prefix(isCut ? room - 1 : room).enumerated() {
      for piece in line {
        let style =
          piece.isKey ? Style(.accent).bold : piece.isTitle ? Style(.text).bold : Style(.text)
        write(
          piece.text, inside.column + piece.column, inside.row + 1 + offset, style,
          limit: inside.columns - piece.column)
      }
    }
    guard isCut else { return }
    let left = lines.count - first - room + 1
    write(
      "\(glyphs.scrollDown) \(say("\(left) more lines"))", inside.column + 2, inside.row + room,
      Style(.warning))
  }

  /// A stretch of one line of the help.
  private struct Piece {
    var text: String
    var isKey: Bool
    var isTitle = false
    var column: Int
  }

  private var signs: [String] {
    [
      say("=a shared, one letter a group   \(glyphs.modified) modified   \(glyphs.look) look here"),
      say(
        "\(glyphs.deferred) shape not known yet   \(glyphs.error) cannot be read   \(glyphs.waiting) waiting"
      ),
    ]
  }

  private func wideLines(_ columns: [[Binding]]) -> [[Piece]] {
    let titles = Binding.Group.allCases.enumerated().map { index, group in
      Piece(text: say(group.rawValue), isKey: false, isTitle: true, column: 2 + index * 24)
    }
    let count = columns.map(\.count).max() ?? 0
    return [titles, []]
      + (0..<count).map { row in
        columns.enumerated().flatMap { index, bindings in
          bindings.indices.contains(row) ? pieces(bindings[row], column: 2 + index * 24) : []
        }
      }
  }

  private func narrowLines(_ columns: [[Binding]]) -> [[Piece]] {
    zip(Binding.Group.allCases, columns).flatMap { group, bindings in
      [[Piece(text: say(group.rawValue), isKey: false, isTitle: true, column: 2)]]
        + bindings.map { pieces($0, column: 4) } + [[]]
    }
  }

  private func pieces(_ binding: Binding, column: Int) -> [Piece] {
    [
      Piece(text: binding.helpKeys, isKey: true, column: column),
      Piece(text: say(binding.label), isKey: false, column: column + 10),
    ]
  }

  /// Asks whether to leave with unsaved changes.
  mutating func drawLeaving() {
    frame = frame.dimmed()
    drawFooter()
    let box = state.size.bounds.centered(Size(columns: min(52, state.size.columns), rows: 6))
    let inside = drawBox("Leave", in: box)
    let count = state.modifiedCount
    write(
      count == 1
        ? "1 parameter is modified, not saved." : "\(count) parameters are modified, not saved.",
      inside.column + 2, inside.row + 1, Style(.text))
    let column = write("y", inside.column + 2, inside.row + 2, Style(.text).bold)
    let next = write(" leave and lose them   ", column, inside.row + 2, Style(.dim))
    write(" stay", write("n", next, inside.row + 2, Style(.text).bold), inside.row + 2, Style(.dim))
  }
}
