public import Inspector
internal import InspectorRuntime
public import ModelEngine
public import NcursesBackend
public import Tensors
internal import TerminalUI
public import Words
public import Workspace

/// Opens the inspector on the terminal and returns when the user leaves.
///
/// The terminal is restored whatever happens.
///
/// - Parameters:
///   - model: The model to look at.
///   - options: Colours, signs, mouse.
///   - preferences: What can be done, and by which keys.
///   - language: The language of the screens.
///   - follows: Whether a file that changes on disk is read anew without being asked.
/// - Throws: A screen error if there is no terminal that can show a screen.
@MainActor
public func inspect(
  _ model: OpenModel, options: ScreenOptions = ScreenOptions(),
  preferences: Preferences = Preferences(), language: Language = .english,
  following follows: Bool = false
) async throws {
  let relay = EventRelay()
  try await NcursesTerminal.withScreen(options, deliveringEventsTo: { relay.deliver($0) }) {
    terminal in
    let appearance = Appearance(
      isASCII: terminal.isASCII, isMonochrome: terminal.palette.depth == .monochrome,
      isAmbiguousWide: terminal.isAmbiguousWide, theme: terminal.palette.theme,
      language: terminal.isUTF8 ? language : .english)
    let program = Program(
      model: model, terminal: terminal, appearance: appearance, preferences: preferences)
    if let note = terminal.note { program.note(note.phrase) }
    if follows { program.follow() }
    relay.receive = { program.send($0) }
    await program.run()
  }
}

/// Opens the inspector on a network of one's own and returns when the user leaves.
///
/// What is changed on the screen is changed in the network.
///
/// - Parameters:
///   - network: The network to look at.
///   - title: What the screen calls it; by default the name of the network.
///   - input: The shape of an input, batch first, to train on a made-up task.
///   - options: Colours.
/// - Throws: A screen error if there is no terminal that can show a screen.
@MainActor
public func inspect(
  _ network: Block, title: String? = nil, input: Shape? = nil,
  options: ScreenOptions = ScreenOptions()
) async throws {
  try await inspect(OpenModel(network, title: title, input: input), options: options)
}
