import TerminalUI
import TestSupport
import Testing
import Workspace

@testable import Inspector

/// The mouse, what is pasted, and what is only looked at.
@Suite @MainActor struct MouseTests {
  @Test(arguments: [
    ("<DoubleClick 5,4>", InspectorState.Pane.table, "dense1"),
    ("<DoubleClick 50,3>", .detail, "sequential0"), ("<DoubleClick 5,29>", .tree, "sequential0"),
    ("<WheelDown 5,4>", .tree, "dense2"), ("<WheelDown 5,4><WheelUp 5,4>", .tree, "sequential0"),
    ("<Tab><WheelDown 5,4>", .table, "dense2"), ("<WheelDown 999,999>", .tree, "sequential0"),
  ])
  func `the mouse opens and scrolls`(keys: String, focus: InspectorState.Pane, node: String) throws
  {
    var state = launch(try example("shared-mlp"))
    try state.press(keys)
    #expect(state.focus == focus)
    #expect(state.nodeName == node)
  }

  @Test func `a double click folds and unfolds`() throws {
    var state = launch(try example("shared-mlp"))
    try state.press("<DoubleClick 5,2>")
    #expect(state.visibleNodes == [0])
    try state.press("<DoubleClick 5,2>")
    #expect(state.visibleNodes.count == 5)
  }

  @Test func `the wheel scrolls what floats over the panes`() throws {
    var state = launch(try example("shared-mlp"), size: Size(columns: 60, rows: 20))
    try state.press("?<WheelDown 5,5>")
    #expect(state.overlay == .help(scroll: 3))
    try state.press("<WheelUp 5,5><Click 5,5>")
    #expect(state.overlay == .help(scroll: 0))
  }

  @Test func `M gives the mouse to the terminal and takes it back`() throws {
    var state = launch(try example("mlp"))
    #expect(try state.press("M") == [.reportMouse(false)])
    #expect(try state.press("M") == [.reportMouse(true)])
  }

  @Test func `what is pasted is typed into a field and is no command elsewhere`() throws {
    var state = launch(try example("mlp"))
    let before = state.tree
    #expect(reduce(&state, .terminal(.pasted("jjq"))) == [])
    #expect(state.tree == before && !state.isFinished)
    #expect(state.statusText.contains("pasted"))
    try state.press("i<Tab>")
    _ = reduce(&state, .terminal(.pasted("0.5\nq\u{1B}")))
    #expect(state.dialog?.arguments.first?.text == "0.5")
  }

  @Test(arguments: ["i", "I", "u", "<C-r>", "e", "w", ":init zeros<CR>", ":w x.params<CR>"])
  func `nothing changes where everything is only read`(key: String) throws {
    var state = launch(try example("mlp"))
    state.preferences.isReadOnly = true
    #expect(try state.press(key) == [])
    #expect(state.overlay == .none)
    #expect(state.statusText.contains("read-only"))
  }
}
