import Tensors
import TerminalUI
import Testing
import Workspace

@testable import Inspector

/// The parameter table: which columns it shows, and how names are shortened.
@Suite @MainActor struct TableTests {
  private func titles(_ drawn: CellBuffer) -> String {
    drawn.lines.first { $0.contains("  name ") } ?? ""
  }

  private func layers(_ ending: String = ".weight") throws -> OpenModel {
    try checkpoint(
      (0..<3).flatMap { layer in
        ["self_attn.query_projection", "mlp.gate_projection_of_expert"].map {
          MadeTensor("model.layers.\(layer).\($0)\(layer == 2 ? ending : ".weight")")
        }
      } + [MadeTensor("model.norm.weight")])
  }

  @Test func `columns that do not fit are scrolled to behind the name`() async throws {
    let size = Size(columns: 80, rows: 24)
    var seen = ""
    for scroll in 0...12 {
      let keys = "<Tab>" + String(repeating: "l", count: scroll)
      let line = titles(try await frame(try layers(), size, keys))
      #expect(line.contains("name"))
      #expect(line.contains("<") == (scroll > 1))
      #expect(line.contains(">") == (scroll < 9), "\(scroll)")
      seen += line
    }
    for title in [
      "shape", "type", "count", "min", "mean", "std", "max|x|", "l2", "zeros", "values",
    ] {
      #expect(seen.contains(title), "\(title)")
    }
  }

  @Test func `h goes back through the columns, then to the tree`() throws {
    var state = launch(try layers(), size: Size(columns: 80, rows: 24))
    try state.press("<Tab>ll")
    #expect(state.columnScroll == 2)
    try state.press("hh")
    #expect(state.columnScroll == 0 && state.focus == .table)
    try state.press("h")
    #expect(state.focus == .tree)
    try state.press("<Tab>" + String(repeating: "l", count: 40) + "h")
    #expect(titles(render(state)).contains(">"))
  }

  @Test func `a table on which everything fits does not scroll`() throws {
    var state = launch(try example("shared-mlp"), size: Size(columns: 250, rows: 40))
    try state.press("jj<Tab>ll")
    let line = titles(render(state))
    #expect(state.columnScroll == 0)
    #expect(!line.contains("<") && !line.contains(">"))
  }

  @Test func `names leave out what all rows share only where there is no room`() async throws {
    let narrow = try await frame(try layers(), Size(columns: 80, rows: 24), "").text
    #expect(narrow.contains("Parameters of model ….weight"))
    #expect(narrow.contains("layers.0.…e_projection_of_expert") || narrow.contains("_of_expert "))
    #expect(!narrow.contains("expert.weight"))
    let wide = try await frame(try layers(), Size(columns: 200, rows: 24), "").text
    #expect(wide.contains("layers.0.mlp.gate_projection_of_expert.weight"))
    let mixed = try await frame(try layers(".bias"), Size(columns: 80, rows: 24), "").text
    #expect(!mixed.contains("….weight") && mixed.contains("weight"))
  }

  @Test func `shared ends are whole parts, and leave something of every name`() {
    #expect(SharedEnds(["a.b.w", "a.c.w"], separator: ".").start == "a.")
    #expect(SharedEnds(["a.b.w", "a.c.w"], separator: ".").ending == ".w")
    #expect(
      SharedEnds(["net_a_weight", "net_b_weight"], separator: "_").stripped("net_a_weight") == "a")
    #expect(SharedEnds(["ab", "ac"], separator: ".") == SharedEnds())
    #expect(SharedEnds(["x.w"], separator: ".") == SharedEnds())
    #expect(SharedEnds([".w", "a.w"], separator: ".").ending == "")
    #expect(SharedEnds(["a.w", "a.w.w"], separator: ".").start == "")
    #expect(SharedEnds(["", ""], separator: ".") == SharedEnds())
  }

  @Test func `the norm of the gradient stands in the table once there are gradients`() async throws
  {
    let size = Size(columns: 120, rows: 36)
    let before = try await frame(try example("shared-mlp"), size, "j")
    #expect(!titles(before).contains("grad l2"))
    let model = try example("shared-mlp")
    let after = try await frame(model, size, "tj")
    #expect(titles(after).contains("grad l2"))
    let norms = try await model.gradientNorms(of: [0, 1])
    for norm in norms.values {
      #expect(norm > 0)
      #expect(after.text.contains(NumberText.value(norm)))
    }
    #expect(norms.count == 2)
  }

  @Test func `rows can be sorted by their gradients`() async throws {
    let model = try example("shared-mlp")
    var keys = "t<Tab>"
    while !titles(try await frame(try example("shared-mlp"), Size(columns: 200, rows: 50), keys))
      .contains("grad l2▾")
    {
      keys += "s"
      try #require(keys.count < 24)
    }
    let drawn = try await frame(model, Size(columns: 200, rows: 50), keys)
    let norms = try await model.gradientNorms(of: Array(0..<6)).sorted { $0.value > $1.value }
    let first = drawn.lines.first { $0.contains("▸ dense") } ?? ""
    #expect(first.contains(model.outline.parameters[norms[0].key].name))
  }
}
