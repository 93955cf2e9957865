public import TerminalUI

/// The lesson at work on any terminal: one loop for the real one and for the one in memory.
///
/// A class, because it is the one owner of the state while it runs.
@MainActor
public final class LessonProgram {
  private var state: LessonState
  private let terminal: any Terminal
  private let inbox = Inbox<TerminalEvent>()

  /// Creates a program that has not started.
  public init(_ state: LessonState, terminal: any Terminal) {
    self.state = state
    self.terminal = terminal
  }

  /// Hands over what the user did.
  public func send(_ event: TerminalEvent) {
    inbox.send(event)
  }

  /// Runs until the user leaves.
  public func run() async {
    terminal.present(render(state))
    while !state.isFinished {
      await inbox.wait()
      take(inbox.takeBatch())
    }
  }

  /// Does some keys one by one.
  public func play(_ events: [TerminalEvent]) {
    terminal.present(render(state))
    for event in events where !state.isFinished { take([event]) }
  }

  /// Takes in one batch of events and draws one frame, however many they are.
  private func take(_ events: [TerminalEvent]) {
    for effect in events.flatMap({ reduce(&state, $0) }) {
      switch effect {
      case .suspend: terminal.suspend()
      case .redraw: terminal.redraw()
      }
    }
    terminal.present(render(state))
  }
}
