import TerminalUI
import TestSupport
import Testing
import Workspace

@testable import Inspector

/// Finding, filtering, sorting, and coming back.
@Suite @MainActor struct FindingTests {
  /// The state after keys, with every search done at once, as on a quick machine.
  private func state(
    _ model: OpenModel, _ keys: String, size: Size = Size(columns: 100, rows: 30)
  ) throws -> InspectorState {
    var state = launch(model, size: size)
    for event in try KeyScript(keys).events {
      for case .search(let id, let pattern, let start) in reduce(&state, .terminal(event)) {
        let found = model.outline.search(for: pattern, from: start) { _ in true }
        _ = reduce(&state, .found(id, found))
      }
    }
    return state
  }

  @Test(arguments: [
    ("/dense2", "dense2", "match"), ("/DENSE2<Enter>", "sequential0", "no name matches DENSE2"),
    ("/dense<Enter>", "dense0", "match 1 of 4"), ("/dense<Enter>nn", "dense2", "match 3 of 4"),
    ("/dense<Enter>nnnn", "dense0", "match 1 of 4, from the top again"),
    ("/dense<Enter>N", "dense3", "match 4 of 4, from the bottom again"),
    ("/dense3<Esc>", "sequential0", ""), ("jj/dense3<Esc>", "dense1", ""),
    ("/dense[23]<Enter>", "dense2", "match 1 of 2"), ("/relu<Enter>nn", "dense2", "match 3 of 3"),
    ("/dense3<BS>2", "dense2", "match"), ("/x<BS><BS>", "sequential0", ""),
    ("/dense2<C-u>", "sequential0", ""), ("/dense1<Enter>gg/<Enter>", "dense1", "match 1 of 2"),
    ("/dense1<Enter>g/<Up><Enter>", "dense1", "match 1 of 2"), ("n", "sequential0", "nothing was"),
    ("/bias<Enter>", "dense0", "match 1 of 4"), ("<Tab>/2.*t<Enter>", "sequential0", "no name"),
  ])
  func `a pattern is gone to as it is typed`(keys: String, node: String, status: String) throws {
    let state = try state(try example("shared-mlp"), keys)
    #expect(state.nodeName == node)
    if status != "match" { #expect(state.statusText.hasPrefix(status)) }
  }

  @Test func `what all like layers have is found once, what one has in its own row`() throws {
    let model = try checkpoint(layers(12, odd: 10))
    var state = try state(model, "/q_proj<Enter>")
    #expect(state.rowPath(of: state.tree.selection) == "model.layers.N.attn.q_proj")
    #expect(state.selectedUses.count == 11)
    try state.press("n")
    #expect(state.rowPath(of: state.tree.selection) == "model.layers.10.attn.q_proj")
    try state.press("n")
    #expect(state.statusText.hasSuffix("from the top again"))
    let single = try self.state(model, "/s.7.*up<Enter>")
    #expect(single.rowPath(of: single.tree.selection) == "model.layers.7.mlp.up_proj")
    #expect(single.visibleNodes.contains(single.tree.selection))
  }

  @Test func `matches are found in the table in its order, and light up`() throws {
    let tensors = ["b1", "a2", "b10", "a1"].map { MadeTensor($0) }
    var state = try state(try checkpoint(tensors), "<Tab>/b<Enter>")
    #expect(state.selectedUse.map(state.rowName) == "b1")
    try state.press("n")
    #expect(state.selectedUse.map(state.rowName) == "b10")
    let frame = render(state)
    let row = try #require(frame.lines.firstIndex { $0.contains("b1 ") })
    let column = try #require(frame.lines[row].firstIndex(of: "b"))
    let cell = frame[frame.lines[row].distance(from: frame.lines[row].startIndex, to: column), row]
    #expect(cell.style.attributes.contains(.reversed))
    try state.press("<Esc>")
    #expect(state.find.search == nil)
  }

  @Test func `a bad pattern is plain text and says so while it is typed`() throws {
    let model = try checkpoint([MadeTensor("odd(name"), MadeTensor("fine")])
    let state = try state(model, "<Tab>/d(n")
    #expect(state.selectedUse.map(state.rowName) == "odd(name")
    #expect(render(state).lines[28].contains("as plain text: missing )"))
    #expect(render(state).cursor == Position(column: 5, row: 28))
  }

  @Test func `a filter leaves what matches, with its count, until Esc or an empty pattern`() throws
  {
    let model = try checkpoint(layers(12, odd: 10))
    var state = try state(model, "fnorm<Enter>")
    #expect(state.selectedUses.count == 13)
    #expect(render(state).lines[1].contains("13 of 50"))
    #expect(
      state.visibleNodes.map { state.rowLabel(of: $0, "×") }.dropFirst() == [
        "model", "11 × layers.N", "norm", "layers.10", "norm",
      ])
    try state.press("<Esc>")
    #expect(state.selectedUses.count == 50)
    for keys in ["fnorm<Enter>f<Enter>", "fnorm<Esc>", "fnorm<Enter>fup<Esc>"] {
      #expect(try self.state(model, keys).selectedUses.count == 50, "\(keys)")
    }
    let hidden = try self.state(model, "jjfnorm<Enter>")
    #expect(hidden.nodeName == "model")
    let none = try self.state(model, "fzzz<Enter>")
    #expect(none.visibleNodes == [0])
    #expect(render(none).text.contains("nothing matches"))
    #expect(render(none).lines[1].contains("0 of 50"))
  }

  @Test func `the table is sorted by each column, and unknown values come last`()
    async throws
  {
    let tensors = [
      MadeTensor("t10", [3], [1, 2, 3]), MadeTensor("t9", [2, 2], [9, 9, 9, 9]),
      MadeTensor("t1", [1], [-5]), MadeTensor("t2", [4], [0, 0, 0, 1]),
    ]
    let model = try checkpoint(tensors)
    func names(_ keys: String) async throws -> [String] {
      let lines = try await frame(model, Size(columns: 200, rows: 40), keys).lines[3..<7]
      return lines.map { line in
        line.split(separator: "│")[1].split(separator: " ").first { $0.hasPrefix("t") }.map(
          String.init) ?? ""
      }
    }
    #expect(try await names("") == ["t1", "t2", "t9", "t10"])
    #expect(try await names("S") == ["t10", "t9", "t2", "t1"])
    #expect(try await names("s") == ["t1", "t9", "t10", "t2"])
    #expect(try await names("sss") == ["t2", "t9", "t10", "t1"])
    #expect(try await names("ssss") == ["t9", "t10", "t2", "t1"])
    #expect(try await names("ssssS") == ["t1", "t2", "t10", "t9"])
    #expect(try await names("sssssssss") == ["t2", "t1", "t9", "t10"])
    #expect(try await names("ssssssssss") == ["t1", "t2", "t9", "t10"])
    var unknown = launch(model)
    try unknown.press("<Tab>ssss")
    #expect(unknown.selectedUses.map(unknown.rowName) == ["t1", "t2", "t9", "t10"])
    #expect(render(unknown).lines[2].contains("min▾"))
  }

  @Test func `marks and jumps come back to where one was`() throws {
    let model = try checkpoint(layers(12, odd: 10))
    var state = launch(model)
    try state.press("jjma")
    let marked = state.place
    try state.press("G<Tab>G'a")
    #expect(state.place == marked)
    try state.press("''")
    #expect(state.nodeName == "norm")
    try state.press("'z")
    #expect(state.statusText == "no mark z; there are a")
    var jumping = launch(model)
    try jumping.press("jG<C-o>")
    #expect(jumping.nodeName == "model")
    try jumping.press("<C-p>")
    #expect(jumping.nodeName == "norm")
    try jumping.press("<C-p>")
    #expect(jumping.statusText == "no place further on")
    try jumping.press("<C-o><C-o>")
    #expect(jumping.statusText == "no place further back")
  }

  @Test func `braces go layer by layer`() throws {
    var state = launch(try checkpoint(layers(3)))
    var seen: [String] = []
    for _ in 0..<4 {
      try state.press("}")
      seen.append(state.rowLabel(of: state.tree.selection, "×"))
    }
    #expect(seen == ["embed", "3 × layers.N", "norm", "norm"])
    try state.press("{jjj{")
    #expect(state.rowLabel(of: state.tree.selection, "×") == "3 × layers.N")
    try state.press("<Tab>}")
    #expect(state.selectedUse.map(state.rowName) == "1.attn.o_proj.weight")
    try state.press("j{")
    #expect(state.selectedUse.map(state.rowName) == "0.attn.o_proj.weight")
    var network = launch(try example("shared-mlp"))
    try network.press("}}{")
    #expect(network.nodeName == "dense0")
  }

  @Test func `a dot repeats the last change on what is selected now`() throws {
    var state = launch(try example("shared-mlp"))
    #expect(try state.press(".").isEmpty)
    #expect(state.statusText == "nothing was changed yet that could be repeated")
    try state.press("jixavier<Enter>")
    let effects = try state.press("j.")
    guard case .reinitialize(_, let request)? = effects.first else {
      Issue.record("expected a change")
      return
    }
    #expect(request.scope == .layer(node: 2))
    #expect(request.initializer.hasPrefix("xavier"))
  }

  @Test func `going to what the filter hides ends the filter`() async throws {
    let size = Size(columns: 100, rows: 30)
    let keys = "fembed<Enter>pj<Enter>"
    let lines = try await frame(checkpoint(layers(3)), size, keys).lines.map { String($0) }
    #expect(lines.contains { $0.contains("▸") && $0.contains("q_proj") }, "\(lines)")
  }

  @Test func `a search does not hold up keys, and a late answer is dropped`() throws {
    let model = try checkpoint(layers(4))
    var state = launch(model)
    let first = try state.press("/q")
    guard case .search(let id, let pattern, let start) = try #require(first.last) else { return }
    let second = try state.press("z")
    #expect(second.contains(.cancel(id)))
    let before = state
    _ = reduce(&state, .found(id, model.outline.search(for: pattern, from: start) { _ in true }))
    #expect(state == before)
    try state.press("<Esc>")
    #expect(state.jobs.search == nil)
    #expect(state.tree.selection == 0)
  }
}
