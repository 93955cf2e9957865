import LessonScreen
import Lessons
import TerminalUI
import TestSupport
import Testing
import Words

/// The lesson on a screen: its keys, and how it looks at three sizes in two languages.
@Suite @MainActor struct LessonScreenTests {
  nonisolated static let pages = Result { try LessonPage.all(seed: 42, language: .english) }
  nonisolated static let chinese = Result { try LessonPage.all(seed: 42, language: .chinese) }

  private func state(
    _ columns: Int, _ rows: Int, language: Language = .english
  ) throws -> LessonState {
    LessonState(
      size: Size(columns: columns, rows: rows), language: language,
      pages: try (language == .english ? Self.pages : Self.chinese).get())
  }

  /// The screen after some keys.
  private func frame(_ start: LessonState, _ keys: String) throws -> CellBuffer {
    let terminal = HeadlessTerminal(size: start.size)
    LessonProgram(start, terminal: terminal).play(try KeyScript(keys).events)
    return try #require(terminal.lastFrame)
  }

  /// The state after some keys.
  private func after(_ keys: String, _ start: LessonState) throws -> LessonState {
    var state = start
    for event in try KeyScript(keys).events { _ = reduce(&state, event) }
    return state
  }

  @Test(
    arguments: [(40, 12), (80, 24), (120, 36)],
    [
      ("first", ""), ("initializer", "nnnnnnnnn"), ("sharing", "nnnnnnnnnnn"), ("help", "?"),
    ])
  func `each step looks as it should`(size: (Int, Int), step: (name: String, keys: String)) throws {
    for language in Language.allCases {
      let frame = try frame(state(size.0, size.1, language: language), step.keys)
      try expectGolden(frame, "\(step.name)-\(size.0)x\(size.1)-\(language.rawValue)")
    }
  }

  @Test func `a small screen shows the network in place of the text`() throws {
    try expectGolden(frame(state(40, 12), "nnnnnnnnnnn<Tab>"), "network-40x12-en")
  }

  @Test func `signs are ASCII where nothing else can be drawn`() throws {
    var start = try state(80, 24)
    start.glyphs = .ascii
    let text = try frame(start, "nnn").text
    #expect(text.allSatisfy { $0.isASCII })
  }

  @Test func `keys go to the next step and back, and stay at the ends`() throws {
    let start = try state(120, 36)
    #expect(try after("<Enter>n<Right>", start).index == 3)
    #expect(try after("<Enter>np", start).index == 1)
    #expect(try after("b<Left>p", start).index == 0)
    #expect(try after("G", start).index == start.pages.count - 1)
    #expect(try after("Gn<Space><PageDown>", start).index == start.pages.count - 1)
    #expect(try after("Gg", start).index == 0)
  }

  @Test func `space reads on in a long step before it leaves it`() throws {
    let start = try state(40, 12)
    let next = try after("<Space>", start)
    #expect(next.index == 0 && next.scroll > 0)
    #expect(try after("<Space>b", start).scroll == 0)
    var seen: Set<Int> = []
    var state = start
    for _ in 0..<1000 where state.index == 0 {
      seen.insert(state.scroll)
      _ = reduce(&state, .key(.pageDown))
    }
    #expect(state.index == 1 && seen.count > 1)
  }

  @Test func `every line of every step can be read on every screen`() throws {
    for (columns, rows) in [(40, 10), (80, 24), (119, 30)] {
      for index in try Self.pages.get().indices {
        var state = try after(String(repeating: "n", count: index), state(columns, rows))
        var text = ""
        for _ in 0..<500 {
          text += render(state).text
          let scroll = state.scroll
          _ = reduce(&state, .key(.down))
          if state.scroll == scroll { break }
        }
        let words = try Self.pages.get()[index].step.text.split(separator: " ")
        #expect(words.allSatisfy { $0.count > 30 || text.contains($0) }, "\(columns) \(index)")
      }
    }
  }

  @Test func `help is closed by any key, and q leaves`() throws {
    let start = try state(80, 24)
    #expect(try after("?", start).isHelpShown)
    #expect(try after("?x", start) == start)
    #expect(try after("q", start).isFinished)
    #expect(try after("?q", start).isFinished)
    #expect(try after("<Esc>", start).isFinished)
  }

  @Test func `any size and any keys are harmless`() throws {
    for columns in [1, 20, 39, 40, 59, 60, 79, 110, 111, 300] {
      for rows in [1, 2, 9, 10, 19, 20, 100] {
        var state = try state(columns, rows)
        for event in try KeyScript("j<Space>?<Tab>kG<Resize 41x11>b<Resize 7x3>").events {
          _ = reduce(&state, event)
          #expect(render(state).size == state.size)
        }
      }
    }
  }
}
