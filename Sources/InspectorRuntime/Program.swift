public import Inspector
internal import Tensors
public import TerminalUI
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

  /// Creates a program that has not started.
  public init(model: OpenModel, terminal: any Terminal, appearance: Appearance = Appearance()) {
    self.model = model
    self.terminal = terminal
    state = InspectorState(size: terminal.size, appearance: appearance, outline: model.outline)
    state.history.undoCount = model.undoCount
    state.history.redoCount = model.edits.count - model.undoCount
    state.history.edits = model.edits
    jobs.didEnd = { [inbox] in inbox.wake() }
  }

  /// Says something about the terminal in the status line.
  public func note(_ text: String) {
    state.status = .text(text, .look)
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
    begin()
    watch = model.path.map { FileWatch($0) { [inbox] in inbox.send(.file($0)) } }
    defer { watch?.cancel() }
    while !state.isFinished {
      await inbox.wait()
      step()
    }
    await jobs.stopAll()
  }

  /// Does some keys one by one, each until nothing is left to do; no job outlives this function.
  ///
  /// - Parameters:
  ///   - events: The keys.
  ///   - didSettle: Is called at the start and after each key, when nothing is left to do.
  /// - Returns: Whether the program still runs: the keys did not leave it.
  public func play(_ events: [TerminalEvent], didSettle: () -> Void = {}) async -> Bool {
    begin()
    await settle()
    didSettle()
    for event in events where !state.isFinished {
      send(event)
      step()
      await settle()
      if state.training.isRunning {
        inbox.send(.keyDone)
        step()
        await settle()
      }
      didSettle()
    }
    await jobs.stopAll()
    return !state.isFinished
  }

  private func begin() {
    perform(start(&state))
    terminal.present(render(state))
  }

  /// Takes messages until no job is left.
  private func settle() async {
    while !jobs.isEmpty {
      await inbox.wait()
      step()
    }
    step()
  }

  /// Takes in one batch of messages and draws one frame, however many they are.
  private func step() {
    let batch = inbox.takeBatch()
    guard !batch.isEmpty else { return }
    for action in batch { perform(reduce(&state, action)) }
    terminal.present(render(state))
  }

  private func perform(_ effects: [InspectorEffect]) {
    for effect in effects { perform(effect) }
  }

  private func perform(_ effect: InspectorEffect) {
    switch effect {
    case .scan(let id, let parameter): scan(id, parameter)
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
    _ id: JobID, _ failure: (JobID, String) -> InspectorAction,
    _ work: @MainActor () async throws -> InspectorAction
  ) async {
    do {
      send(try await work())
    } catch is CancellationError {
      // The reducer has already forgotten this job.
    } catch {
      send(failure(id, "\(error)"))
    }
  }
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
    return try await scan(options) { reporter.yield($0) }
  }
}
