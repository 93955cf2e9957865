import Foundation
import ModelEngine
import Tensors
import TerminalUI
import TestSupport
import Testing
import Words
import Workspace

@testable import Inspector

/// A click on what floats over the panes does what the key on it would do.
@Suite @MainActor struct ClickTests {
  /// Where a text stands on the screen, the last one from the top.
  private func place(of text: String, on state: InspectorState) throws -> Position {
    let lines = render(state).lines
    let row = try #require(lines.lastIndex { $0.contains(text) }, "\(text) is not on the screen")
    let before = try #require(lines[row].range(of: text, options: .backwards)).lowerBound
    return Position(column: lines[row].distance(from: lines[row].startIndex, to: before), row: row)
  }

  @discardableResult
  private func click(
    _ text: String, on state: inout InspectorState, twice: Bool = false
  ) throws -> [InspectorEffect] {
    let position = try place(of: text, on: state)
    return reduce(&state, .terminal(twice ? .doubleClick(position) : .click(position)))
  }

  private func opened(
    _ keys: String, size: Size = Size(columns: 100, rows: 30)
  ) throws -> InspectorState {
    var state = launch(try example("shared-mlp"), size: size)
    try state.press(keys)
    return state
  }

  @Test func `initializers, fields and scopes of the dialog are chosen`() throws {
    var state = try opened("jji")
    try click("variance_scaling", on: &state)
    #expect(state.dialog?.entry.name == "variance_scaling" && state.dialog?.field == .list)
    let arguments = try #require(state.dialog?.entry.arguments.map(\.name))
    try click(try #require(arguments.last), on: &state)
    #expect(state.dialog?.field == .argument(arguments.count - 1))
    try click("continues the stream", on: &state)
    #expect(state.dialog?.field == .seed)
    try click("network", on: &state)
    #expect(state.dialog?.field == .scope && state.dialog?.scope == .network)
    try click("fan_out", on: &state)
    #expect(state.dialog?.arguments[1].text == "fan_out" && state.dialog?.field == .argument(1))
    try click("layer", on: &state)
    #expect(state.dialog?.scope == .layer)
    try click("uniform", on: &state)
    #expect(state.dialog?.field == .list)
  }

  @Test func `the wheel goes through the list under it, whatever has the focus`() throws {
    var state = try opened("jji<Tab>")
    let position = try place(of: "uniform", on: state)
    _ = reduce(&state, .terminal(.wheel(position, notches: 1)))
    let before = try #require(try opened("jji").dialog?.initializer)
    #expect(state.dialog?.field == .list && state.dialog?.initializer == before + 3)
  }

  @Test func `a click beside a dialog changes nothing`() throws {
    var state = try opened("jji")
    let before = state
    for position in [Position(column: 0, row: 3), Position(column: 99, row: 29)] {
      #expect(reduce(&state, .terminal(.click(position))) == [])
    }
    #expect(state.overlay == before.overlay && state.tree == before.tree)
  }

  @Test(arguments: [("Esc", true), ("leave", true), ("Tab", false)])
  func `the keys of the footer are pressed`(text: String, closes: Bool) throws {
    var state = try opened("jji")
    try click(text, on: &state)
    #expect((state.overlay == .none) == closes)
  }

  @Test func `the footer of the panes opens the dialog, and a tab its detail`() throws {
    var state = try opened("jj")
    try click("2 Values", on: &state)
    #expect(state.detail.tab == .values)
    try click("initialize", on: &state)
    #expect(state.dialog != nil)
  }

  @Test func `a candidate of the command line is taken`() throws {
    var state = try opened(":ini")
    try click("list, with arguments", on: &state)
    guard case .doing(.command(let line)) = state.overlay else {
      Issue.record("the line is closed")
      return
    }
    #expect(line.field.text == "initializers ")
  }

  @Test func `what to copy and the help's footer are clicked`() throws {
    var state = try opened("jj<Tab>y")
    #expect(try click("the name", on: &state) == [.copy("dense1_weight")])
    try state.press("?")
    try click("Esc", on: &state)
    #expect(state.overlay == .none)
  }

  @Test func `the save dialog takes clicks on its lines and choices`() throws {
    var state = try opened("w")
    try click("bfloat16", on: &state)
    guard case .doing(.save(let dialog)) = state.overlay else {
      Issue.record("the dialog is closed")
      return
    }
    #expect(dialog.line == .type && dialog.options.elementType?.name == "bfloat16")
  }

  @Test func `nothing is copied where that is switched off`() throws {
    var state = launch(try example("mlp"))
    state.preferences.copies = false
    #expect(try state.press("<Tab>y") == [])
    #expect(state.overlay == .none && state.statusText.contains("switched off"))
    #expect(try state.press(":copy name<CR>") == [])
  }
}
