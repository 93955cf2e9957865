import TerminalUI
import TestSupport
import Testing
import Workspace

@testable import Inspector

/// Keys that move, fold and follow.
@Suite @MainActor struct MovingTests {
  @Test(arguments: [
    ("", "sequential0", "0.weight"), ("jj", "dense1", "1.weight"), ("jjk", "dense0", "0.weight"),
    ("G", "dense3", "3.weight"), ("Gg", "sequential0", "0.weight"),
    ("k", "sequential0", "0.weight"),
    ("jjjjjjjj", "dense3", "3.weight"), ("<Down><Down><Up>", "dense0", "0.weight"),
    ("<End>", "dense3", "3.weight"), ("<End><Home>", "sequential0", "0.weight"),
    ("<PageDown>", "dense3", "3.weight"), ("<C-d>", "dense3", "3.weight"),
    ("l", "dense0", "0.weight"), ("jh", "sequential0", "0.weight"),
    ("hj", "sequential0", "0.weight"),
    ("hlj", "dense0", "0.weight"), ("jj<Tab>j", "dense1", "1.bias"), ("jjlj", "dense1", "1.bias"),
    ("<Tab>G", "sequential0", "3.bias"), ("<Tab>jjhj", "dense0", "0.weight"),
    ("<Click 5,4>", "dense1", "1.weight"), ("<Click 50,4>", "sequential0", "0.bias"),
    ("<Click 5,29>", "sequential0", "0.weight"), ("<Click 999,999>", "sequential0", "0.weight"),
  ])
  func `keys select`(keys: String, node: String, use: String) throws {
    var state = launch(try example("shared-mlp"))
    try state.press(keys)
    #expect(state.nodeName == node)
    #expect(state.usePath == use)
  }

  @Test func `the equals sign goes round the users of a parameter`() throws {
    var state = launch(try example("reuse"))
    var paths: [String?] = []
    for _ in 0..<4 {
      paths.append(state.usePath)
      try state.press("=")
    }
    #expect(paths == ["0.weight", "1.weight", "2.weight", "0.weight"])
    #expect(state.tree.selection == 0)
    try state.press("jj<Tab>j=")
    #expect(state.usePath == "2.bias")
    #expect(state.tree.selection == 3)
    try state.press("hG=")
    #expect(state.statusText == "dense1_weight has no other user")
  }

  @Test func `folding hides what is below and keeps the selection in sight`() throws {
    let model = try OpenModel.open(.file(zooFile("moe_lora_quant.safetensors")))
    var state = launch(model)
    let all = state.outline.nodes.count
    try state.press("jjjjj")
    try state.press("_")
    #expect(state.visibleNodes.count == 5)
    #expect(state.nodeName == "base_model")
    try state.press("*")
    #expect(state.visibleNodes.count == all)
    try state.press("gh")
    #expect(state.visibleNodes == [0])
    try state.press("<Enter>")
    #expect(state.visibleNodes.count == all)
  }

  @Test func `the selection scrolls into sight at every size`() throws {
    let model = try OpenModel.open(.file(zooFile("tiny_llama_tied_once.safetensors")))
    var state = launch(model)
    try state.press("G")
    let last = state.tree.selection
    for size in ["80x24", "40x12", "200x60", "60x10", "40x10"] {
      try state.press("<Resize \(size)>")
      #expect(state.tree.selection == last)
      let row = try #require(state.visibleNodes.firstIndex(of: last)) - state.tree.scroll
      #expect((0..<state.layout.treeRowCount).contains(row), "\(size)")
    }
  }

  @Test func `another node starts its table at the first row`() throws {
    var state = launch(try example("shared-mlp"))
    try state.press("<Tab>G<S-Tab>j")
    #expect(state.table == TableState())
  }
}
