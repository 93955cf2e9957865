/// Something that happened at the terminal.
public enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The terminal has new dimensions, or shows something else and needs the frame again.
  case resized(Size)
  /// A mouse button was pressed on a cell.
  case click(Position)
  /// The input ended: the terminal is gone.
  case hangup
}
