import Tensors
import TerminalUI
import Testing
import Workspace

@testable import Inspector

/// Going back and forth through the states of a parameter.
@Suite @MainActor struct HistoryTests {
  private let size = Size(columns: 120, rows: 36)
  private let edits = "jj5<Tab><Tab>ixavier<Enter>inormal<Enter>"

  @Test func `scrubbing shows every state and comes back to the present`() async throws {
    let present = try await frame(try example("shared-mlp"), size, edits).text
    let first = try await frame(try example("shared-mlp"), size, edits + "[").text
    #expect(first.contains("at edit 1"))
    let opened = try await frame(try example("shared-mlp"), size, edits + "[[").text
    #expect(opened.contains("at opened"))
    // The whole screen follows: the table has the numbers of that state.
    #expect(opened.contains("0.04125"))
    let past = try await frame(try example("shared-mlp"), size, edits + "[[[").text
    #expect(past.contains("this is the state that was opened"))
    for back in ["[[]]", "[[<Esc>", "[]"] {
      let returned = try await frame(try example("shared-mlp"), size, edits + back).text
      #expect(!returned.contains("at edit"))
      #expect(lines(returned, 6..<33) == lines(present, 6..<33))
    }
  }

  @Test func `Enter makes a state the present, and an edit from there forgets what came after`()
    async throws
  {
    let restored = try await frame(try example("shared-mlp"), size, edits + "[<Enter>").text
    #expect(restored.contains("edit 1 is the present now"))
    #expect(!restored.contains("at edit 1"))
    let edited = try await frame(
      try example("shared-mlp"), size, edits + "[iuniform<Enter>"
    ).text
    #expect(edited.contains("uniform(0.07)") && !edited.contains("normal(0.01)"))
    #expect(edited.contains("edit 2"))
  }

  @Test func `each state has its distance from the one before`() async throws {
    let terminal = try await frame(
      try example("shared-mlp"), size, "jj5<Tab><Tab>ione<Enter>izero<Enter>"
    ).text
    // The square root of 64 ones.
    #expect(terminal.contains("8.000"))
  }

  private func lines(_ text: String, _ range: Range<Int>) -> [Substring] {
    Array(text.split(separator: "\n", omittingEmptySubsequences: false)[range])
  }
}

/// The histogram looked at closely.
@Suite @MainActor struct HistogramKeyTests {
  private let size = Size(columns: 120, rows: 36)

  @Test func `zooming and going back leaves no trace`() async throws {
    let keys = "j1<Tab><Tab>"
    let whole = try await frame(try example("mlp"), size, keys).text
    for there in ["x0", "X0", "Q0", "xx)(0", "<Right><Right>0", "+-"] {
      #expect(try await frame(try example("mlp"), size, keys + there).text == whole)
    }
  }

  @Test func `values off the axis are counted, and bins add up to the rest`() async throws {
    var state = launch(try example("mlp"), size: size)
    let model = try example("mlp")
    let scanned = try await model.elements(of: 0).scan(.init())
    state.figures[0] = Figure(content: .ready(scanned))
    try state.press("j1<Tab><Tab>Q")
    let zoom = try #require(state.detail.histogram.zoom)
    let counted = try await model.elements(of: 0).scan(.init(quantiles: false, axis: zoom))
    let job = try #require(state.board[.recount]?.job)
    let recount = Recount(now: counted.components.first?.distribution, before: nil)
    _ = reduce(&state, .answered(job, .recount(recount)))
    let bars = try #require(state.histogramBars(of: 0, plotColumns: 64))
    #expect(bars.axis == zoom)
    #expect(bars.belowCount == 52 && bars.aboveCount == 52)
    #expect(bars.now.reduce(0, +) + 104 == 5120)
  }

  @Test func `zooming ends where numbers end`() {
    var axis = DisplayAxis(low: 1, high: 2)
    var count = 0
    while let next = axis.scaled(by: 0.5, around: 1.25), count < 2000 {
      (axis, count) = (next, count + 1)
    }
    #expect((30..<60).contains(count))
    #expect(DisplayAxis(low: -1e308, high: 1e308).scaled(by: 2, around: 0) == nil)
    #expect(DisplayAxis(low: 1e308, high: 1.7e308).shifted(by: 0.25) == nil)
  }
}
