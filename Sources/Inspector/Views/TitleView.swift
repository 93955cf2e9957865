internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Draws the first row: what is open, and how much it is.
  mutating func drawTitle() {
    let row = layout.title.row
    frame.fill(layout.title, style: Style(.text, on: .titleBack))
    let afterName = write("paramscope", 1, row, Style(.accent, on: .titleBack).bold)
    let facts = titleFacts
    let modified = state.modifiedCount
    let modifiedText =
      modified == 0 ? "" : layout.isNarrow ? glyphs.modified : say("\(modified) modified")
    var end = layout.title.maxColumn - 1
    let fileText: Phrase =
      switch state.work.file {
      case .unchanged: ""
      case .changed: "changed on disk"
      case .deleted: "deleted"
      }
    if state.work.file != .unchanged, !layout.isNarrow {
      write(fileText, endingAt: end, row, Style(.warning, on: .titleBack).bold)
      end -= CharacterWidth.displayWidth(of: say(fileText)) + 2
    }
    if !modifiedText.isEmpty {
      write(modifiedText, endingAt: end, row, Style(.warning, on: .titleBack).bold)
      end -= CharacterWidth.displayWidth(of: modifiedText) + 2
    }
    if state.detail.history.scrubbedFrom != nil {
      let place = say("at \(state.presentName)")
      write(place, endingAt: end, row, Style(.accent, on: .titleBack).bold)
      end -= CharacterWidth.displayWidth(of: place) + 2
    }
    let room = end - afterName - 4
    let titleWidth = min(CharacterWidth.displayWidth(of: state.outline.title), max(20, room / 2))
    for text in facts where CharacterWidth.displayWidth(of: text) + titleWidth <= room {
      write(text, endingAt: end, row, Style(.dim, on: .titleBack))
      end -= CharacterWidth.displayWidth(of: text) + 2
      break
    }
    write(
      shortened(state.outline.title, to: max(1, end - afterName - 2)), afterName + 2, row,
      Style(.text, on: .titleBack).bold)
  }

  /// The totals in words, from all of them to the fewest.
  private var titleFacts: [String] {
    let outline = state.outline
    let tally = state.facts.tally
    let total = state.facts.totals.first ?? ParameterTotal()
    let layerCount = tally.layerCount
    let layers = say(layerCount == 1 ? "1 layer" : "\(layerCount) layers")
    let count = tally.usedCount
    let (waiting, shared) = (tally.waitingCount, tally.sharedCount)
    let remark: Phrase =
      waiting > 0 ? ", \(waiting) deferred" : shared > 0 ? ", \(shared) shared" : ""
    let parameters = say(count == 1 ? "1 parameter" : "\(count) parameters") + say(remark)
    let values = say(
      "\(NumberText.count(total.elementCount))\(total.isPartial ? " + ?" : "") values")
    let bytes = NumberText.bytes(total.byteCount)
    let type = outline.isNetwork ? [] : tally.onlyType.map { [$0.name] } ?? []
    return [
      [layers, parameters, values, bytes] + type,
      [layers, parameters, bytes],
      [layers, say("\(count) params"), bytes],
      [bytes],
    ].map { $0.joined(separator: "  ") }
  }

  /// Draws the line that says what happened last.
  mutating func drawStatus() {
    if state.isScanning, state.scanning.isWorthMentioning { return drawProgress() }
    let row = layout.status.row
    let status = state.status
    var column = 1
    switch status.mark {
    case .plain: break
    case .done: column = write(glyphs.done + " ", column, row, Style(.good))
    case .look: column = write(glyphs.look + " ", column, row, Style(.warning).bold)
    case .error: column = write(glyphs.error + " ", column, row, Style(.error).bold)
    }
    let width = status.pieces.map { CharacterWidth.displayWidth(of: text(of: $0)) }.reduce(0, +)
    let isTight = column + width > layout.status.maxColumn
    for piece in status.pieces {
      switch piece {
      case .minor(let text, let isStrong):
        if !isTight {
          column = write(say(text), column, row, isStrong ? Style(.text).bold : Style(.text))
        }
      case .text: column = write(text(of: piece), column, row)
      case .strong: column = write(text(of: piece), column, row, Style(.text).bold)
      case .tie(let tie): column = write(tieText(tie), column, row, Style(.tie(tie)).bold)
      }
    }
    if column > layout.status.maxColumn {
      write(glyphs.ellipsis, layout.status.maxColumn - 1, row, Style(.dim))
    }
  }

  private func text(of piece: Status.Piece) -> String {
    switch piece {
    case .text(let text), .strong(let text), .minor(let text, _): say(text)
    case .tie(let tie): tieText(tie)
    }
  }

  /// Draws the last row: the keys that help here.
  ///
  /// Help and the ways out stay at every width; of the others, as many as fit.
  mutating func drawFooter() {
    let items = footerItems.map { (keys: $0.0, label: say($0.1)) }
    func width(_ item: (keys: String, label: String)) -> Int {
      CharacterWidth.displayWidth(of: item.keys + item.label) + 4
    }
    func isKept(_ item: (keys: String, label: String)) -> Bool {
      ["?", "F1", "q", "Esc"].contains { item.keys.hasSuffix($0) }
    }
    let kept = items.filter(isKept)
    var room = layout.footer.columns + 2 - kept.map(width).reduce(0, +)
    let fitting = items.filter { !isKept($0) }.prefix { item in
      room -= width(item)
      return room >= 0
    }
    var column = 1
    for item in fitting + kept {
      let start = column
      column = write(item.keys, column, layout.footer.row, Style(.text).bold) + 1
      column = write(item.label, column, layout.footer.row, Style(.dim)) + 3
      makeClickable(item.keys, start..<(column - 3))
    }
  }

  /// A click on a key of the footer presses it, one on its label the first of its keys.
  private mutating func makeClickable(_ labels: String, _ columns: Range<Int>) {
    let names = labels.split(separator: " ")
    guard let first = names.first.flatMap({ Key(label: $0) }) else { return }
    target(columns, row: layout.footer.row, [first])
    var column = columns.lowerBound
    for name in names {
      if let key = Key(label: name) {
        target(column..<(column + name.count), row: layout.footer.row, [key])
      }
      column += name.count + 1
    }
  }

  private var footerItems: [(String, String)] {
    switch state.overlay {
    case .help(_, let over):
      boundItems.filter { Panes.all.contains(state.keyPane(under: over)) || $0.0 != "Tab" }
    case .mark: [("a ... z", "mark"), ("Esc", "leave")]
    case .leaving: [("y", "leave"), ("n", "stay")]
    case .doing(let doing): doing.footer + boundItems
    case .none, .dialog, .prompt, .profile: boundItems
    }
  }

  /// The keys of where keys go to; those that only work there come first.
  private var boundItems: [(String, String)] {
    let footers = state.preferences.bindings.filter { $0.panes.contains(state.keyPane) }
      .compactMap(\.footer)
      .sorted { $0.rank < $1.rank }
    let own = footers.prefix { $0.rank < 0 }.map { ($0.keys, $0.label) }
    let shared = footers.drop { $0.rank < 0 }.map { ($0.keys, $0.label) }
    let isFilled = state.isFullScreen && Panes.all.contains(state.keyPane)
    return own + (isFilled ? [("z", "back")] : []) + shared
  }
}
