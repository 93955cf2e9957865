internal import ModelEngine
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Draws the `:` line over the status line, and what can go on with it above.
  mutating func drawCommandLine(_ line: CommandLineState) {
    let listRows = state.size.rows >= 20 ? 3 : 2
    let rows = state.size.rows >= 20 ? listRows + 3 : listRows + 2
    let area = Rect(
      column: 0, row: layout.status.row - rows, columns: state.size.columns, rows: rows + 1)
    frame.fill(area, style: .plain)
    frame.cursor = nil
    rule(0..<state.size.columns, row: area.row, isFocused: true)
    if let search = line.search {
      drawHistorySearch(line, search, in: area, listRows: listRows)
    } else {
      drawCompletion(line, in: area, listRows: listRows)
    }
  }

  private mutating func drawCompletion(_ line: CommandLineState, in area: Rect, listRows: Int) {
    let completion = state.completion(of: line)
    let chosen = line.cycle?.index ?? 0
    drawHeading("Command", chosen, of: completion.candidates.count, in: area)
    let first = max(0, min(chosen - listRows / 2, completion.candidates.count - listRows))
    let listed = completion.candidates.dropFirst(first).prefix(listRows)
    func width(_ texts: [String], from least: Int, to most: Int) -> Int {
      max(least, min(most, texts.map { CharacterWidth.displayWidth(of: $0) }.max() ?? 0))
    }
    let summaryWidth = width(listed.map { say($0.summary) }, from: 0, to: area.columns / 3)
    let textWidth = width(listed.map(\.text), from: 12, to: area.columns / 2)
    let detailWidth = width(
      listed.map(\.detail), from: 0, to: max(0, area.columns - textWidth - summaryWidth - 8))
    for (offset, candidate) in listed.enumerated() {
      let row = area.row + 1 + offset
      let (strong, weak) = drawChoice(first + offset == chosen, row: row)
      // The first Tab takes what is marked.
      listTarget(
        Rect(column: 0, row: row, columns: area.columns, rows: 1),
        first + offset - (line.cycle?.index ?? -1), by: .tabs)
      write(shortened(candidate.text, to: textWidth), 3, row, strong)
      write(candidate.detail, 5 + textWidth, row, weak, limit: detailWidth)
      let column = 5 + textWidth + (detailWidth == 0 ? 0 : detailWidth + 2)
      write(say(candidate.summary), column, row, weak, limit: area.columns - column - 1)
    }
    drawHint(line, row: area.maxRow - 2)
    drawPrompt(":", line.field, in: area)
    guard line.cycle == nil, line.field.cursor == line.field.text.count, !line.field.text.isEmpty,
      let candidate = completion.candidates.first, candidate.insertion.hasPrefix(completion.word)
    else { return }
    let rest = String(candidate.insertion.dropFirst(completion.word.count))
    guard let cursor = frame.cursor else { return }
    write(rest, cursor.column, cursor.row, Style(.dim), limit: area.columns - cursor.column - 1)
  }

  /// Marks the row of what Tab takes, and returns the styles of names and the rest on it.
  private mutating func drawChoice(_ isChosen: Bool, row: Int) -> (strong: Style, weak: Style) {
    guard isChosen else { return (Style(.text), Style(.dim)) }
    let style = Style(.selectionText, on: .selectionBack).bold
    frame.fill(
      Rect(column: 0, row: row, columns: state.size.columns, rows: 1), style: style)
    write(glyphs.cursor, 1, row, Style(.accent, on: .selectionBack))
    return (style, style)
  }

  private mutating func drawHeading(_ title: Phrase, _ index: Int, of count: Int, in area: Rect) {
    write(" " + say(title) + " ", 1, area.row, Style(.accent).bold)
    guard count > 0 else { return }
    write(
      " " + say("\(index + 1) of \(count)") + " ", endingAt: area.columns - 6, area.row,
      Style(.accent).bold)
  }

  /// Says why the line cannot be run, or what belongs to what was typed.
  private mutating func drawHint(_ line: CommandLineState, row: Int) {
    if let complaint = line.complaint {
      let column = write(glyphs.error + " ", 1, row, Style(.error).bold)
      write(complaint, column, row, Style(.error), limit: state.size.columns - column - 1)
      return
    }
    let context = CommandContext(line.completedLine)
    var column = 3
    let needed = CommandEntry.named(context.word)?.options.first(where: \.isExpected)?.kind
    let word = context.kind == .initializer ? context.word : needed == .initializer ? "" : nil
    if let word, let (name, arguments) = initializerHint(word) {
      column = write(name, column, row, Style(.text).bold)
      column = write(" " + arguments, column, row, Style(.dim), limit: state.size.columns - 4)
    } else if let entry = context.entry {
      column = write(entry.synopsis, column, row, Style(.dim), limit: state.size.columns - 4)
    }
    guard let name = line.completedLine.split(separator: " ").first,
      let last = state.work.commands.last(where: { $0.split(separator: " ").first == name })
    else { return }
    let room = state.size.columns - column - 12
    guard room > 10 else { return }
    write("last: ", column + 4, row, Style(.dim))
    write(shortened(last, to: room), column + 10, row, Style(.dim))
  }

  /// The initializer that a word begins, or that was used last, with its arguments.
  private func initializerHint(_ word: String) -> (name: String, arguments: String)? {
    let typed = word.prefix { $0 != "(" }.lowercased()
    let last = state.lastRequest.flatMap { request in
      request.isEdit ? nil : String(request.initializer.prefix { $0 != "(" })
    }
    let wanted = typed.isEmpty ? last ?? "xavier" : typed
    let entry =
      InitializerCatalog.standard.entry(named: wanted)
      ?? InitializerCatalog.standard.entries.first { $0.name.hasPrefix(wanted) }
    return entry.map { entry in
      (
        entry.name,
        entry.arguments.map { argument in
          argument.defaultText.isEmpty
            ? argument.name : "\(argument.name): \(argument.defaultText)"
        }.joined(separator: ", ")
      )
    }
  }

  private mutating func drawHistorySearch(
    _ line: CommandLineState, _ search: String, in area: Rect, listRows: Int
  ) {
    let matches = state.historyMatches(search)
    let chosen = line.cycle?.index ?? 0
    drawHeading("History", chosen, of: matches.count, in: area)
    let first = max(0, min(chosen, matches.count - listRows))
    for (offset, text) in matches.dropFirst(first).prefix(listRows).enumerated() {
      let row = area.row + 1 + offset
      let (style, _) = drawChoice(first + offset == chosen, row: row)
      listTarget(
        Rect(column: 0, row: row, columns: area.columns, rows: 1), first + offset - chosen,
        by: ListSteps(back: .down, forward: .up))
      write(shortened(text, to: area.columns - 5), 3, row, style)
    }
    if matches.isEmpty { write("nothing found", 3, area.row + 1, Style(.dim)) }
    var field = TextField()
    field.replace(with: search)
    drawPrompt(say("search: "), field, in: area)
  }

  /// Draws what is typed on the last row, bold, scrolled so that the cursor is in sight.
  private mutating func drawPrompt(_ prompt: String, _ field: TextField, in area: Rect) {
    let row = area.maxRow - 1
    let column = write(prompt, 1, row, Style(.accent).bold)
    let room = max(1, area.columns - column - 2)
    let before = DisplayText(String(field.text.prefix(field.cursor)))
    let hidden = max(0, before.width - room)
    let shown = before.suffix(columns: before.width - hidden)
    let cursor = write(shown.string, column, row, Style(.text).bold)
    write(
      String(field.text.dropFirst(field.cursor)), cursor, row, Style(.text).bold,
      limit: area.columns - cursor - 1)
    frame.cursor = Position(column: min(cursor, area.columns - 1), row: row)
  }
}
