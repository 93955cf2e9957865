import Tensors
import TerminalUI
import Testing
import Words
import Workspace

@testable import Inspector

/// What jobs report, and what is dropped.
@Suite @MainActor struct ResultTests {
  private let nothing = ScannedTensor.real(
    TensorStatistics(
      summary: Summary(counts: ElementCounts(), minimum: nil, maximum: nil, moments: Moments())))

  @Test func `the selected row is read first, then those in sight, one after the other`() throws {
    let model = try example("shared-mlp")
    var state = InspectorState(
      size: Size(columns: 100, rows: 30), appearance: Appearance(), outline: model.outline)
    var order: [Int] = []
    var effects = start(&state)
    while case .scan(let id, let parameter)? = effects.first {
      order.append(parameter)
      if order.count == 1 { try state.press("<Tab>jjjj") }
      effects = reduce(&state, .scanFinished(id, nothing))
    }
    #expect(order == [0, 2, 1, 3, 4, 5])
    #expect(state.jobs.scan == nil)
  }

  @Test func `a late message of a cancelled scan is ignored`() async throws {
    let model = try example("shared-mlp")
    var state = launch(model)
    let scan = try #require(state.jobs.scan)
    let request = ReinitializationRequest(scope: .network, initializer: "one", seed: nil)
    try state.press("ione")
    let asked = try state.press("<Enter>")
    guard case .reinitialize(let change, _) = try #require(asked.last) else {
      Issue.record("expected a change")
      return
    }
    let effects = reduce(&state, .changed(change, try await model.reinitialize(request)))
    #expect(effects.contains(.cancel(scan.id)))
    let changed = state
    _ = reduce(&state, .scanProgressed(scan.id, fraction: 0.5))
    _ = reduce(&state, .scanFailed(scan.id, "late"))
    _ = reduce(&state, .scanFinished(scan.id, nothing))
    _ = reduce(&state, .changed(change, try await model.undo()))
    _ = reduce(&state, .changeFailed(change, "late"))
    #expect(state == changed)
  }

  @Test func `all users of what changed light up until the next key`() async throws {
    let model = try example("shared-mlp")
    var state = launch(model)
    guard
      case .reinitialize(let id, let request) = try #require(try state.press("jjione<Enter>").last)
    else {
      Issue.record("expected a change")
      return
    }
    _ = reduce(&state, .changed(id, try await model.reinitialize(request)))
    #expect(state.lit == [2])
    #expect(state.statusText == "dense1_weight =a ones: layers 1 and 2 changed together")
    #expect(state.history.undoCount == 1)
    try state.press("<Resize 80x24>")
    #expect(state.lit == [2])
    try state.press("x")
    #expect(state.lit.isEmpty)
  }

  @Test func `what fails is said and changes nothing`() throws {
    var state = launch(try example("shared-mlp"))
    guard case .reinitialize(let id, _) = try #require(try state.press("jjione<Enter>").last) else {
      Issue.record("expected a change")
      return
    }
    let outline = state.outline
    _ = reduce(&state, .changeFailed(id, "it refuses"))
    #expect(state.statusText == "it refuses")
    #expect(state.status.mark == .error)
    #expect(state.outline == outline)
  }

  @Test func `undo without anything to undo asks for nothing`() throws {
    var state = launch(try example("shared-mlp"))
    #expect(try state.press("u").isEmpty)
    #expect(state.statusText == "nothing to undo")
    #expect(try state.press("<C-r>").isEmpty)
    #expect(state.statusText == "nothing to redo")
  }

  @Test(arguments: [
    ("q", true), ("<F10>", true), ("<C-c>", true), ("iq", false), ("?q", false), ("?qq", true),
    ("i<C-c>", true), ("<Esc>", false),
  ])
  func `an unchanged model is left at once`(keys: String, isFinished: Bool) throws {
    var state = launch(try example("shared-mlp"))
    try state.press(keys)
    #expect(state.isFinished == isFinished)
  }

  @Test(arguments: [
    ("q", false), ("qn", false), ("q<Esc>", false), ("qx", false), ("qy", true), ("q<C-c>", true),
    ("qnq", false), ("qnqy", true),
  ])
  func `a changed model asks before it is left`(keys: String, isFinished: Bool) throws {
    var state = launch(try example("shared-mlp"))
    state.outline.parameters[0].isModified = true
    try state.press(keys)
    #expect(state.isFinished == isFinished)
  }

  @Test func `a lost terminal ends the program, changed or not`() throws {
    var state = launch(try example("shared-mlp"))
    state.outline.parameters[0].isModified = true
    _ = reduce(&state, .terminal(.hangup))
    #expect(state.isFinished)
  }

  @Test(arguments: ["<C-z>", "i<C-z>", "?<C-z>"])
  func `the shell can be reached from everywhere`(keys: String) throws {
    var state = launch(try example("shared-mlp"))
    #expect(try state.press(keys) == [.suspend])
  }
}
