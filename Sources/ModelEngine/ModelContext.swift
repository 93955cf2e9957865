internal import Synchronization
public import Tensors

/// What Gluon keeps for a thread: name counters, the random stream, and here also its warnings.
///
/// A class, because everything built inside it shares it. Bind a fresh one to start names and numbers
/// again, as tests do:
///
/// ```swift
/// ModelContext.$current.withValue(ModelContext(seed: 42)) { ... }
/// ```
public final class ModelContext: Sendable {
  /// The context of the current task.
  @TaskLocal public static var current = ModelContext()

  private struct State {
    var stream: RandomStream
    var warnings: [String] = []
    var log: [String] = []
    var loggingDefaults: Set<DefaultInitializer> = []
    var catalog = InitializerCatalog.standard
    var lastArrayID = 0
  }

  private let state: Mutex<State>
  private let names = NameCounters()

  /// Creates a context with counters at 0.
  ///
  /// - Parameter seed: What the stream starts from; a process that never seeds has 0.
  public init(seed: Int = 0) {
    state = Mutex(State(stream: RandomStream(wrappingSeed: seed)))
  }

  /// Runs some work in a fresh context.
  public static func withSeed<Result, Failure>(
    _ seed: Int, _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let outcome = $current.withValue(ModelContext(seed: seed)) {
      Swift.Result { () throws(Failure) in try body() }
    }
    return try outcome.get()
  }

  /// Starts the stream again, as `mx.random.seed` does; of the seed the lower 32 bits count.
  public func seed(_ seed: Int) {
    stream = RandomStream(wrappingSeed: seed)
  }

  /// The random stream as a value: keep it to undo draws, set it to undo them.
  public var stream: RandomStream {
    get { state.withLock { $0.stream } }
    set { state.withLock { $0.stream = newValue } }
  }

  /// Lends the random stream; what was drawn when an error is thrown stays drawn.
  public func withStream<Result, Failure>(
    _ body: (inout RandomStream) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var stream = stream
    defer { self.stream = stream }
    return try body(&stream)
  }

  /// Draws a float32 tensor uniformly, as `nd.random.uniform` does.
  ///
  /// - Precondition: `low` is not above `high`.
  public func uniform(low: Double = 0, high: Double = 1, shape: Shape) -> Tensor {
    precondition(low <= high, "low must be less or equal to high")
    let low = ScalarArgument.parsed(low)
    let high = ScalarArgument.parsed(high)
    return withStream { stream in
      Tensor(stream.uniform(low: low, high: high, count: shape.elementCount), shape: shape)
    }
  }

  /// Draws a float32 tensor from a normal distribution, as `nd.random.normal` does.
  ///
  /// - Precondition: `sigma` is positive.
  public func normal(mean: Double = 0, sigma: Double = 1, shape: Shape) -> Tensor {
    precondition(sigma > 0, "sigma must be positive")
    let mean = ScalarArgument.parsed(mean)
    let sigma = ScalarArgument.parsed(sigma)
    return withStream { stream in
      Tensor(stream.normal(mean: mean, sigma: sigma, count: shape.elementCount), shape: shape)
    }
  }

  /// The initializers that texts can name.
  public var catalog: InitializerCatalog {
    get { state.withLock { $0.catalog } }
    set { state.withLock { $0.catalog = newValue } }
  }

  /// Adds an initializer to the catalog; replacing one notes Gluon's warning.
  public func register(_ entry: InitializerCatalog.Entry) {
    state.withLock { state in
      for replaced in state.catalog.register(entry) {
        state.warnings.append(
          "New initializer \(entry.typeName) registered with name \(replaced.name) isoverriding "
            + "existing initializer \(replaced.typeName)")
      }
    }
  }

  /// The next name for a hint: `dense0`, then `dense1`.
  public func nextName(hint: String) -> String {
    if let override = NameOverride.current, override.context == ObjectIdentifier(self) {
      return override.names.next(hint: hint)
    }
    return names.next(hint: hint)
  }

  /// Runs some work in which counters start at 0; afterwards they go on as before.
  ///
  /// - Parameters:
  ///   - prefix: What automatic names start with, as in MXNet's `name.Prefix`.
  ///   - body: The work.
  /// - Returns: What the work returns.
  /// - Throws: What the work throws.
  public func withFreshNames<Result, Failure>(
    prefix: String = "", _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    let override = NameOverride(
      context: ObjectIdentifier(self), names: NameCounters(prefix: prefix))
    return try NameOverride.$current.withValue(override) {
      Swift.Result { () throws(Failure) in try body() }
    }.get()
  }

  /// Notes a warning.
  public func warn(_ message: String) {
    state.withLock { $0.warnings.append(message) }
  }

  /// The warnings since the last call, oldest first.
  public func takeWarnings() -> [String] {
    state.withLock { state in
      defer { state.warnings = [] }
      return state.warnings
    }
  }

  /// Notes a line of the log, which Gluon writes at level INFO.
  func log(_ line: String) {
    state.withLock { $0.log.append(line) }
  }

  /// The lines of the log since the last call, oldest first.
  public func takeLog() -> [String] {
    state.withLock { state in
      defer { state.log = [] }
      return state.log
    }
  }

  /// Whether one of Gluon's default initializers logs: from the first time that it is told to.
  func defaultLogs(_ initializer: DefaultInitializer, verbose: Bool) -> Bool {
    state.withLock { state in
      if verbose { state.loggingDefaults.insert(initializer) }
      return state.loggingDefaults.contains(initializer)
    }
  }

  /// An identity for a new array, unique in this context.
  func nextArrayID() -> Int {
    state.withLock { state in
      state.lastArrayID += 1
      return state.lastArrayID
    }
  }
}
