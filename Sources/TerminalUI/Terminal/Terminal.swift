/// A screen that shows frames.
///
/// A terminal has identity, hence a class: there is one, and it remembers what it shows.
@MainActor
public protocol Terminal: AnyObject {
  /// The current dimensions.
  var size: Size { get }

  /// Shows `frame` instead of the frame shown before.
  func present(_ frame: CellBuffer)

  /// Sends the whole frame again, for a terminal that another program wrote on.
  func redraw()

  /// Puts a text on the clipboard of the user's machine, if the terminal can.
  func copy(_ text: String)

  /// Names the window, where the terminal can.
  func setTitle(_ text: String)

  /// Gives the terminal back to the shell until the user continues the program.
  func suspend()

  /// Has the terminal report the mouse, or leaves the mouse to the terminal.
  func reportMouse(_ isWanted: Bool)
}
