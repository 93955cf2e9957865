/// The messages that wake the program, in the order of their arrival.
///
/// A class, because the program and its jobs share the one queue. A job that awaits `send(_:)` runs
/// no faster than the program accepts its messages.
@MainActor
public final class Inbox<Message: Sendable> {
  private var pending: [Message] = []
  private var waiter: CheckedContinuation<Void, Never>?

  /// Creates an inbox without messages.
  public init() {}

  /// Adds a message and wakes the program.
  public func send(_ message: Message) {
    pending.append(message)
    wake()
  }

  /// Wakes the program without a message.
  public func wake() {
    waiter?.resume()
    waiter = nil
  }

  /// Takes all messages, none if there are none.
  public func takeBatch() -> [Message] {
    defer { pending = [] }
    return pending
  }

  /// Waits until there is a message or somebody wakes the program.
  ///
  /// - Precondition: Nothing else is waiting.
  public func wait() async {
    precondition(waiter == nil, "only the program waits")
    guard pending.isEmpty else { return }
    await withCheckedContinuation { waiter = $0 }
  }
}
