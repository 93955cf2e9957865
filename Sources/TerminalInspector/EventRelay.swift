internal import TerminalUI

/// Passes events on to a program that exists only once the screen does.
///
/// A class, because the screen and the program share it.
@MainActor
final class EventRelay {
  /// Takes an event; those that come earlier are lost.
  var receive: (TerminalEvent) -> Void = { _ in }

  func deliver(_ event: TerminalEvent) {
    receive(event)
  }
}
