internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Draws who uses a parameter, how each came to it, and every group of the model.
  mutating func drawSharing(of parameter: Int, in rect: Rect) {
    let spacing = rect.rows >= 18 ? 1 : 0
    var row = rect.row + spacing
    drawSharingTitle(of: parameter, in: rect, row: row)
    row += 1 + spacing
    row = drawUsers(of: parameter, in: rect, from: row) + spacing
    if let choice = state.detail.sharing.choice {
      return drawTieChoice(choice, in: rect, from: row)
    }
    row = drawVerdict(of: parameter, in: rect, from: row) + spacing
    if row + 4 < rect.maxRow { drawGroups(in: rect, from: row) }
  }

  private mutating func drawSharingTitle(of parameter: Int, in rect: Rect, row: Int) {
    let info = state.outline.parameters[parameter]
    var column = rect.column + 1
    if let tie = info.tie {
      column = write(tieText(tie) + " ", column, row, Style(.tie(tie)).bold)
    }
    let type = rect.columns >= 52 ? " \(info.elementType.name)" : ""
    let facts =
      say("  \(shapeText(info))\(type)  ")
      + say(
        info.uses.count > 1
          ? "stored once, \(NumberText.bytes(info.byteCount))"
          : "\(NumberText.bytes(info.byteCount))")
    let room = rect.maxColumn - column
    let name = shortened(info.name, to: max(8, room - CharacterWidth.displayWidth(of: facts)))
    column = write(name, column, row, Style(.text).bold)
    write(facts, column, row, Style(.dim), limit: max(0, rect.maxColumn - column))
  }

  // MARK: - Users

  /// Draws a row for each user; returns the row after them.
  private mutating func drawUsers(of parameter: Int, in rect: Rect, from row: Int) -> Int {
    let info = state.outline.parameters[parameter]
    let columns = userColumns(of: info, in: rect)
    write("layer", columns.layer, row, Style(.dim))
    write("how", columns.how, row, Style(.dim))
    if let calls = columns.callsEnd { write("calls", endingAt: calls, row, Style(.dim)) }
    if let end = columns.gradientEnd { write("gradient", endingAt: end, row, Style(.dim)) }
    let room = max(1, min(info.uses.count, (rect.rows - 3) / 2))
    let first = max(0, min(state.detail.sharing.row - room / 2, info.uses.count - room))
    for position in first..<(first + room) {
      drawUser(position, of: parameter, columns, in: rect, row: row + 1 + position - first)
    }
    let hidden = info.uses.count - room
    if hidden > 0 { write("\(hidden) more", columns.layer, row + 1 + room, Style(.dim)) }
    return row + 1 + room + (hidden > 0 ? 1 : 0)
  }

  /// Where the columns of the list lie.
  private struct UserColumns {
    var layer: Int
    var how: Int
    var callsEnd: Int?
    var gradientEnd: Int?
  }

  private func userColumns(of info: ParameterInfo, in rect: Rect) -> UserColumns {
    let layer = rect.column + 5
    let names = info.uses.map { CharacterWidth.displayWidth(of: userName($0)) }
    let isWide = rect.columns >= 52
    let reserved = isWide ? 44 : 16
    let width = min(max(6, names.max() ?? 0), max(6, rect.columns - 5 - reserved))
    return UserColumns(
      layer: layer, how: layer + width + 2,
      callsEnd: isWide ? rect.maxColumn - 13 : nil, gradientEnd: isWide ? rect.maxColumn - 1 : nil)
  }

  /// `1 dense1`, or in a file the name of the tensor.
  private func userName(_ use: Int) -> String {
    let use = state.outline.uses[use]
    guard state.outline.isNetwork else { return use.path }
    let key = state.outline.key(of: use.node)
    return key.isEmpty
      ? state.outline.nodes[use.node].name : "\(key) \(state.outline.nodes[use.node].name)"
  }

  private mutating func drawUser(
    _ position: Int, of parameter: Int, _ columns: UserColumns, in rect: Rect, row: Int
  ) {
    let info = state.outline.parameters[parameter]
    let use = info.uses[position]
    let isSelected = position == state.detail.sharing.row
    let look = RowLook(
      isSelected: isSelected, isFocused: state.focusedPane == .sharing && state.overlay == .none,
      isLit: state.lit.contains(parameter))
    let back = Rect(column: rect.column + 1, row: row, columns: rect.columns - 1, rows: 1)
    if look.hasBack { frame.fill(back, style: look.style(.text)) }
    drawUserRail(position, info, look, in: rect, row: row)
    let name = shortened(userName(use), to: columns.how - columns.layer - 2)
    write(name, columns.layer, row, look.nameStyle)
    let end = columns.callsEnd.map { $0 - 6 } ?? rect.maxColumn
    write(
      say(reasonText(use, info)), columns.how, row, look.style(.text), limit: end - columns.how)
    guard let calls = columns.callsEnd, let gradientEnd = columns.gradientEnd else { return }
    let count = state.outline.uses[use].callCount.map { "\($0)" } ?? glyphs.deferred
    write(state.outline.isNetwork ? count : "-", endingAt: calls, row, look.style(.text))
    let part = state.gradientReport(of: parameter)?.uses.first {
      $0.path == state.outline.key(of: state.outline.uses[use].node)
    }
    let norm = part?.statistics.summary.l2.map { "l2 " + NumberText.value($0) }
    write(
      norm ?? say(state.outline.isNetwork ? "none yet" : "-"), endingAt: gradientEnd, row,
      look.style(norm == nil ? .dim : .text))
  }

  private mutating func drawUserRail(
    _ position: Int, _ info: ParameterInfo, _ look: RowLook, in rect: Rect, row: Int
  ) {
    let isCursor = position == state.detail.sharing.row
    if let tie = info.tie {
      let glyph =
        position == 0
        ? glyphs.railFirst
        : position == info.uses.count - 1 ? glyphs.railLast : glyphs.railMiddle
      write(glyph, rect.column + 2, row, look.style(.tie(tie)))
      if !isCursor { write(glyphs.otherUser, rect.column + 3, row, look.style(.tie(tie))) }
    }
    if isCursor { write(glyphs.cursor, rect.column + 3, row, look.style(.accent)) }
  }

  private func reasonText(_ use: Int, _ info: ParameterInfo) -> Phrase {
    switch state.outline.uses[use].reason {
    case .created where !state.outline.isNetwork: "in the file"
    case .created: info.uses.count > 1 ? "created it" : "created it, uses it alone"
    case .parameters(let name): "params=\(name).params"
    case .reuse(let name): "reuse of \(name)"
    case .tied: "tied here"
    }
  }

  // MARK: - In words

  private mutating func drawVerdict(of parameter: Int, in rect: Rect, from row: Int) -> Int {
    let info = state.outline.parameters[parameter]
    let isShared = info.uses.count > 1
    let text: Phrase =
      isShared
      ? "the same object: a write through one layer is read through the other, in the same step."
      : "one user: nothing else changes with it. t ties it with another."
    let lines = wrapped(say(text), to: rect.columns - 5)
    if isShared, row < rect.maxRow { write(glyphs.done, rect.column + 1, row, Style(.good)) }
    for (offset, line) in lines.enumerated() where row + offset < rect.maxRow {
      write(line, rect.column + 3, row + offset, isShared ? Style(.text) : Style(.dim))
    }
    return row + lines.count
  }
}
