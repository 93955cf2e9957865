import InspectorRuntime
import TerminalUI
import TestSupport
import Testing
import Workspace

@testable import Inspector

/// A second model beside the first.
@Suite @MainActor struct ComparingTests {
  /// The state with a second model open, of which nothing is compared yet.
  private func compare(
    _ model: OpenModel, _ other: OpenModel
  ) throws -> (state: InspectorState, effects: [InspectorEffect]) {
    var state = launch(model)
    let effects = try state.press(":diff other<CR>")
    let id = try #require(
      effects.compactMap { effect -> JobID? in
        if case .work(let id, .openOther("other")) = effect { id } else { nil }
      }.first)
    let next = reduce(&state, .work(id, .opened(other.outline)))
    return (state, next)
  }

  private func text(_ model: OpenModel, _ keys: String) async throws -> String {
    try await frame(model, Size(columns: 120, rows: 36), keys).text
  }

  @Test func `pairs are compared one after the other, and rows are in the order of change`()
    async throws
  {
    let (model, other) = (try example("mlp"), try example("mlp"))
    var (state, effects) = try compare(model, other)
    let order: [Double?] = [0.25, 0.5, nil, 0.125]
    for value in order {
      let id = try #require(
        effects.compactMap { effect -> JobID? in
          if case .work(let id, .compare) = effect { id } else { nil }
        }.first)
      var difference = ElementDifference()
      difference.relativeL2 = value ?? 0
      difference.changedCount = value == nil ? 0 : 1
      effects = reduce(&state, .work(id, .compared(difference)))
    }
    let comparison = try #require(state.work.comparison)
    #expect(comparison.rows == [1, 0, 3])
    #expect(comparison.count(.same) == 1)
    #expect(!effects.contains { if case .work(_, .compare) = $0 { true } else { false } })
  }

  @Test func `a late report of a comparison that was left is ignored`() throws {
    let (model, other) = (try example("mlp"), try example("mlp"))
    var (state, _) = try compare(model, other)
    let id = try #require(state.work.comparing)
    let effects = try state.press("<Esc>")
    #expect(effects.contains(.cancel(id)))
    #expect(!state.work.isComparing)
    _ = reduce(&state, .work(id, .compared(ElementDifference())))
    #expect(state.work.comparison?.differences.isEmpty == true)
    try state.press("d")
    #expect(state.work.isComparing && state.work.comparing != id)
  }

  @Test func `a change of the first model is compared anew`() async throws {
    let model = try example("shared-mlp")
    let same = try await text(model, ":diff example:shared-mlp<CR>")
    #expect(same.contains("6 same") && same.contains("all parameters are the same"))
    let changed = try await text(
      model, ":diff example:shared-mlp<CR><Esc>:edit x * 2 --only dense1_weight<CR>d")
    #expect(changed.contains("1 changed") && changed.contains("1.000000"))
    let undone = try await text(model, "u:diff example:shared-mlp<CR>")
    #expect(undone.contains("6 same"))
  }

  @Test func `x swaps both models, Enter opens the parameter, and q asks to leave`() async throws {
    let model = try example("mlp")
    let swapped = try await text(model, ":diff example:shared-mlp<CR>x")
    #expect(swapped.contains("example:shared-mlp  with  example:mlp"))
    #expect(swapped.contains("only in a"))
    let opened = try await text(model, ":diff example:shared-mlp<CR>sj<CR>")
    #expect(opened.contains("Parameters of dense0") || opened.contains("dense0_bias"))
    #expect(!opened.contains("with  example"))
  }

  @Test(arguments: ["/no/such/file", "example:bogus", "/tmp"])
  func `what cannot be opened is said, and the model stays`(path: String) async throws {
    let shown = try await text(try example("mlp"), ":diff \(path)<CR>")
    #expect(shown.contains("× ") && shown.contains("sequential0"))
  }

  @Test func `a file that is cut while it is compared is said in its row`() async throws {
    try await withTemporaryFolder { folder in
      let path = folder + "/a.safetensors"
      let model = try example("mlp")
      _ = try await model.save(to: path)
      let other = try OpenModel.open(.file(path))
      let size = try #require(other.outline.parameters.map(\.byteCount).max())
      try cut(path, to: size)
      let (state, _) = try compare(model, other)
      #expect(state.work.comparison?.pairs.count == 4)
      let shown = try await text(model, ":diff \(path)<CR>")
      #expect(shown.contains("× "))
    }
  }
}
