internal import Synchronization
private import Glibc

/// Where blocks built inside a block's name scope get their prefixes.
///
/// A class, because entering the scope again continues its counters.
final class NameScope: Sendable {
  /// The innermost scope that is open.
  @TaskLocal static var current: NameScope?

  /// The prefix of the block.
  let prefix: String
  /// The prefix of the block's dictionary, and the dictionary that it shares.
  private let parametersPrefix: String
  // Read by `sharedParameters` only, which first makes sure that the caller runs inside the synchronous
  // body of `withScope`: on the thread that opened the scope, while it is open. Nobody else runs there.
  private nonisolated(unsafe) let shared: ParameterDict?
  private let state = Mutex(State())

  private struct State {
    var counters: [String: Int] = [:]
    var openThreads: [pthread_t] = []
  }

  init(prefix: String, parameters: ParameterDict) {
    self.prefix = prefix
    parametersPrefix = parameters.prefix
    unsafe shared = parameters.shared
  }

  /// Runs some work in which blocks get their prefixes from here.
  func withScope<Result, Failure>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    state.withLock { $0.openThreads.append(pthread_self()) }
    defer { state.withLock { _ = $0.openThreads.removeLast() } }
    return try Self.$current.withValue(self) {
      Swift.Result { () throws(Failure) in try body() }
    }.get()
  }

  /// Whether the caller runs inside the body of `withScope`; work that it started elsewhere does not.
  var isOpenHere: Bool {
    let here = pthread_self()
    return state.withLock { $0.openThreads.contains { pthread_equal($0, here) != 0 } }
  }

  /// The next prefix for a hint, counted in this scope: `dense0_`.
  func nextPrefix(hint: String) -> String {
    state.withLock { state in
      let number = state.counters[hint, default: 0]
      state.counters[hint] = number + 1
      return "\(hint)\(number)_"
    }
  }

  /// A dictionary for a block of this scope that was given none.
  ///
  /// - Precondition: The scope is open here.
  func parameters(childPrefix: String) -> ParameterDict {
    precondition(isOpenHere, "the name scope is not open")
    return ParameterDict(prefix: parametersPrefix + childPrefix, shared: unsafe shared)
  }
}
