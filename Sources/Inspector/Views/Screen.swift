internal import LessonScreen
internal import Tensors
public import TerminalUI
internal import Words
internal import Workspace

/// The frame being drawn, and what it is drawn from.
struct Screen {
  let state: InspectorState
  let layout: Layout
  let glyphs: Glyphs
  var frame: CellBuffer
  /// What can be clicked; of those that lie over each other the last one counts.
  var targets: [ClickTarget] = []

  init(_ state: InspectorState) {
    self.state = state
    layout = state.layout
    glyphs = state.appearance.glyphs
    frame = CellBuffer(size: state.size)
  }

  /// Draws everything.
  init(drawing state: InspectorState) {
    self.init(state)
    if state.isTooSmall {
      write("need \(Layout.smallest)", 0, 0)
      return
    }
    if state.work.isComparing, let comparison = state.work.comparison {
      drawComparison(comparison)
    } else {
      drawTitle()
      drawPanes()
      drawStatus()
    }
    // What lies behind something cannot be clicked.
    if state.overlay != .none { targets = [] }
    drawFooter()
    draw(state.overlay)
    restCursor()
  }

  /// Writes text as it is and returns the column after it.
  @discardableResult @_disfavoredOverload
  mutating func write(
    _ text: String, _ column: Int, _ row: Int, _ style: Style = Style(.text), limit: Int? = nil
  ) -> Int {
    column + frame.write(text, column: column, row: row, style: style, limit: limit)
  }

  /// Writes text as it is, ending before `end`.
  @_disfavoredOverload
  mutating func write(_ text: String, endingAt end: Int, _ row: Int, _ style: Style = Style(.text))
  {
    let width = CharacterWidth.displayWidth(of: text)
    frame.write(text, column: end - width, row: row, style: style)
  }

  /// Draws a horizontal rule over `columns`, heavy where the focus is.
  mutating func rule(_ columns: Range<Int>, row: Int, isFocused: Bool) {
    guard !columns.isEmpty else { return }
    let rect = Rect(column: columns.lowerBound, row: row, columns: columns.count, rows: 1)
    frame.fill(
      rect, style: isFocused ? Style(.accent) : Style(.rule),
      with: isFocused ? glyphs.focusedRule : glyphs.rule)
  }

  /// Shortens a name in its middle.
  func shortened(_ name: String, to columns: Int) -> String {
    DisplayText(name).truncatedMiddle(to: columns, ellipsis: glyphs.ellipsis).string
  }

  /// Shortens a dotted name; the numbers of layers stay.
  func shortenedName(_ name: String, to columns: Int) -> String {
    DisplayText(name).truncatedName(to: columns, ellipsis: glyphs.ellipsis).string
  }

  /// A shape as `256×20`, with `?` for what is not known yet.
  func shapeText(_ parameter: ParameterInfo) -> String {
    let dimensions = parameter.shape.dimensions
    guard !dimensions.isEmpty else { return "scalar" }
    let isWaiting = parameter.state != .ready
    return dimensions.map { $0 == 0 && isWaiting ? glyphs.deferred : "\($0)" }
      .joined(separator: glyphs.times)
  }

  /// The mark of a sharing group: `=a`.
  func tieText(_ tie: Int) -> String { "=" + tieLetters(tie) }
}

/// Draws the whole screen.
///
/// Pure: the same state gives the same cells.
public func render(_ state: InspectorState) -> CellBuffer {
  CharacterWidth.$ambiguousIsWide.withValue(state.appearance.isAmbiguousWide) {
    if let lesson = state.lesson { return LessonScreen.render(lesson) }
    return Screen(drawing: state).frame
  }
}

extension Screen {
  /// Draws what floats over the panes.
  fileprivate mutating func draw(_ overlay: InspectorState.Overlay) {
    switch overlay {
    case .none: break
    case .help(let scroll, let over):
      draw(over)
      drawHelp(scroll: scroll, over: over)
    case .dialog(let dialog): drawDialog(dialog)
    case .prompt(let prompt): drawPrompt(prompt)
    case .profile(let profile): drawProfile(profile)
    case .mark(let isSetting): drawMarkQuestion(isSetting: isSetting)
    case .leaving: drawLeaving()
    case .doing(let doing): draw(doing)
    }
  }

  /// Draws the panes that fit: all, or the one with the focus.
  fileprivate mutating func drawPanes() {
    guard layout.isSinglePane else {
      drawTree()
      drawTraining()
      drawTable()
      drawDetail(.detail)
      drawDetail(.companion)
      return drawDividers()
    }
    switch state.focus {
    case .tree: drawTree()
    case .table: drawTable()
    case .detail, .companion: drawDetail(state.focus)
    }
  }

  private mutating func drawDividers() {
    if let companion = layout.companion {
      write(glyphs.joinDown, companion.column - 1, layout.tabs.row, Style(.rule))
      for row in companion.rowRange {
        write(glyphs.verticalRule, companion.column - 1, row, Style(.rule))
      }
    }
    guard let column = layout.divider else { return }
    write(glyphs.joinDown, column, layout.heading.row, Style(.rule))
    for row in layout.tree.row..<layout.status.row {
      let (left, right) = (row == layout.training?.row, row == layout.tabs.row)
      let sign =
        left && right
        ? glyphs.cross : left ? glyphs.joinLeft : right ? glyphs.joinRight : glyphs.verticalRule
      write(sign, column, row, Style(.rule))
    }
  }
}
