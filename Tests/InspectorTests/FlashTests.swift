import TerminalUI
import TestSupport
import Testing
import Workspace

@testable import Inspector

/// Rows that have just changed are lit, and fade where that is wanted.
@Suite @MainActor struct FlashTests {
  private func changed(motion: Bool) async throws -> (InspectorState, [InspectorEffect]) {
    let model = try example("shared-mlp")
    var state = launch(model)
    state.preferences.hasMotion = motion
    let effects = try state.press("jji<Enter>")
    guard case .reinitialize(let id, let request)? = effects.first(where: \.isReinitialization)
    else {
      Issue.record("nothing is reinitialized")
      return (state, [])
    }
    let change = try await model.reinitialize(request)
    let following = reduce(&state, .changed(id, change))
    return (state, following)
  }

  @Test func `without motion rows stay lit until the next key`() async throws {
    var (state, effects) = try await changed(motion: false)
    #expect(!effects.contains { $0.isWaiting })
    #expect(!state.lit.isEmpty && state.flash == .held)
    try state.press("k")
    #expect(state.lit.isEmpty)
  }

  @Test func `rows are held, then fade in thirds`() async throws {
    var (state, effects) = try await changed(motion: true)
    var seen: [String] = []
    while case .wait(let id, let milliseconds)? = effects.first(where: \.isWaiting) {
      seen.append("\(milliseconds) \(state.flash)")
      effects = reduce(&state, .waited(id))
    }
    #expect(seen == ["600 held", "150 fading(thirds: 2)", "150 fading(thirds: 1)"])
    #expect(state.lit.isEmpty && state.jobs.clock == nil)
  }

  @Test func `a key ends the fading, and a late tick starts nothing`() async throws {
    var (state, effects) = try await changed(motion: true)
    guard case .wait(let id, _)? = effects.first(where: \.isWaiting) else {
      Issue.record("nothing fades")
      return
    }
    try state.press("k")
    #expect(state.lit.isEmpty)
    effects = reduce(&state, .waited(id))
    #expect(!effects.contains { $0.isWaiting } && state.lit.isEmpty)
  }

  @Test func `fading rows keep their words`() async throws {
    var (state, effects) = try await changed(motion: true)
    let lit = render(state)
    while case .wait(let id, _)? = effects.first(where: \.isWaiting) {
      effects = reduce(&state, .waited(id))
      #expect(render(state).lines == lit.lines)
    }
  }
}

extension InspectorEffect {
  fileprivate var isWaiting: Bool { if case .wait = self { true } else { false } }
  fileprivate var isReinitialization: Bool {
    if case .reinitialize = self { true } else { false }
  }
}
