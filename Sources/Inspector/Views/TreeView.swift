internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension Screen {
  /// Draws the layer tree with its heading.
  mutating func drawTree() {
    let rect = layout.tree
    let isFocused = state.focus == .tree && state.overlay == .none
    rule(rect.columnRange, row: layout.heading.row, isFocused: isFocused)
    write(" Layers ", 1, layout.heading.row, isFocused ? Style(.accent).bold : Style(.dim))
    drawPanePosition()
    let visible = state.visibleNodes
    let shown = Array(visible.dropFirst(state.tree.scroll).prefix(rect.rows))
    let rail = railMarks(shown)
    for (offset, node) in shown.enumerated() {
      drawNode(node, row: rect.row + offset, rail: rail[offset])
    }
    if layout.isSinglePane, visible.count < rect.rows - 1 { drawVerdict(row: rect.maxRow - 2) }
  }

  /// Says which of the panes this is, where only one fits.
  mutating func drawPanePosition() {
    guard layout.isSinglePane else { return }
    let text = panePosition
    write(text, endingAt: layout.heading.maxColumn - 1, layout.heading.row, Style(.dim))
  }

  /// ` 1/3 Tab `: which of the panes this is, and the key to the next.
  var panePosition: String {
    let position = state.panes.firstIndex(of: state.focus) ?? 0
    return " \(position + 1)/\(state.panes.count) Tab "
  }

  /// Says the one thing that matters of the selected parameter, where there is no room for more.
  private mutating func drawVerdict(row: Int) {
    guard let parameter = state.selectedParameter, let use = state.selectedUse else { return }
    let info = state.outline.parameters[parameter]
    let figure = state.figures[parameter]
    let path = state.outline.uses[use].path
    var column = write(path.split(separator: ".").last.map(String.init) ?? path, 1, row) + 1
    if let tie = info.tie { column = write(tieText(tie), column, row, Style(.tie(tie)).bold) + 1 }
    column = write(shapeText(info), column, row, Style(.dim)) + 1
    let deviations = [("std", figure?.statistics), ("was", figure?.before)]
    for (label, scanned) in deviations {
      guard let value = scanned?.components.first?.summary.standardDeviation else { continue }
      column = write(say(label) + " ", column, row, Style(.dim))
      column = write(NumberText.value(value), column, row, Style(.text).bold) + 1
    }
  }

  /// What stands at the left edge of a row.
  private struct RailMark {
    var glyph = " "
    var tie: Int?
    var isUser = false
  }

  /// The rail beside the rows in sight: it joins the users of the selected group, folded ones at
  /// their fold, and runs off the edge where a user is out of sight.
  private func railMarks(_ shown: [Int]) -> [RailMark] {
    var marks = [RailMark](repeating: RailMark(), count: shown.count)
    guard let tie = state.railTie else { return marks }
    let stands = Set(state.users(ofTie: tie).map { state.visibleStand(for: $0) })
    guard let first = stands.min(), let last = stands.max() else { return marks }
    for (row, node) in shown.enumerated() where (first...last).contains(node) {
      let isUser = stands.contains(node)
      marks[row] = RailMark(
        glyph: first == last
          ? " "
          : node == first
            ? glyphs.railFirst
            : node == last ? glyphs.railLast : isUser ? glyphs.railMiddle : glyphs.railPass,
        tie: tie, isUser: isUser)
    }
    return marks
  }

  private mutating func drawNode(_ index: Int, row: Int, rail: RailMark) {
    let node = state.outline.nodes[index]
    let rect = layout.tree
    let isSelected = index == state.tree.selection
    let isLit = hasOwnParameter(of: node) { state.lit.contains($0) }
    let look = RowLook(
      isSelected: isSelected, isFocused: state.focus == .tree && state.overlay == .none,
      isLit: isLit, flash: state.flash)
    let back = Rect(column: 1, row: row, columns: max(0, rect.columns - 2), rows: 1)
    if look.hasBack { frame.fill(back, style: look.style(.text)) }
    if let tie = rail.tie {
      write(rail.glyph, 1, row, look.style(.tie(tie)))
      if rail.isUser { write(glyphs.otherUser, 2, row, look.style(.tie(tie))) }
    }
    if isSelected { write(glyphs.cursor, 2, row, look.style(.accent)) }
    let end = drawNodeFacts(index, row: row, look: look)
    drawNodeName(index, row: row, end: end, look: look)
  }

  private func hasOwnParameter(of node: OutlineNode, where isWanted: (Int) -> Bool) -> Bool {
    state.outline.uses[node.ownUses].contains { isWanted($0.parameter) }
  }

  /// Draws what stands at the right: count and mark; returns the column it starts at.
  private mutating func drawNodeFacts(_ index: Int, row: Int, look: RowLook) -> Int {
    let rect = layout.tree
    let node = state.outline.nodes[index]
    if hasOwnParameter(of: node, where: { state.outline.parameters[$0].isModified }) {
      write(glyphs.modified, endingAt: rect.maxColumn - 2, row, look.style(.warning).bold)
    } else if state.isOddOneOut(index) {
      write(glyphs.look, endingAt: rect.maxColumn - 2, row, look.style(.warning).bold)
    }
    let count = countText(index)
    write(count, endingAt: rect.maxColumn - 4, row, look.style(.text))
    // What a file's rows have to the left keeps its column; no part counts longer than the whole.
    let widest = state.outline.isNetwork ? 5 : max(5, countText(0).count)
    var start = rect.maxColumn - 5 - max(widest, count.count)
    if let unreadable = unreadableText(index, room: start - indent(of: index) - 10) {
      write(unreadable, endingAt: start, row, look.style(.error))
      start -= CharacterWidth.displayWidth(of: unreadable) + 1
      return start
    }
    guard layout.isSinglePane, let use = node.ownUses.first else {
      return drawNodeInfo(index, endingAt: start, row: row, look: look)
    }
    let width = Self.sparklineWidth
    drawValues(
      of: state.outline.uses[use].parameter, in: (start - width)..<start, row: row, look: look)
    return start - width - 1
  }

  private func countText(_ index: Int) -> String {
    let total = state.facts.totals[index]
    return NumberText.count(total.elementCount) + (total.isPartial ? " + \(glyphs.deferred)" : "")
  }

  /// Draws what a row of a file holds, where there is room: a shape, or how many tensors.
  private mutating func drawNodeInfo(
    _ index: Int, endingAt end: Int, row: Int, look: RowLook
  ) -> Int {
    guard !state.outline.isNetwork, layout.tree.columns >= 40, index > 0 else { return end }
    let width = 11
    let text = DisplayText(nodeInfo(index)).truncatedMiddle(
      to: width, ellipsis: glyphs.ellipsis)
    write(text.string, end - width, row, look.style(.dim))
    return end - width - 1
  }

  /// `× 1 of 6` on a row that hides what cannot be read.
  private func unreadableText(_ index: Int, room: Int) -> String? {
    guard !state.findings.unreadable.isEmpty else { return nil }
    let node = state.outline.nodes[index]
    let isLeaf = node.descendants.isEmpty || state.isShut(index)
    let uses = state.counterparts(of: index).map { block in
      isLeaf ? state.outline.nodes[block].uses : state.outline.nodes[block].ownUses
    }
    let count = uses.map(state.findings.unreadableCount).reduce(0, +)
    guard count > 0 else { return nil }
    let all = uses.map(\.count).reduce(0, +)
    let texts = all == 1 ? [""] : [" " + say("\(count) of \(all)"), " \(count)/\(all)"]
    return glyphs.error + (texts.first { CharacterWidth.displayWidth(of: $0) < room } ?? "")
  }

  private func nodeInfo(_ index: Int) -> String {
    if state.isOddOneOut(index) { return say("differs") }
    if state.run(at: index) != nil { return say("alike") }
    let uses = state.outline.nodes[index].uses
    guard uses.count == 1, let use = uses.first else { return say("\(uses.count) tensors") }
    return shapeText(state.outline.parameters[state.outline.uses[use].parameter])
  }

  /// The column of the fold sign of a row.
  private func indent(of index: Int) -> Int {
    // Where there is little room, names need it more than levels do.
    let isTight = layout.tree.columns < 40 && !state.outline.isNetwork && !isFlat
    let step = isTight ? 1 : 2
    return 3 + step
      * min(state.visibleDepth(of: index), max(0, (layout.tree.columns - 19) / step))
  }

  private mutating func drawNodeName(_ index: Int, row: Int, end: Int, look: RowLook) {
    let node = state.outline.nodes[index]
    let indent = indent(of: index)
    if !node.descendants.isEmpty {
      let isFolded = state.isShut(index)
      write(isFolded ? glyphs.foldShut : glyphs.foldOpen, indent, row, look.style(.dim))
    }
    // Names of siblings line up; in a flat tree leaves stand where folds would, apart from the cursor.
    var column = indent + (node.descendants.isEmpty && isFlat && index > 0 ? 0 : 2)
    let ties = state.outline.uses[node.ownUses].compactMap {
      state.outline.parameters[$0.parameter].tie
    }
    let tieWidth = ties.map { tieText($0).count + 1 }.reduce(0, +)
    if !node.key.isEmpty, node.key != node.name {
      column = write(node.key + " ", column, row, look.style(.dim), limit: max(0, end - column))
    }
    let name = shortened(
      state.rowLabel(of: index, glyphs.times), to: max(1, end - tieWidth - column))
    column = writeName(name, column, row, look, isMatch: isMatch(index))
    let room = end - tieWidth - column - 1
    if !node.summary.isEmpty, CharacterWidth.displayWidth(of: summary(node)) <= room {
      write(summary(node), column + 1, row, look.style(.dim))
    }
    column = end - tieWidth
    for tie in ties {
      column = write(" " + tieText(tie), column, row, look.style(.tie(tie)).bold)
    }
  }

  /// Whether what is looked for occurs in the name of a row, or in one that it stands for.
  private func isMatch(_ index: Int) -> Bool {
    guard let matches = state.find.search?.matches else { return false }
    return state.counterparts(of: index).contains(where: matches.nodes.contains)
  }

  /// Whether no block contains another but the root.
  private var isFlat: Bool { state.facts.tally.isFlat }

  private func summary(_ node: OutlineNode) -> String {
    state.appearance.isASCII
      ? node.summary.map { $0 == "→" ? ">" : String($0) }.joined() : node.summary
  }
}

/// How a row of a list looks: selected, lit, or neither.
struct RowLook {
  let isSelected: Bool
  let isFocused: Bool
  let isLit: Bool
  var flash = Flash.held

  /// Whether the row has a back of its own.
  var hasBack: Bool { isSelected || isLit }

  private var back: Ink {
    if isLit, case .fading(let thirds) = flash {
      return .fadingFlashBack(thirds: thirds, selected: isSelected)
    }
    return isLit
      ? .flashBack : isSelected ? (isFocused ? .selectionBack : .unfocusedBack) : .terminal
  }

  /// A style on the back of the row; plain text takes the colour that belongs to the back.
  func style(_ ink: Ink) -> Style {
    if isLit, flash == .held {
      return Style(ink == .text || ink == .dim ? .flashText : ink, on: back).bold
    }
    let isStrong = isSelected && isFocused && ink == .text
    return Style(isStrong ? .selectionText : ink, on: back)
  }

  /// The style of the name, bold where the cursor is.
  var nameStyle: Style { isSelected ? style(.text).bold : style(.text) }
}
