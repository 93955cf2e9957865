import TerminalUI
import Testing
import Words
import Workspace

@testable import Inspector

/// The reinitialize dialog: what its keys ask for.
@Suite @MainActor struct DialogTests {
  /// What Enter asks for after some keys, the preview not waited for.
  private func request(_ keys: String, _ name: String = "shared-mlp") throws
    -> ReinitializationRequest?
  {
    var state = launch(try example(name))
    for effect in try state.press(keys + "<Enter>") {
      if case .reinitialize(_, let request) = effect { return request }
    }
    return nil
  }

  @Test(
    arguments: [
      ("jji", .layer(node: 2), "uniform(scale: 0.07)", nil),
      ("i", .network, "uniform(scale: 0.07)", nil),
      (
        "jjixavier", .layer(node: 2), "xavier(rnd_type: uniform, factor_type: avg, magnitude: 3)",
        nil
      ),
      ("jj<Tab>ji", .parameter(3), "uniform(scale: 0.07)", nil),
      ("jjinor<Tab>0.5", .layer(node: 2), "normal(sigma: 0.5)", nil),
      ("jjinor<Tab>0.5<BS>25", .layer(node: 2), "normal(sigma: 0.25)", nil),
      ("jjizer", .layer(node: 2), "zero", nil),
      ("jjizero<Tab>42", .layer(node: 2), "zero", 42),
      ("jjizero<C-n>", .layer(node: 2), "zero", 0),
      ("jjizero<C-n><C-n><C-n>", .layer(node: 2), "zero", 2),
      ("jjizero<Tab>-7", .layer(node: 2), "zero", -7),
      ("jjizero<Tab>4294967295", .layer(node: 2), "zero", -1),
      ("jjizero<Tab>4294967295<C-n>", .layer(node: 2), "zero", 0),
      ("jjizero<Tab>9223372036854775807<C-n>", .layer(node: 2), "zero", 0),
      ("jjizero<Tab>abc<C-n>", .layer(node: 2), "zero", 0),
      ("jjizero<Tab><Tab><Right>", .subtree(node: 2), "zero", nil),
      ("jjizero<S-Tab>l<Space>", .network, "zero", nil),
      ("jjizero<S-Tab><Left>", .parameter(2), "zero", nil),
      ("jjizero<S-Tab><Left><Left><Tab>bias", .matching("bias"), "zero", nil),
      (
        "jjixavier<Tab><Right>", .layer(node: 2),
        "xavier(rnd_type: gaussian, factor_type: avg, magnitude: 3)", nil
      ),
      (
        "jjixavier<Tab><Left><Down><Right>", .layer(node: 2),
        "xavier(rnd_type: gaussian, factor_type: in, magnitude: 3)", nil
      ),
      (
        "jjixavier(gaussian, in, 2)", .layer(node: 2),
        "xavier(rnd_type: gaussian, factor_type: in, magnitude: 2)", nil
      ),
    ] as [(String, ReinitializationRequest.Scope, String, Int32?)])
  func `Enter asks for what the dialog says`(
    keys: String, scope: ReinitializationRequest.Scope, initializer: String, seed: Int32?
  ) throws {
    let expected = ReinitializationRequest(scope: scope, initializer: initializer, seed: seed)
    #expect(try request(keys) == expected)
  }

  @Test(arguments: ["jjixaver(", "jjizero<Tab>4294967296", "jjizero<Tab>1.5", "jjizero<Tab>x"])
  func `Enter asks for nothing that cannot be asked for`(keys: String) throws {
    #expect(try request(keys) == nil)
    var state = launch(try example("shared-mlp"))
    try state.press(keys + "<Enter>")
    #expect(state.dialog?.trouble != nil)
  }

  @Test func `Escape leaves everything as it was`() throws {
    let before = launch(try example("shared-mlp"))
    var state = before
    let effects = try state.press("i<Tab><Tab>9<Esc>")
    #expect(effects.contains { if case .cancel = $0 { true } else { false } })
    state.jobs = before.jobs
    #expect(state == before)
  }

  @Test func `each change of the request cancels the preview before and asks for another`() throws {
    var state = launch(try example("shared-mlp"))
    let opened = try state.press("i")
    guard case .preview(let first, _) = try #require(opened.first) else {
      Issue.record("expected a preview")
      return
    }
    let effects = try state.press("n")
    guard case .preview(let second, let request) = try #require(effects.last) else {
      Issue.record("expected a preview")
      return
    }
    #expect(effects.first == .cancel(first))
    #expect(request.initializer == "normal(sigma: 0.01)")
    #expect(state.jobs.preview == second)
    #expect(try state.press("<Tab>").isEmpty)
  }

  @Test func `a late preview is dropped`() async throws {
    let model = try example("shared-mlp")
    var state = launch(model)
    guard case .preview(let first, let request) = try #require(try state.press("i").first) else {
      Issue.record("expected a preview")
      return
    }
    let preview = try await model.preview(request)
    try state.press("n")
    let waiting = state
    _ = reduce(&state, .previewed(first, preview))
    _ = reduce(&state, .previewFailed(first, "late"))
    #expect(state == waiting)
    try state.press("<Esc>")
    let closed = state
    _ = reduce(&state, .previewed(try #require(waiting.jobs.preview), preview))
    #expect(state == closed)
  }

  @Test func `what a failed preview says keeps Enter from applying`() throws {
    var state = launch(try example("shared-mlp"))
    try state.press("i")
    _ = reduce(&state, .previewFailed(try #require(state.jobs.preview), "no"))
    #expect(state.dialog?.trouble == "no")
    #expect(try state.press("<Enter>").isEmpty)
    #expect(state.dialog != nil)
    try state.press("n")
    #expect(state.dialog?.trouble == nil)
  }

  @Test func `again repeats the initializer on what is selected now`() throws {
    var state = launch(try example("shared-mlp"))
    try state.press("jjinormal<Tab>2<Tab>5<Enter>")
    let effects = try state.press("G<Tab>jI")
    guard case .reinitialize(_, let request) = try #require(effects.first) else {
      Issue.record("expected a change")
      return
    }
    #expect(
      request
        == ReinitializationRequest(
          scope: .parameter(5), initializer: "normal(sigma: 2)", seed: nil))
  }

  @Test func `a model without parameters opens no dialog`() throws {
    let outline = Outline(
      locator: "", title: "", format: "", isNetwork: false,
      nodes: [OutlineNode(key: "", name: "", summary: "", depth: 0, parent: nil)], parameters: [],
      uses: [])
    var state = InspectorState(
      size: Size(columns: 80, rows: 24), appearance: Appearance(), outline: outline)
    for keys in ["i", "I", "=", "<Tab>i", "jkGg<Enter>", "_*hl"] { try state.press(keys) }
    #expect(state.overlay == .none)
    _ = render(state)
  }
}
