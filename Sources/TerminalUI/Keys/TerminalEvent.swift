/// Something that happened at the terminal.
public enum TerminalEvent: Hashable, Sendable {
  /// A key was pressed.
  case key(Key)
  /// The terminal has new dimensions, or shows something else and needs the frame again.
  case resized(Size)
  /// A mouse button was pressed on a cell.
  case click(Position)
  /// A mouse button was pressed on a cell for the second time, shortly after the first.
  case doubleClick(Position)
  /// The wheel was turned over a cell, by so many notches down, or up if negative.
  case wheel(Position, notches: Int)
  /// Text was pasted: it is not meant as keys.
  case pasted(String)
  /// The input ended: the terminal is gone.
  case hangup
}
