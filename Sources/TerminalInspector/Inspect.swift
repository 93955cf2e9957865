internal import Inspector
internal import InspectorRuntime
public import NcursesBackend
internal import TerminalUI
public import Workspace

/// Opens the inspector on the terminal and returns when the user leaves.
///
/// The terminal is restored whatever happens.
///
/// - Parameters:
///   - model: The model to look at.
///   - options: Colours.
/// - Throws: A screen error if there is no terminal that can show a screen.
@MainActor
public func inspect(_ model: OpenModel, options: ScreenOptions = ScreenOptions()) async throws {
  let relay = EventRelay()
  try await NcursesTerminal.withScreen(options, deliveringEventsTo: { relay.deliver($0) }) {
    terminal in
    let appearance = Appearance(
      isASCII: !terminal.isUTF8, isMonochrome: terminal.palette.depth == .monochrome)
    let program = Program(model: model, terminal: terminal, appearance: appearance)
    if let note = terminal.note { program.note(note) }
    relay.program = program
    await program.run()
  }
}

/// Passes events on to a program that exists only once the screen does.
@MainActor
private final class EventRelay {
  var program: Program?

  func deliver(_ event: TerminalEvent) {
    program?.send(event)
  }
}
