private import CNcurses
private import Glibc

/// Finds the terminal's files and a description of it that works.
struct ScreenOpening {
  /// Descriptions to try for a terminal that terminfo does not know, best first.
  static let fallbacks = ["xterm", "ansi", "vt100"]

  /// The file that keys are read from.
  let input: Int32
  /// Whether the input was opened here, so that it has to be closed.
  let ownsInput: Bool
  /// What the user should know about the terminal.
  let note: String?

  /// Opens the screen; `nc_close` closes it.
  init() throws(ScreenError) {
    guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNoTerminal }
    ownsInput = isatty(STDIN_FILENO) != 1
    input = ownsInput ? unsafe open("/dev/tty", O_RDWR | O_CLOEXEC) : STDIN_FILENO
    guard input >= 0 else { throw .noKeyboard }
    do {
      note = try Self.start(input: input)
    } catch {
      if ownsInput { close(input) }
      throw error
    }
  }

  /// Starts ncurses on the terminal that TERM names, or on one that is likely to be like it.
  private static func start(input: Int32) throws(ScreenError) -> String? {
    let named = unsafe getenv("TERM").map { unsafe String(cString: $0) } ?? ""
    for terminal in [named] + fallbacks where !terminal.isEmpty {
      switch Int(unsafe nc_open(terminal, input, STDOUT_FILENO)) {
      case nc_opened:
        return terminal == named ? nil : note(named: named, used: terminal)
      case nc_no_cursor_addressing: throw .noCursorAddressing(terminal: terminal)
      case nc_unknown_terminal: continue
      default: throw .cannotStart(terminal: terminal)
      }
    }
    throw .unknownTerminal(named)
  }

  private static func note(named: String, used: String) -> String {
    named.isEmpty
      ? "TERM is not set; taken for \(used)" : "TERM=\(named) is unknown; taken for \(used)"
  }
}
