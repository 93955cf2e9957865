internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// A line of the table of groups.
  private struct GroupLine {
    var tie: Int?
    var byteCount: Int
    var useCount: Int
    var names: String
  }

  /// Draws every group: what is one object first, then what is only equal, then the totals.
  mutating func drawGroups(in rect: Rect, from top: Int) {
    rule(rect.columnRange, row: top, isFocused: false)
    write(" All groups ", rect.column + 1, top, Style(.text).bold)
    let namesColumn = rect.column + (rect.columns >= 52 ? 45 : 22)
    drawGroupTitles(in: rect, row: top + 1, namesColumn: namesColumn)
    let lines = sharedGroups + equalGroupLines
    let room = max(0, rect.maxRow - top - 2 - 3)
    var row = top + 2
    if lines.isEmpty { write("nothing is shared", rect.column + 3, row, Style(.dim)) }
    for line in lines.prefix(lines.count > room ? max(0, room - 1) : room) {
      draw(line, in: rect, row: row, namesColumn: namesColumn)
      row += 1
    }
    let hidden = lines.count - max(0, row - top - 2)
    if hidden > 0 {
      write("\(hidden) more", rect.column + 3, row, Style(.dim))
      row += 1
    }
    drawSharingTotals(
      in: rect, row: max(row, top + 3) + 1, hasEqual: lines.contains { $0.tie == nil })
  }

  private mutating func drawGroupTitles(in rect: Rect, row: Int, namesColumn: Int) {
    write("kind", rect.column + 6, row, Style(.dim))
    write("names", namesColumn, row, Style(.dim))
    guard rect.columns >= 52 else { return }
    for (title, end) in [("bytes", 29), ("uses", 35), ("saved", 43)] {
      write(say(title), endingAt: rect.column + end, row, Style(.dim))
    }
  }

  private var sharedGroups: [GroupLine] {
    state.outline.parameters.filter { $0.tie != nil }.map {
      GroupLine(tie: $0.tie, byteCount: $0.byteCount, useCount: $0.uses.count, names: $0.name)
    }
  }

  private var equalGroupLines: [GroupLine] {
    guard case .equalGroups(let groups)? = state.board[.equalGroups]?.answered?.answer else {
      return []
    }
    return groups.map { group in
      let members = group.map { state.outline.parameters[$0] }
      return GroupLine(
        tie: nil, byteCount: members[0].byteCount, useCount: members.count,
        names: members.map(\.name).joined(separator: ", "))
    }
  }

  private mutating func draw(_ line: GroupLine, in rect: Rect, row: Int, namesColumn: Int) {
    if let tie = line.tie {
      write(tieText(tie), rect.column + 1, row, Style(.tie(tie)).bold)
    } else {
      write(glyphs.equal, rect.column + 1, row, Style(.text))
    }
    write(
      line.tie == nil ? "equal values" : "same object", rect.column + 6, row, Style(.text))
    if rect.columns >= 52 {
      let saved = line.tie == nil ? nil : line.byteCount * (line.useCount - 1)
      for (text, end) in [
        (NumberText.count(line.byteCount), 29), ("\(line.useCount)", 35),
        (saved.map(NumberText.count) ?? "-", 43),
      ] {
        write(text, endingAt: rect.column + end, row, Style(.text))
      }
    }
    write(
      shortened(line.names, to: max(4, rect.maxColumn - namesColumn)), namesColumn, row,
      Style(.text))
  }

  /// Says what is stored, what it would be without sharing, and the difference.
  private mutating func drawSharingTotals(in rect: Rect, row: Int, hasEqual: Bool) {
    let outline = state.outline
    let stored = outline.uniqueTotal
    let used = outline.uses.map { outline.parameters[$0.parameter] }
    let usedCount = used.compactMap(\.elementCount).reduce(0, +)
    let savedCount = usedCount - stored.elementCount
    let savedBytes = used.map(\.byteCount).reduce(0, +) - stored.byteCount
    let (storedText, usedText) = (
      NumberText.grouped(stored.elementCount), NumberText.grouped(usedCount)
    )
    let savedText = NumberText.grouped(savedCount)
    let text = say(
      "stored \(storedText) values, used \(usedText), saved \(savedText): \(NumberText.bytes(savedBytes))"
    )
    var lines = wrapped(text, to: rect.columns - 2).map { ($0, Style(.text)) }
    if hasEqual {
      let remark = say("\(glyphs.equal) equal now, yet two objects: they part at the first step.")
      lines += wrapped(remark, to: rect.columns - 2).map { ($0, Style(.dim)) }
    }
    for (offset, line) in lines.enumerated() where row + offset < rect.maxRow {
      write(line.0, rect.column + 1, row + offset, line.1)
    }
  }

  // MARK: - Choosing

  /// Draws the parameters that a use can be tied to.
  mutating func drawTieChoice(_ choice: SharingState.TieChoice, in rect: Rect, from top: Int) {
    rule(rect.columnRange, row: top, isFocused: true)
    write(" Tie with ", rect.column + 1, top, Style(.accent).bold)
    let room = max(1, rect.maxRow - top - 1)
    let first = max(0, min(choice.row - room / 2, choice.candidates.count - room))
    for (offset, parameter) in choice.candidates.dropFirst(first).prefix(room).enumerated() {
      let row = top + 1 + offset
      let look = RowLook(isSelected: first + offset == choice.row, isFocused: true, isLit: false)
      let back = Rect(column: rect.column + 1, row: row, columns: rect.columns - 1, rows: 1)
      listTarget(back, first + offset - choice.row)
      if look.hasBack { frame.fill(back, style: look.style(.text)) }
      if look.isSelected { write(glyphs.cursor, rect.column + 1, row, look.style(.accent)) }
      let info = state.outline.parameters[parameter]
      let column = write(
        shortened(info.name, to: max(8, rect.columns - 24)), rect.column + 3, row, look.nameStyle)
      guard
        let deviation = state.figures[parameter]?.statistics?.components.first?.summary
          .standardDeviation
      else { continue }
      write("  std \(NumberText.value(deviation))", column, row, look.style(.dim))
    }
  }
}
