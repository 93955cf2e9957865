public import TerminalUI
public import Words

/// Everything that the screen of the lesson shows.
public struct LessonState: Hashable, Sendable {
  /// The size of the terminal.
  public var size: Size
  /// The signs to draw with.
  public var glyphs: Glyphs
  /// Whether the terminal draws ambiguous characters two cells wide.
  public var isAmbiguousWide = false
  /// The language of what stands round the lesson.
  public var language: Language
  /// The steps; never empty.
  public let pages: [LessonPage]
  /// The position of the step that is shown.
  public var index = 0
  /// The first line of it that is in view.
  public var scroll = 0
  /// The first row of the network that is in view, where it is shown in place of the text.
  public var networkScroll = 0
  /// Whether the network is shown where there is room for one thing only.
  public var isShowingNetwork = false
  /// Whether the keys are explained.
  public var isHelpShown = false
  /// Whether the user has left.
  public var isFinished = false

  /// Creates the state at the first step.
  ///
  /// - Precondition: There is a page.
  public init(
    size: Size, glyphs: Glyphs = .unicode, language: Language = .english, pages: [LessonPage]
  ) {
    precondition(!pages.isEmpty, "a lesson has steps")
    self.size = size
    self.glyphs = glyphs
    self.language = language
    self.pages = pages
  }

  /// The step that is shown.
  var page: LessonPage { pages[index] }

  /// Where everything stands.
  var layout: LessonLayout { LessonLayout(size) }

  /// The lines of the step, as broad as there is room.
  var lines: [LessonLine] { LessonLine.lines(of: page.step, columns: layout.text.columns - 2) }

  /// Whether the network stands where the text would.
  var isNetworkAlone: Bool { layout.isSinglePane && isShowingNetwork }

  /// The last line that can stand at the top.
  var lastScroll: Int { max(0, lines.count - layout.textRows) }
}

/// What the program does for the screen.
public enum LessonEffect: Hashable, Sendable {
  /// Gives the terminal back to the shell for a while.
  case suspend
  /// Sends the whole frame again.
  case redraw
}

/// Takes in what happened at the terminal.
///
/// Pure: the same state and event give the same state and effects.
///
/// - Returns: What is to be done.
public func reduce(_ state: inout LessonState, _ event: TerminalEvent) -> [LessonEffect] {
  switch event {
  case .hangup: state.isFinished = true
  case .resized(let size):
    state.size = size
    state.scroll = min(state.scroll, state.lastScroll)
  case .key(.control("z")): return [.suspend]
  case .key(.control("l")): return [.redraw]
  case .key(.control("c")): state.isFinished = true
  case .key(let key):
    if state.isHelpShown {
      state.isHelpShown = false
      if key == .character("q") { state.isFinished = true }
    } else {
      state.press(key)
    }
  case .click, .doubleClick: state.go(to: state.index + 1)
  case .wheel(_, let notches): state.scroll(by: 3 * notches)
  case .pasted: break
  }
  return []
}

extension LessonState {
  fileprivate mutating func press(_ key: Key) {
    switch key {
    case .enter, .right, .character("n"), .character("l"): go(to: index + 1)
    case .left, .backspace, .character("p"), .character("h"): go(to: index - 1)
    case .character(" "), .pageDown, .control("f"), .control("d"): turn(by: 1)
    case .character("b"), .pageUp, .control("b"), .control("u"): turn(by: -1)
    case .down, .character("j"): scroll(by: 1)
    case .up, .character("k"): scroll(by: -1)
    case .home, .character("g"): go(to: 0)
    case .end, .character("G"): go(to: pages.count - 1)
    case .tab, .backTab: isShowingNetwork.toggle()
    case .character("?"), .function(1): isHelpShown = true
    case .escape, .character("q"), .function(10): isFinished = true
    default: break
    }
  }

  /// Shows a step from its beginning; beyond the first and the last nothing happens.
  fileprivate mutating func go(to step: Int) {
    guard pages.indices.contains(step) else { return }
    (index, scroll, networkScroll, isShowingNetwork) = (step, 0, 0, false)
  }

  fileprivate mutating func scroll(by distance: Int) {
    if isNetworkAlone {
      let last = max(0, page.network.rows.count - layout.textRows)
      networkScroll = min(max(0, networkScroll + distance), last)
    } else {
      scroll = min(max(0, scroll + distance), lastScroll)
    }
  }

  /// Goes on by a page of this step, or to the next step where there is no more of it.
  private mutating func turn(by direction: Int) {
    let isAtEnd = direction > 0 ? scroll == lastScroll : scroll == 0
    if isAtEnd || isNetworkAlone { return go(to: index + direction) }
    scroll(by: direction * max(1, layout.textRows - 1))
  }
}
