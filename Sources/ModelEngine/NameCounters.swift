internal import Synchronization

/// Numbers for automatic names, counted for each hint.
///
/// A class, because all who are named by it count on.
final class NameCounters: Sendable {
  private let prefix: String
  private let counters = Mutex<[String: Int]>([:])

  init(prefix: String = "") {
    self.prefix = prefix
  }

  /// The next name for a hint: `dense0`, then `dense1`.
  func next(hint: String) -> String {
    counters.withLock { counters in
      let number = counters[hint, default: 0]
      counters[hint] = number + 1
      return "\(prefix)\(hint)\(number)"
    }
  }
}

/// Counters that take the place of a context's own for a while.
struct NameOverride: Sendable {
  @TaskLocal static var current: NameOverride?

  let context: ObjectIdentifier
  let names: NameCounters
}
