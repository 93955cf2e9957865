import TerminalUI
import Testing
import Workspace

@testable import Inspector

/// The help of every pane and of everything that floats over the panes.
@Suite @MainActor struct HelpTests {
  /// The keys that lead somewhere, and a key with its meaning that the help there must name.
  nonisolated static let places = [
    ("", "h l", "close, open"), ("<Tab>", "s S", "sort, reverse"),
    ("<Tab><Tab>", "Q", "1 % to 99 %"),
    ("2<Tab><Tab>", "^ $", "ends of row"), ("3<Tab><Tab>", "a", "absolute"),
    ("jj4<Tab><Tab>", "T", "untie here"), ("5<Tab><Tab>", "=", "one scale"),
    ("6<Tab><Tab>", "v", "singular values"), ("i", "Ctrl-N", "next seed"), ("e", "Enter", "apply"),
    ("/", "Up Down", "earlier patterns"), ("f", "Esc", "show all"), ("w", "Enter", "save"),
    (":", "Ctrl-R", "search history"), ("y", "v", "value"), ("2<Tab><Tab>s", "Enter", "show"),
    (":help<CR>", "j k", "scroll"), (":diff example:shared-mlp<CR>", "x", "swap a, b"),
    ("iones<CR>U", "Enter", "go there"), ("jj4<Tab><Tab>jTt", "Enter", "tie"),
    ("p", "o O", "statistic"),
  ]

  @Test(arguments: places)
  func `F1 tells the keys wherever one is, and Esc leads back`(
    keys: String, key: String, meaning: String
  ) async throws {
    let size = Size(columns: 100, rows: 40)
    func shown(_ keys: String, isStacked: Bool) async throws -> CellBuffer {
      try await frame(isStacked ? stacked() : example("shared-mlp"), size, keys)
    }
    let isStacked = keys == "p"
    let before = try await shown(keys, isStacked: isStacked)
    let help = try await shown(keys + "<F1>", isStacked: isStacked)
    #expect(
      help.lines.contains { $0.contains("\(key) ") && $0.contains(meaning) }, "\(help.text)")
    let after = try await shown(keys + "<F1><Esc>", isStacked: isStacked)
    #expect(after == before)
  }

  @Test func `a question mark is text where text is typed, and asks for help elsewhere`() throws {
    var state = launch(try example("shared-mlp"))
    try state.press("/?")
    guard case .prompt(let prompt) = state.overlay else {
      Issue.record("the line is shut")
      return
    }
    #expect(prompt.field.text == "?")
    try state.press("<Esc>i?")
    #expect(state.overlay.isHelp)
    try state.press("?")
    #expect(state.dialog?.query == "")
  }

  @Test func `the help scrolls to its end and no further`() throws {
    var state = launch(try example("shared-mlp"), size: Size(columns: 40, rows: 12))
    try state.press("?G")
    let end = render(state)
    #expect(!end.text.contains("more lines"))
    try state.press("jjjj")
    #expect(render(state) == end)
    try state.press("gj")
    #expect(state.overlay == .help(scroll: 1))
  }

  @Test(arguments: ["", "<Tab>", "1<Tab><Tab>", "2<Tab><Tab>", "4<Tab><Tab>", "i", "/", "w", ":"])
  func `no line of a help is cut`(keys: String) throws {
    for columns in [40, 60, 76, 80, 120] {
      var state = launch(try example("shared-mlp"), size: Size(columns: columns, rows: 24))
      try state.press(keys)
      let page = HelpPage(Screen(state), over: state.overlay)
      #expect(page.lines.joined().allSatisfy { $0.end <= page.box.columns - 2 }, "\(columns)")
    }
  }

  @Test(arguments: Panes.everyOne)
  func `the footer of every pane keeps its way out and its help`(pane: Panes) throws {
    let keys = Binding.all.filter { $0.panes.contains(pane) }.compactMap(\.footer?.keys)
    #expect(keys.contains("?"))
    #expect(keys.contains("q"))
  }

  @Test(arguments: [40, 80, 120])
  func `two models side by side say how to go back`(columns: Int) async throws {
    let drawn = try await frame(
      try example("shared-mlp"), Size(columns: columns, rows: 24), ":diff example:shared-mlp<CR>")
    #expect(drawn.lines.last?.contains("d Esc back   ? help") ?? false)
  }

  /// A model with layers to profile.
  private func stacked() throws -> OpenModel {
    try checkpoint(
      (0..<6).flatMap { layer in
        ["up", "down"].map { MadeTensor("layers.\(layer).\($0).weight", [2, 2], [1, 2, 3, 4]) }
      })
  }
}

extension InspectorState.Overlay {
  fileprivate var isHelp: Bool {
    if case .help = self { true } else { false }
  }
}
