internal import ModelEngine
internal import Tensors
internal import Words

extension OpenModel {
  /// The bytes that steps may keep for undo; beyond, the oldest steps are undone together.
  private static let mostBytesOfSteps = 256 << 20
  /// The steps that can be undone one by one.
  private static let mostSteps = 1000

  /// Trains a network for a step or more, which undo takes back like any other change.
  ///
  /// Steps of one plan go on from each other; another plan begins anew, with the weights as they are.
  ///
  /// - Parameters:
  ///   - plan: How to train.
  ///   - measured: The positions of the parameters whose statistics before and after are wanted.
  ///   - isDone: Asked after each step; undo takes back all steps together.
  /// - Returns: What changed, with the progress of the training.
  /// - Throws: An error that says why nothing was done.
  public func train(
    _ plan: TrainingPlan, measuring measured: Set<Int>,
    until isDone: (TrainingProgress) async -> Bool = { _ in true }
  ) async throws -> ModelChange {
    let session = try trainingSession(for: plan)
    let before = session.parameters.indices.map(currentVersion)
    let (memory, streamBefore) = (session.memory, context.stream)
    versions = before
    isBeingTrained = true
    do {
      repeat { try await session.step() } while await !isDone(session.progress)
      isBeingTrained = false
    } catch {
      isBeingTrained = false
      for (parameter, version) in before.enumerated() { restore(version, of: parameter) }
      session.restore(memory)
      context.stream = streamBefore
      throw error
    }
    training = session
    let step = session.progress.stepCount
    let summary = ChangeSummary(
      changed: [], untouched: [], initializer: "step \(step)", seed: nil, step: step)
    let edit = Edit(
      changes: changes(since: before, step: step), streams: (streamBefore, context.stream),
      summary: summary, training: TrainingEnds(session, before: memory))
    undoStack.append(edit)
    redoStack = []
    joinOldestSteps()
    return try await report(edit, .applied, measuring: measured.contains)
  }

  /// Goes on training from where a session stood.
  func resume(_ session: TrainingSession, at memory: TrainingSession.Memory) {
    session.restore(memory)
    training = session
  }

  /// The session that trains after a plan, and on the parameters that the network has now.
  private func trainingSession(for plan: TrainingPlan) throws(WorkspaceError) -> TrainingSession {
    guard case .network(let parameters) = content, let network = blocks.first else {
      throw .usage("\(outline.title): a file of parameters cannot be trained; open a network")
    }
    if let training, training.plan == plan, training.parameters.elementsEqual(parameters, by: ===) {
      return training
    }
    return try TrainingSession(
      plan, network: network, parameters: parameters, input: inputShape, context: context)
  }

  /// What a step has changed, and takes note of it.
  private func changes(
    since before: [ParameterVersion], step: Int
  ) -> [(parameter: Int, before: ParameterVersion, after: ParameterVersion)] {
    before.enumerated().map { parameter, before in
      var after = currentVersion(of: parameter)
      if tensor(after) != tensor(before) {
        lastVersionID += 1
        after.id = lastVersionID
        after.origin = ParameterInfo.Origin(
          name: "trained", text: "trained, step \(step)", seed: nil, theory: .unknown)
      }
      versions[parameter] = after
      return (parameter, before, after)
    }
  }

  private func tensor(_ version: ParameterVersion) -> Tensor? {
    if case .network(let snapshot) = version.elements { try? snapshot.data() } else { nil }
  }

  /// Keeps what undo needs within bounds: the two oldest steps in a row become one.
  private func joinOldestSteps() {
    func isTooMuch() -> Bool {
      let steps = undoStack.compactMap(\.training)
      return steps.count > Self.mostSteps
        || steps.reduce(0) { $0 + $1.byteCount } > Self.mostBytesOfSteps
    }
    while isTooMuch(),
      let oldest = undoStack.indices.dropLast().first(where: {
        undoStack[$0].training != nil && undoStack[$0 + 1].training != nil
      })
    {
      let next = undoStack.remove(at: oldest + 1)
      undoStack[oldest] = undoStack[oldest].followed(by: next)
    }
  }
}

/// Where training stood before and after a step.
struct TrainingEnds {
  let session: TrainingSession
  var before: TrainingSession.Memory
  let after: TrainingSession.Memory
  /// What undo keeps of the step: weights, gradients and what the optimizer remembers.
  let byteCount: Int

  /// Notes where a session stands after a step.
  init(_ session: TrainingSession, before: TrainingSession.Memory) {
    self.session = session
    self.before = before
    after = session.memory
    byteCount = session.parameters.reduce(0) { total, parameter in
      let bitCount = (try? parameter.data()).map { $0.elementCount * $0.elementType.bitCount } ?? 0
      return total + 4 * bitCount / 8
    }
  }
}

extension Edit {
  /// Both changes as one.
  fileprivate func followed(by next: Edit) -> Edit {
    var both = self
    for (index, change) in next.changes.enumerated() { both.changes[index].after = change.after }
    both.streams.after = next.streams.after
    both.summary = next.summary
    if let first = training {
      both.training = next.training
      both.training?.before = first.before
    }
    return both
  }
}
