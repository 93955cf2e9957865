private import CNcurses
private import Dispatch
private import Glibc
public import TerminalUI

extension NcursesTerminal {
  /// Takes the terminal over for the duration of `body`, and gives it back however that ends.
  ///
  /// A signal or trap that ends the process restores the terminal, too. Keys come from the
  /// process's own terminal when the standard input is none.
  ///
  /// - Parameters:
  ///   - options: Colours, signs, mouse.
  ///   - deliver: Called on the main actor for each event; `.hangup` comes at most once, last.
  ///   - body: The program.
  /// - Returns: What `body` returns.
  /// - Throws: `ScreenError` when there is no screen, or whatever `body` throws.
  public static func withScreen<Result>(
    _ options: ScreenOptions = ScreenOptions(),
    deliveringEventsTo deliver: @escaping @MainActor (TerminalEvent) -> Void,
    _ body: @MainActor (NcursesTerminal) async throws -> Result
  ) async throws -> Result {
    let opening = try ScreenOpening(usesTrueColor: options.mostColors == .trueColor)
    defer { nc_close() }
    let terminal = NcursesTerminal(options: options, opening: opening)
    let sources = [
      keySource(opening, deliver),
      signalSource(SIGWINCH) {
        terminal.adoptWindowSize()
        deliver(.resized(terminal.size))
      },
      signalSource(SIGCONT) {
        if terminal.resume() { deliver(.resized(terminal.size)) }
      },
    ]
    for source in sources { source.activate() }
    defer { for source in sources { source.cancel() } }
    return try await body(terminal)
  }

  private static func keySource(
    _ opening: ScreenOpening, _ deliver: @escaping @MainActor (TerminalEvent) -> Void
  ) -> any DispatchSourceProtocol {
    var reader = EventReader()
    let keys = DispatchSource.makeReadSource(fileDescriptor: opening.input, queue: .main)
    let deliverPending = { @MainActor in
      for event in reader.pendingEvents() { deliver(event) }
    }
    keys.setEventHandler {
      MainActor.assumeIsolated {
        deliverPending()
        guard nc_input_ended() else { return }
        keys.cancel()
        deliver(.hangup)
      }
    }
    // Keys that came with the terminal's answers are not in the file any more.
    DispatchQueue.main.async { MainActor.assumeIsolated { deliverPending() } }
    let (input, ownsInput) = (opening.input, opening.ownsInput)
    keys.setCancelHandler { if ownsInput { close(input) } }
    return keys
  }

  /// Watches a signal; on Linux this replaces the handler that ncurses has installed.
  private static func signalSource(
    _ signal: Int32, _ handler: @escaping @MainActor () -> Void
  ) -> any DispatchSourceProtocol {
    let source = DispatchSource.makeSignalSource(signal: signal, queue: .main)
    source.setEventHandler { MainActor.assumeIsolated { handler() } }
    return source
  }
}
