import TerminalUI
import Testing
import Workspace

@testable import Inspector

/// Runs of like layers on one row.
@Suite @MainActor struct FoldingTests {
  private func labels(_ state: InspectorState) -> [String] {
    state.visibleNodes.map { state.rowLabel(of: $0, "×") }
  }

  @Test func `like layers share a row, and the odd one out has its own`() throws {
    let state = launch(try checkpoint(layers(12, odd: 10)))
    #expect(
      labels(state).dropFirst() == [
        "model", "embed", "11 × layers.N", "attn", "o_proj", "q_proj", "mlp", "up_proj", "norm",
        "layers.10", "norm",
      ])
    let odd = try #require(state.visibleNodes.first { state.isOddOneOut($0) })
    #expect(state.outline.nodes[odd].key == "10")
    let frame = render(state).text
    #expect(frame.contains("layers.10"))
    #expect(frame.contains("!"))
  }

  @Test func `a row of a run lists the parameters of all its layers, in natural order`() throws {
    var state = launch(try checkpoint(layers(12, odd: 10)))
    try state.press("jjj")
    #expect(state.selectedUses.count == 44)
    #expect(state.rowPath(of: state.tree.selection) == "model.layers.N")
    try state.press("jj")
    #expect(state.rowPath(of: state.tree.selection) == "model.layers.N.attn.o_proj")
    #expect(
      state.selectedUses.map(state.rowName) == ([Int](0...9) + [11]).map { "\($0).weight" })
    #expect(state.facts.totals[state.tree.selection].elementCount == 16)
  }

  @Test func `a run unfolds into its layers and folds again`() throws {
    var state = launch(try checkpoint(layers(3)))
    try state.press("jjjl")
    #expect(labels(state).dropFirst() == ["model", "embed", "layers", "0", "1", "2", "norm"])
    #expect(state.selectedUses.count == 4)
    try state.press("jll")
    #expect(state.nodeName == "attn")
    try state.press("hhhhh")
    #expect(labels(state).contains("3 × layers.N"))
    #expect(state.rowLabel(of: state.tree.selection, "×") == "3 × layers.N")
    try state.press("<Enter>")
    #expect(state.nodeName == "0")
    try state.press("h<Enter>")
    #expect(labels(state).contains("3 × layers.N"))
    try state.press("*")
    #expect(state.visibleNodes.count == state.outline.nodes.count)
    try state.press("_")
    #expect(labels(state).dropFirst() == ["model"])
  }

  @Test func `runs beside other parameters fold too, and nested ones by themselves`() throws {
    var tensors: [MadeTensor] = []
    for layer in 0..<3 {
      for expert in 0..<4 {
        tensors += ["up", "down"].map { MadeTensor("h.\(layer).experts.\(expert).\($0).weight") }
      }
    }
    tensors += (0..<3).map { MadeTensor("fc\($0).weight") } + [MadeTensor("head.weight")]
    var state = launch(try checkpoint(tensors))
    #expect(
      labels(state).dropFirst() == [
        "3 × fcN", "3 × h.N", "4 × experts.N", "down", "up", "head",
      ])
    try state.press("jjjj")
    #expect(state.selectedUses.count == 12)
    #expect(state.rowPath(of: state.tree.selection) == "h.N.experts.N.down")
    #expect(Array(state.selectedUses.map(state.rowName).prefix(5)).last == "1.0.weight")
    try state.press("gjlh")
    #expect(labels(state).contains("3 × fcN"))
  }

  @Test func `layers of several kinds make several runs, named by their numbers`() throws {
    var tensors: [MadeTensor] = []
    for layer in 0..<6 {
      tensors += [
        MadeTensor("l.\(layer).a.w", [layer < 3 ? 2 : 3]), MadeTensor("l.\(layer).b.w"),
      ]
    }
    let state = launch(try checkpoint(tensors))
    #expect(labels(state).filter { $0.contains("×") } == ["3 × l.0-2", "3 × l.3-5"])
    #expect(state.facts.oddOnes.isEmpty)
  }

  @Test func `a use in a folded layer is revealed`() throws {
    var state = launch(try checkpoint(layers(4)))
    let use = try #require(state.outline.uses.firstIndex { $0.path.contains("layers.2.mlp") })
    state.reveal(use: use)
    #expect(state.selectedUse == use)
    #expect(state.visibleNodes.contains(state.tree.selection))
    #expect(state.rowPath(of: state.tree.selection) == "model.layers.2.mlp.up_proj")
  }

  @Test func `the blocks of a network stand for themselves`() throws {
    let state = launch(try example("reuse"))
    #expect(state.facts.runs.isEmpty)
  }

  @Test func `what is done on the row of a run is done in all its layers`() async throws {
    let model = try checkpoint(layers(6))
    var state = launch(model)
    try state.press("jjjj")
    guard case .reinitialize(_, let request)? = try state.press("ione<Enter>").last else {
      Issue.record("expected a change")
      return
    }
    let change = try await model.reinitialize(request)
    let names = change.changed.map { model.outline.parameters[$0].name }
    #expect(names.count == 12)
    #expect(names.allSatisfy { $0.contains(".attn.") })
  }

  @Test func `a layer that consists of like parts keeps its row`() throws {
    let tensors = (0..<3).flatMap { block in
      (0..<3).map { MadeTensor("blocks.\(block).sub\($0).weight") }
    }
    let state = launch(try checkpoint(tensors))
    #expect(labels(state).dropFirst() == ["3 × blocks.N", "3 × subN"])
  }
}
