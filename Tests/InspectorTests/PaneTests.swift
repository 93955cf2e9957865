import TerminalUI
import Testing
import Workspace

@testable import Inspector

/// The panes: which there are, which has the focus, which fills the screen.
@Suite @MainActor struct PaneTests {
  @Test(arguments: zip(["1", "2", "3", "4", "5", "6"], DetailTab.allCases))
  func `a digit shows a detail and leaves the focus`(key: String, tab: DetailTab) throws {
    var state = launch(try example("mlp"))
    try state.press(key)
    #expect(state.detail.tab == tab)
    #expect(state.focus == .tree)
  }

  @Test func `on a narrow terminal a digit goes to the detail`() throws {
    var state = launch(try example("mlp"), size: Size(columns: 40, rows: 12))
    try state.press("2")
    #expect(state.focus == .detail)
    #expect(render(state).text.contains("2 Values"))
  }

  @Test func `z fills the screen with the focused pane and goes back`() throws {
    var state = launch(try example("mlp"), size: Size(columns: 120, rows: 36))
    let before = render(state)
    try state.press("z")
    #expect(state.layout.tree.columns == 120)
    try state.press("<Tab><Tab>")
    #expect(state.layout.detail.columns == 120)
    try state.press("z<Tab>")
    #expect(render(state) == before)
    try state.press("z<Esc>")
    #expect(!state.isFullScreen)
  }

  @Test func `from 160 columns on two details stand side by side and never twice the same`() throws
  {
    var state = launch(try example("mlp"), size: Size(columns: 160, rows: 40))
    #expect(state.layout.companion != nil)
    #expect((state.detail.tab, state.detail.companion) == (.histogram, .values))
    try state.press("2")
    #expect((state.detail.tab, state.detail.companion) == (.values, .histogram))
    try state.press("<S-Tab>6")
    #expect(state.focus == .companion)
    #expect((state.detail.tab, state.detail.companion) == (.values, .info))
  }

  @Test func `a pane that has no room any more passes the focus on`() throws {
    var state = launch(try example("mlp"), size: Size(columns: 160, rows: 40))
    try state.press("<S-Tab>")
    #expect(state.focus == .companion)
    _ = reduce(&state, .terminal(.resized(Size(columns: 100, rows: 30))))
    #expect(state.focus == .detail)
  }

  @Test(arguments: Panes.everyOne)
  func `no two bindings of a pane want the same key`(pane: Panes) {
    let keys = Binding.all.filter { $0.panes == pane || $0.panes == .all }.flatMap(\.keys)
    let twice = Dictionary(grouping: keys) { $0 }.filter { $0.value.count > 1 }.keys
    #expect(twice.isEmpty)
  }
}

extension Panes {
  /// The tree, the table and each detail.
  static let everyOne: [Panes] = [.tree, .table] + DetailTab.allCases.map { Panes($0) }
}

/// Tying and untying by key.
@Suite @MainActor struct TieTests {
  @Test func `T gives the layer its own parameter, t ties it again, u undoes`() async throws {
    let size = Size(columns: 100, rows: 30)
    let untied = try await frame(try example("shared-mlp"), size, "jj4<Tab><Tab>jT").text
    #expect(untied.contains("2.weight has dense2_weight for itself"))
    let tied = try await frame(try example("shared-mlp"), size, "jj4<Tab><Tab>jTt<Enter>").text
    #expect(tied.contains("1.weight has dense2_weight =a: 1 and 2 share one object"))
    let undone = try await frame(try example("shared-mlp"), size, "jj4<Tab><Tab>jTu").text
    #expect(undone.contains("undone: 2.weight has dense1_weight =a"))
  }

  @Test func `nothing fits to tie with`() async throws {
    let drawn = try await frame(
      try example("mlp"), Size(columns: 100, rows: 30), "j4<Tab><Tab>t"
    ).text
    #expect(drawn.contains("no other parameter has the shape and type of dense0_weight"))
  }

  @Test func `Enter goes to the layer under the cursor`() async throws {
    let drawn = try await frame(
      try example("shared-mlp"), Size(columns: 100, rows: 30), "jj4<Tab><Tab>j<Enter>"
    ).text
    #expect(drawn.contains("Parameters of dense2"))
  }
}
