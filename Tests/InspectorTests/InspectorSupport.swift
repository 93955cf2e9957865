import InspectorRuntime
import TerminalUI
import Testing
import Words
import Workspace

@testable import Inspector

/// The state at launch of a model's inspector.
@MainActor
func launch(
  _ model: OpenModel, size: Size = Size(columns: 100, rows: 30)
) -> InspectorState {
  var state = InspectorState(size: size, appearance: Appearance(), outline: model.outline)
  _ = start(&state)
  return state
}

/// Opens a built-in example.
@MainActor
func example(_ name: String) throws -> OpenModel { try OpenModel.open(.example(name)) }

extension InspectorState {
  /// Presses keys written as vim writes them; returns what the last one asks for.
  @discardableResult
  mutating func press(_ keys: String) throws -> [InspectorEffect] {
    var effects: [InspectorEffect] = []
    for event in try KeyScript(keys).events { effects = reduce(&self, .terminal(event)) }
    return effects
  }

  /// The name of the selected node.
  var nodeName: String { outline.nodes[tree.selection].name }

  /// The path of the selected use.
  var usePath: String? { selectedUse.map { outline.uses[$0].path } }

  /// The dialog that is open.
  var dialog: DialogState? {
    if case .dialog(let dialog) = overlay { dialog } else { nil }
  }

  /// What the status line says.
  var statusText: String {
    status.pieces.map { piece in
      switch piece {
      case .text(let text), .strong(let text), .minor(let text, _): text.english
      case .tie(let tie): "=" + tieLetters(tie)
      }
    }.joined()
  }
}

/// The last frame after some keys, each done to its end, on a terminal in memory.
@MainActor
func frame(
  _ model: OpenModel, _ size: Size, _ keys: String, appearance: Appearance = Appearance()
) async throws -> CellBuffer {
  let terminal = HeadlessTerminal(size: size)
  let program = Program(model: model, terminal: terminal, appearance: appearance)
  _ = await program.play(try KeyScript(keys).events)
  return try #require(terminal.lastFrame)
}
