public import LessonScreen
public import NcursesBackend
internal import TerminalUI
public import Words

/// Opens the lesson on the terminal and returns when the user leaves.
///
/// The terminal is restored whatever happens.
///
/// - Parameters:
///   - pages: The steps.
///   - language: The language of what stands round them.
///   - options: Colours.
/// - Throws: A screen error if there is no terminal that can show a screen.
@MainActor
public func showLesson(
  _ pages: [LessonPage], in language: Language, options: ScreenOptions = ScreenOptions()
) async throws {
  let relay = EventRelay()
  try await NcursesTerminal.withScreen(options, deliveringEventsTo: { relay.deliver($0) }) {
    terminal in
    var state = LessonState(
      size: terminal.size, glyphs: terminal.isASCII ? .ascii : .unicode, language: language,
      pages: pages)
    state.isAmbiguousWide = terminal.isAmbiguousWide
    let program = LessonProgram(state, terminal: terminal)
    relay.receive = { program.send($0) }
    await program.run()
  }
}
