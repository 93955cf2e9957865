internal import Lessons
internal import ModelEngine
public import TerminalUI
internal import Words

/// Draws the whole screen of the lesson.
///
/// Pure: the same state gives the same cells.
///
/// - Returns: The frame.
public func render(_ state: LessonState) -> CellBuffer {
  CharacterWidth.$ambiguousIsWide.withValue(state.isAmbiguousWide) { draw(state) }
}

private func draw(_ state: LessonState) -> CellBuffer {
  var view = LessonView(state)
  guard state.size.columns >= LessonLayout.smallest.columns,
    state.size.rows >= LessonLayout.smallest.rows
  else {
    view.write("need \(LessonLayout.smallest)", 0, 0)
    return view.frame
  }
  view.drawTitle()
  if !view.layout.isSinglePane || !state.isShowingNetwork { view.drawText() }
  if !view.layout.isSinglePane || state.isShowingNetwork { view.drawNetwork() }
  view.drawDivider()
  view.drawFooter()
  if state.isHelpShown { view.drawHelp() }
  return view.frame
}

/// The frame being drawn, and what it is drawn from.
struct LessonView {
  let state: LessonState
  let layout: LessonLayout
  var frame: CellBuffer

  var glyphs: Glyphs { state.glyphs }

  init(_ state: LessonState) {
    self.state = state
    layout = state.layout
    frame = CellBuffer(size: state.size)
  }

  /// Writes text and returns the column after it.
  @discardableResult
  mutating func write(
    _ text: String, _ column: Int, _ row: Int, _ style: Style = .plain, limit: Int? = nil
  ) -> Int {
    column + frame.write(text, column: column, row: row, style: style, limit: limit)
  }

  /// Writes text that ends before a column, and returns where it starts.
  @discardableResult
  mutating func write(_ text: String, endingAt end: Int, _ row: Int, _ style: Style) -> Int {
    let start = end - CharacterWidth.displayWidth(of: text)
    frame.write(text, column: start, row: row, style: style)
    return start
  }

  /// The words in the language of the screen.
  func say(_ phrase: Phrase) -> String { phrase.said(in: state.language) }

  /// Draws the first row: where in the lesson this is.
  fileprivate mutating func drawTitle() {
    frame.fill(layout.title, style: Style(.text, on: .titleBack))
    let column = write("paramscope", 1, 0, Style(.accent, on: .titleBack).bold)
    let end = write(
      say("step \(state.index + 1) of \(state.pages.count)"),
      endingAt: layout.title.maxColumn - 1, 0, Style(.dim, on: .titleBack))
    let lesson = say("lesson: parameters")
    guard column + 4 + CharacterWidth.displayWidth(of: lesson) <= end else { return }
    write(lesson, column + 2, 0, Style(.text, on: .titleBack).bold)
  }

  /// Draws a rule with a title over a pane.
  mutating func heading(_ rect: Rect, _ key: String, _ title: String, isFocused: Bool) {
    let row = Rect(column: rect.column, row: rect.row, columns: rect.columns, rows: 1)
    frame.fill(
      row, style: isFocused ? .accent : .rule,
      with: isFocused ? glyphs.focusedRule : glyphs.rule)
    var column = rect.column + 1
    if !key.isEmpty { column = write(" \(key)", column, rect.row, .dim) }
    let text = DisplayText(" \(title) ").prefix(columns: max(0, rect.maxColumn - column - 1)).string
    write(text, column, rect.row, isFocused ? Style.accent.bold : .plain)
  }

  /// Draws the step: what happens, the Swift, and what it printed.
  fileprivate mutating func drawText() {
    let step = state.page.step
    heading(layout.text, step.cell, step.title, isFocused: true)
    let lines = state.lines.dropFirst(state.scroll).prefix(layout.textRows)
    for (offset, line) in lines.enumerated() {
      let row = layout.text.row + 1 + offset
      let column = layout.text.column + 1
      switch line.kind {
      case .prose: write(line.text, column, row)
      case .heading: write(say(Phrase(key: line.text)), column, row, .dim)
      case .code: write(line.text, column + 2, row, Style(.theory))
      case .output: write(line.text, column + 2, row)
      }
    }
  }

  /// Draws the rule between text and network.
  fileprivate mutating func drawDivider() {
    guard let column = layout.divider else { return }
    write(glyphs.joinDown, column, layout.text.row, .rule)
    for row in (layout.text.row + 1)..<layout.text.maxRow {
      write(glyphs.verticalRule, column, row, .rule)
    }
  }

  /// Draws the last row: the keys, and whether there is more to read.
  fileprivate mutating func drawFooter() {
    let row = layout.footer.row
    let left = state.lastScroll - state.scroll
    var end = layout.footer.maxColumn - 1
    if left > 0, !state.isNetworkAlone {
      let more = "\(glyphs.scrollDown) " + say(left == 1 ? "1 more line" : "\(left) more lines")
      end = write(more, endingAt: end, row, Style(.warning)) - 2
    } else if state.index == state.pages.count - 1 {
      end = write(say("the end"), endingAt: end, row, Style(.good)) - 2
    }
    var column = 1
    for (keys, label) in footerItems {
      let text = say(label)
      guard column + keys.count + 1 + CharacterWidth.displayWidth(of: text) <= end else { break }
      column = write(keys, column, row, Style.plain.bold) + 1
      column = write(text, column, row, .dim) + 3
    }
  }

  private var footerItems: [(String, Phrase)] {
    [("Space", "next"), ("b", "back")]
      + (layout.isSinglePane ? [("Tab", state.isShowingNetwork ? "text" : "the network")] : [])
      + [("q", "quit"), ("?", "help"), ("j k", "scroll")]
  }
}
