public import Words

/// A reason why there is no screen.
public enum ScreenError: ExplainedError, Hashable {
  /// The output goes to a file or another program.
  case outputIsNoTerminal
  /// The input is no terminal, and the process has none of its own.
  case noKeyboard
  /// The terminal cannot place its cursor.
  case noCursorAddressing(terminal: String)
  /// terminfo knows neither the terminal nor one to use instead.
  case unknownTerminal(String)
  /// ncurses could not start on the terminal.
  case cannotStart(terminal: String)

  /// What to tell the user.
  public var phrase: Phrase {
    switch self {
    case .outputIsNoTerminal:
      "The output is no terminal. Run without \">\" and \"|\"."
    case .noKeyboard:
      "The input is no terminal, and /dev/tty cannot be opened: nobody could press a key."
    case .noCursorAddressing(let terminal):
      "TERM=\(terminal) cannot place its cursor. Set TERM to what the terminal is, e.g. xterm."
    case .unknownTerminal(let terminal):
      """
      TERM=\(terminal) is not in the terminfo database, nor are \
      \(ScreenOpening.fallbacks.joined(separator: ", ")). Install ncurses-base or ncurses-term.
      """
    case .cannotStart(let terminal):
      "ncurses cannot start on this terminal (TERM=\(terminal))."
    }
  }
}
