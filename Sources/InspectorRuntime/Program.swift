public import Inspector
internal import Synchronization
internal import Tensors
public import TerminalUI
public import Words
public import Workspace

/// The inspector at work on any terminal: one loop for the real one and for the one in memory.
///
/// A class, because it is the one owner of the state while it runs.
@MainActor
public final class Program {
  private var state: InspectorState
  var model: OpenModel
  /// What notices that the opened file changes, while the program runs for a person.
  var watch: FileWatch?
  /// The second model, beside the first.
  var other: OpenModel?
  let terminal: any Terminal
  let inbox = Inbox<InspectorAction>()
  let jobs = JobTable()
  /// Whether a person looks at it, and time passes.
  private var isLive = false
  private let launch = ContinuousClock.now
  private var lastFrame: ContinuousClock.Instant?

  /// What a scan has found is drawn ten times a second at most; what the user does, at once.
  private static let shortestBetweenScanFrames = Duration.milliseconds(100)

  /// Creates a program that has not started.
  public init(
    model: OpenModel, terminal: any Terminal, appearance: Appearance = Appearance(),
    preferences: Preferences = Preferences()
  ) {
    self.model = model
    self.terminal = terminal
    state = InspectorState(
      size: terminal.size, appearance: appearance, preferences: preferences, outline: model.outline)
    state.history.undoCount = model.undoCount
    state.history.redoCount = model.edits.count - model.undoCount
    state.history.edits = model.edits
    jobs.didEnd = { [inbox] in inbox.wake() }
  }

  /// Says something about the terminal in the status line.
  public func note(_ phrase: Phrase) {
    state.status = .text(phrase, .look)
  }

  /// Hands over what the user did.
  public func send(_ event: TerminalEvent) {
    inbox.send(.terminal(event))
  }

  /// Reads a file that changes on disk anew without being asked.
  public func follow() {
    state.work.follows = true
  }

  /// Runs until the user leaves; no job outlives this function.
  public func run() async {
    state.training.keepsTime = true
    isLive = true
    attend()
    defer { watch?.cancel() }
    begin()
    while !state.isFinished {
      await inbox.wait()
      stepLive()
    }
    await jobs.stopAll()
  }

  /// Names the window after the model, and notices from now on what becomes of its file.
  func attend() {
    guard isLive else { return }
    terminal.setTitle("paramscope \(model.outline.title)")
    watch?.cancel()
    watch = model.path.map { FileWatch($0) { [inbox] in inbox.send(.file($0)) } }
  }

  /// Does some keys one by one, each until nothing is left to do; no job outlives this function.
  ///
  /// - Parameters:
  ///   - events: The keys.
  ///   - didSettle: Is called at the start and after each key, when nothing is left to do.
  /// - Returns: Whether the program still runs: the keys did not leave it.
  public func play(_ events: [TerminalEvent], didSettle: () -> Void = {}) async -> Bool {
    await open()
    didSettle()
    let isRunning = await press(events, didSettle: didSettle)
    await close()
    return isRunning
  }

  /// Starts, and works until nothing is left to do; `press` and `close` follow.
  public func open() async {
    begin()
    await settle()
  }

  /// Does some keys one by one, each until nothing is left to do.
  ///
  /// - Returns: Whether the program still runs: the keys did not leave it.
  public func press(_ events: [TerminalEvent], didSettle: () -> Void = {}) async -> Bool {
    for event in events where !state.isFinished {
      send(event)
      await settle()
      if state.training.isRunning {
        inbox.send(.keyDone)
        await settle()
      }
      didSettle()
    }
    return !state.isFinished
  }

  /// Ends all jobs that are left.
  public func close() async { await jobs.stopAll() }

  /// The screen in sentences.
  public var plainText: PlainText { state.plainText }

  /// The keys that help here, with what they do.
  public var keyHelp: [(keys: String, meaning: Phrase)] { state.keyHelp }

  /// Whether keys go to what floats over the panes.
  public var isOverlaid: Bool { state.overlay != .none }

  private func begin() {
    perform(start(&state))
    present()
  }

  /// Takes messages until no job is left, then draws one frame.
  private func settle() async {
    takeIn(inbox.takeBatch())
    while !jobs.isEmpty {
      await inbox.wait()
      takeIn(inbox.takeBatch())
    }
    takeIn(inbox.takeBatch())
    terminal.present(render(state))
  }

  /// Takes in one batch of messages and draws one frame, however many they are.
  private func stepLive() {
    let batch = inbox.takeBatch()
    guard !batch.isEmpty else { return }
    let now = ContinuousClock.now
    if batch.contains(where: \.isOfScan) {
      perform(reduce(&state, .clock(seconds: (now - launch) / .seconds(1))))
    }
    takeIn(batch)
    if state.isScanning, batch.allSatisfy(\.isOfScan), let lastFrame,
      now - lastFrame < Self.shortestBetweenScanFrames
    {
      return  // The scan goes on, and its next message will be drawn.
    }
    lastFrame = now
    present()
  }

  private func present() {
    let start = ContinuousClock.now
    terminal.present(render(state))
    // Where a frame takes long, nothing moves by itself.
    if !state.lit.isEmpty, start.duration(to: .now) > .milliseconds(30) {
      state.preferences.hasMotion = false
    }
  }

  private func takeIn(_ batch: [InspectorAction]) {
    for action in batch { perform(reduce(&state, action)) }
  }

  private func perform(_ effects: [InspectorEffect]) {
    for effect in effects { perform(effect) }
  }

  private func perform(_ effect: InspectorEffect) {
    switch effect {
    case .scan(let id, let parameter): scan(id, parameter)
    case .search(let id, let pattern, let start):
      jobs.start(id) { [inbox, outline = state.outline] in
        await outline.searchAside(for: pattern, from: start) { inbox.send(.found(id, $0)) }
      }
    case .sort(let id):
      jobs.start(id) { [inbox, order = state.rowOrder] in
        inbox.send(.sorted(id, await order.sortedAside()))
      }
    case .preview(let id, let request):
      jobs.start(id) { [model, inbox] in
        await inbox.report(id, InspectorAction.previewFailed) {
          .previewed(id, try await model.preview(request))
        }
      }
    case .reinitialize(let id, let request): change(id) { try await $0.reinitialize(request) }
    case .share(let id, let request): change(id) { try await $0.share(request) }
    case .train(let id, let plan, let measured):
      change(id) { try await $0.train(plan, measuring: measured) }
    case .wait(let id, let milliseconds):
      jobs.start(id) { [inbox] in
        guard (try? await Task.sleep(for: .milliseconds(milliseconds))) != nil else { return }
        inbox.send(.waited(id))
      }
    case .undo(let id): change(id) { try await $0.undo() }
    case .redo(let id): change(id) { try await $0.redo() }
    case .answer(let id, let request):
      jobs.start(id) { [model, inbox] in
        await inbox.report(id, InspectorAction.answerFailed) {
          .answered(id, try await model.answer(request))
        }
      }
    case .goTo(let id, let count): change(id) { try await $0.go(toUndoCount: count) }
    case .work(let id, let request): begin(id, request)
    case .copy(let text): terminal.copy(text)
    case .reportMouse(let isWanted): terminal.reportMouse(isWanted)
    case .cancel(let id): jobs.cancel(id)
    case .suspend: terminal.suspend()
    case .redraw: terminal.redraw()
    }
  }

  private func scan(_ id: JobID, _ parameter: Int) {
    let elements = Result { () throws(WorkspaceError) in try model.elements(of: parameter) }
    jobs.start(id) { [inbox] in
      await inbox.report(id, InspectorAction.scanFailed) {
        let scanned = try await elements.get().scan { fraction in
          inbox.send(.scanProgressed(id, fraction: fraction))
        }
        return .scanFinished(id, scanned)
      }
    }
  }

  private func change(
    _ id: JobID, _ work: @escaping @MainActor (OpenModel) async throws -> ModelChange
  ) {
    // Which model it is, is known when those before have ended: one of them may read it anew.
    jobs.startChange(id) { [self] in
      await inbox.report(id, InspectorAction.changeFailed) { .changed(id, try await work(model)) }
    }
  }
}

extension Inbox<InspectorAction> {
  /// Sends what a job results in, or why it failed; nothing if it was cancelled.
  func report(
    _ id: JobID, _ failure: (JobID, Phrase) -> InspectorAction,
    _ work: @MainActor () async throws -> InspectorAction
  ) async {
    do {
      send(try await work())
    } catch is CancellationError {
      // The reducer has already forgotten this job.
    } catch {
      send(failure(id, Phrase(of: error)))
    }
  }
}

extension RowOrder {
  /// Sorts the rows off the main actor.
  @concurrent
  fileprivate func sortedAside() async -> [Int] { sorted() }
}

extension Elements {
  /// Computes statistics off the main actor and reports its progress on it, newest first.
  @MainActor
  fileprivate func scan(report: @MainActor (Double) -> Void) async throws -> ScannedTensor {
    let (fractions, reporter) = AsyncStream.makeStream(
      of: Double.self, bufferingPolicy: .bufferingNewest(1))
    async let scanned = scan(ScanOptions(), reportingTo: reporter)
    for await fraction in fractions { report(fraction) }
    return try await scanned
  }

  @concurrent
  private func scan(
    _ options: ScanOptions, reportingTo reporter: AsyncStream<Double>.Continuation
  ) async throws -> ScannedTensor {
    defer { reporter.finish() }
    let lastReport = Mutex(ContinuousClock.now)
    return try await scan(options) { fraction in
      let isDue = lastReport.withLock { last in
        let now = ContinuousClock.now
        guard now - last >= .milliseconds(100) else { return false }
        last = now
        return true
      }
      if isDue { reporter.yield(fraction) }
    }
  }
}
