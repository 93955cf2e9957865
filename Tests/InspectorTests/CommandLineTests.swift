import TerminalUI
import TestSupport
import Testing
import Words
import Workspace

@testable import Inspector

/// The `:` line: what it understands, completes and remembers.
@Suite @MainActor struct CommandLineTests {
  private func line(_ state: InspectorState) throws -> CommandLineState {
    guard case .doing(.command(let line)) = state.overlay else {
      throw CommandInvocation.Complaint(text: "no command line")
    }
    return line
  }

  @Test func `a line is a name, options and what stands between them`() throws {
    let invocation = try CommandInvocation("init --with normal(sigma: 0.1) --only .*bias --seed -3")
    #expect(invocation.entry.name == "init")
    #expect(invocation.options == ["with": "normal(sigma: 0.1)", "only": ".*bias", "seed": "-3"])
    #expect(try CommandInvocation("e x * 0.5 --seed=4").operand == "x * 0.5")
    #expect(try CommandInvocation("  w  'a b.params' ").operand == "a b.params")
  }

  @Test(
    arguments: [
      ("nonsense", "no command 'nonsense'"), ("init --bogus 1", "--with"), ("show", "needs PARAM"),
      ("tree now", "takes no 'now'"), ("init --seed", "needs a value"),
      ("init --seed 1 --seed 2", "twice"), ("s", "could be"), ("init --with xaver", "xavier"),
      ("init xavier --seed x", "whole number"), ("edit x +", "end"), ("show nothing", "nothing"),
      ("copy all", "name, value or row"), ("export a.xyz", "no known format"),
      ("convert a --dtype int8", "bfloat16"), ("help bogus", "no command"),
      ("initializers bogus", "no initializer"), ("\u{1B}[31m", "no command"),
    ])
  func `what cannot be run is said in place, and nothing typed is lost`(
    text: String, words: String
  ) throws {
    var state = launch(try example("shared-mlp"))
    let before = state.outline
    state.overlay = .doing(.command(CommandLineState(text)))
    #expect(try state.press("<Enter>").isEmpty)
    let failed = try line(state)
    #expect(failed.field.text == text)
    let complaint = failed.complaint?.english ?? ""
    #expect(complaint.contains(words), "\(complaint)")
    #expect(state.outline == before)
    try state.press("x")
    #expect(try line(state).complaint == nil)
  }

  @Test func `Tab takes the first candidate, then goes on through the others`() throws {
    var state = launch(try example("shared-mlp"))
    try state.press(":ini<Tab>")
    #expect(try line(state).field.text == "init ")
    try state.press("<Tab>")
    #expect(try line(state).field.text == "initializers ")
    try state.press("<S-Tab>")
    #expect(try line(state).field.text == "init ")
    try state.press("<C-u>init<Tab>")
    #expect(try line(state).field.text == "init --with ")
    try state.press("xav<Tab>")
    #expect(try line(state).field.text.hasPrefix("init --with xavier"))
    try state.press("<C-u>show dense1_w<Tab>")
    #expect(try line(state).field.text == "show dense1_weight ")
  }

  @Test func `a name with spaces at its ends is completed in quotation marks`() throws {
    let state = launch(try OpenModel.open(.file(zooFile("names.safetensors"))))
    let completion = CommandCompletion("show lead", outline: state.outline, paths: [])
    let name = try #require(completion.candidates.first?.insertion)
    #expect(name == "' leading space'")
    #expect(try CommandInvocation("show \(name)").operand == " leading space")
  }

  @Test func `a command means what its key means`() throws {
    var typed = launch(try example("shared-mlp"))
    var pressed = launch(try example("shared-mlp"))
    try typed.press(":down<CR>:down<CR>:next-pane<CR>:half-page-down<CR>:logarithm<CR>")
    try pressed.press("jj<Tab><C-d>L")
    typed.work = pressed.work
    #expect(typed == pressed)
    let effects = try typed.press(":init xavier --seed 7<CR>")
    #expect(
      effects.contains { effect in
        guard case .reinitialize(_, let request) = effect else { return false }
        return request.initializer == "xavier" && request.seed == 7
      })
    #expect(try typed.press(":quit!<CR>").isEmpty && typed.isFinished)
  }

  @Test(arguments: [
    (Theme.light, "", Theme.light), (.dark, "", .dark), (.light, " --theme dark", .dark),
    (.dark, " --theme light", .light),
  ])
  func `a picture of the screen has the theme of the screen, or the one that is asked for`(
    theme: Theme, option: String, expected: Theme
  ) throws {
    for command in ["export", "snapshot"] {
      var state = launch(try example("mlp"))
      state.appearance.theme = theme
      let picture = render(state).svg(theme: expected)
      let effects = try state.press(":\(command) screen.svg\(option)<CR>")
      let isWritten = effects.contains { effect in
        if case .work(_, .writeText(picture, ExportTarget(path: "screen.svg", replaces: false))) =
          effect
        {
          true
        } else {
          false
        }
      }
      #expect(isWritten)
    }
    var state = launch(try example("mlp"))
    try state.press(":export screen.svg --theme blue<CR>")
    #expect(render(state).text.contains("a theme is dark or light, not 'blue'"))
  }

  @Test func `every key has a command, and names are unique`() {
    let commands = Set(Binding.all.map(\.command)).filter { !$0.needsOverlay }
    #expect(CommandEntry.keys.count >= commands.count - 15)
    let names = CommandEntry.all.flatMap { [$0.name] + $0.aliases }
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { !$0.isEmpty && !$0.contains(" ") })
  }

  @Test func `Up and Down go through lines that start alike, and come back`() throws {
    var state = launch(try example("shared-mlp"))
    try state.press(":tree<CR>:stats<CR>:tree<CR>:")
    #expect(state.work.commands == ["stats", "tree"])
    try state.press("<Up><Up>")
    #expect(try line(state).field.text == "stats")
    try state.press("<Down><Down>")
    #expect(try line(state).field.text == "")
    try state.press("s<Up>")
    #expect(try line(state).field.text == "stats")
  }

  @Test func `Ctrl-R searches the history`() throws {
    var state = launch(try example("shared-mlp"))
    try state.press(":tree<CR>:stats<CR>:logarithm<CR>:x<C-r>tat")
    #expect(state.historyMatches("tat") == ["stats"])
    try state.press("<Enter>")
    #expect(try line(state).field.text == "stats")
    try state.press("<C-r>zzz<Esc>")
    #expect(try line(state).field.text == "stats")
    try state.press("<C-r><C-r><C-r><Enter>")
    #expect(try line(state).field.text == "tree")
  }

  @Test func `Esc, or deleting more than there is, closes the line`() throws {
    for keys in [":abc<Esc>", ":a<BS><BS>", ":<Enter>", ":  <Enter>"] {
      var state = launch(try example("mlp"))
      try state.press(keys)
      #expect(state.overlay == .none, "\(keys)")
    }
  }
}
