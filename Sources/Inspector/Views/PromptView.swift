internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Writes a name and lights up what is looked for in it; returns the column after it.
  @discardableResult
  mutating func writeName(
    _ name: String, _ column: Int, _ row: Int, _ look: RowLook, isMatch: Bool
  ) -> Int {
    let end = write(name, column, row, look.nameStyle)
    guard isMatch, let pattern = state.find.search?.pattern else { return end }
    let ranges = pattern.ranges(in: name)
    // Where the match lies in what is left out, the whole name stands for it.
    guard !ranges.isEmpty else {
      light(column..<end, row: row)
      return end
    }
    var cell = column
    var offset = 0
    for cluster in DisplayText(name).clusters {
      if ranges.contains(where: { $0.contains(offset) }) {
        light(cell..<(cell + cluster.width), row: row)
      }
      offset += cluster.character.utf8.count
      cell += cluster.width
    }
    return end
  }

  private mutating func light(_ columns: Range<Int>, row: Int) {
    frame.restyle(Rect(column: columns.lowerBound, row: row, columns: columns.count, rows: 1)) {
      $0 = Style(.accent).bold.reversed
    }
  }

  /// Draws the line on which a pattern is typed, with what is known of it.
  mutating func drawPrompt(_ prompt: PromptState) {
    let rect = layout.status
    frame.fill(rect, style: Style(.text))
    let remark = remark(on: prompt)
    let remarkWidth = CharacterWidth.displayWidth(of: remark.text)
    let sign = prompt.kind == .find ? "/" : say("filter") + " "
    let start = write(sign, rect.column + 1, rect.row, Style(.accent).bold)
    let room = max(1, rect.maxColumn - start - remarkWidth - 4)
    let before = DisplayText(String(prompt.field.text.prefix(prompt.field.cursor)))
    let shown = DisplayText(prompt.field.text)
    let hidden = max(0, before.width - room + 1)
    let visible = shown.suffix(columns: max(0, shown.width - hidden)).prefix(columns: room)
    write(visible.string, start, rect.row, Style(.text).bold)
    frame.cursor = Position(
      column: min(rect.maxColumn - 1, start + before.width - hidden), row: rect.row)
    write(remark.text, endingAt: rect.maxColumn - 1, rect.row, Style(remark.ink))
  }

  /// What is known of the pattern: that it is no expression, that nothing matches, how much does.
  private func remark(on prompt: PromptState) -> (text: String, ink: Ink) {
    let search = prompt.kind == .find ? state.find.search : state.find.filter
    guard !prompt.field.text.isEmpty, let search else {
      return (say("regular expression, or plain text"), .dim)
    }
    let plain = search.pattern.complaint.map { say("as plain text: \($0)") + "   " } ?? ""
    guard let matches = search.matches else { return (plain + say("searching"), .dim) }
    if matches.isEmpty, matches.isComplete { return (plain + say("no match"), .warning) }
    let more = matches.isComplete ? "" : "+"
    if prompt.kind == .filter {
      let count = NumberText.grouped(matches.uses.count)
      return (plain + say("\(count)\(more) parameters"), plain.isEmpty ? .dim : .warning)
    }
    let (position, count) = state.rank(in: matches)
    return (
      plain + say("\(position) of \(NumberText.grouped(count))\(more)"),
      plain.isEmpty ? .dim : .warning
    )
  }

  /// Asks for the letter of a mark.
  mutating func drawMarkQuestion(isSetting: Bool) {
    frame.fill(layout.status, style: Style(.text))
    let words: Phrase =
      isSetting ? "mark this place: which letter?" : "go to which mark? ' is where you were"
    write(words, layout.status.column + 1, layout.status.row, Style(.text))
  }
}
