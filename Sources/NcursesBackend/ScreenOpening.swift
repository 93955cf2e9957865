private import CNcurses
private import Glibc

/// Finds the terminal's files and a description of it that works.
struct ScreenOpening {
  /// Descriptions to try for a terminal that terminfo does not know, best first.
  static let fallbacks = ["xterm", "ansi", "vt100"]

  /// What the environment says of the terminal.
  let environment: TerminalEnvironment
  /// The file that keys are read from.
  let input: Int32
  /// Whether the input was opened here, so that it has to be closed.
  let ownsInput: Bool
  /// What the user should know about the terminal.
  let note: ScreenNote?

  /// Opens the screen; `nc_close` closes it.
  init(usesTrueColor: Bool) throws(ScreenError) {
    environment = TerminalEnvironment()
    guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNoTerminal }
    ownsInput = isatty(STDIN_FILENO) != 1
    input = ownsInput ? unsafe open("/dev/tty", O_RDWR | O_CLOEXEC) : STDIN_FILENO
    guard input >= 0 else { throw .noKeyboard }
    do {
      note = try Self.start(environment, input: input, usesTrueColor: usesTrueColor)
    } catch {
      if ownsInput { close(input) }
      throw error
    }
  }

  /// Opens a screen on files that are known, for tests.
  ///
  /// - Throws: `ScreenError.cannotStart` if ncurses cannot.
  init(terminal: String, input: Int32, output: Int32) throws(ScreenError) {
    environment = TerminalEnvironment { ["TERM": terminal, "LANG": "C.UTF-8"][$0] }
    (self.input, ownsInput, note) = (input, false, nil)
    guard Int(unsafe nc_open(terminal, input, output, true)) == nc_opened else {
      throw .cannotStart(terminal: terminal)
    }
  }

  /// Starts ncurses on the terminal that TERM names, or on one that is likely to be like it.
  private static func start(
    _ environment: TerminalEnvironment, input: Int32, usesTrueColor: Bool
  ) throws(ScreenError) -> ScreenNote? {
    let named = environment.terminal
    let better = usesTrueColor ? environment.directColorTerminals : []
    for terminal in better + [named] + fallbacks where !terminal.isEmpty {
      let prefersUTF8 = environment.encoding != .byLocale
      switch Int(unsafe nc_open(terminal, input, STDOUT_FILENO, prefersUTF8)) {
      case nc_opened:
        let isSame = terminal == named || better.contains(terminal)
        return isSame ? nil : .takenFor(terminal, named: named)
      case nc_no_cursor_addressing: throw .noCursorAddressing(terminal: terminal)
      case nc_unknown_terminal: continue
      default: throw .cannotStart(terminal: terminal)
      }
    }
    throw .unknownTerminal(named)
  }
}
