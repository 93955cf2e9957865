internal import Tensors
internal import Words
internal import Workspace

extension InspectorState {
  /// Trains one step.
  mutating func trainOnce() -> [InspectorEffect] {
    guard outline.isNetwork else {
      status = .text("a file of parameters cannot be trained; open a network", .look)
      return []
    }
    guard training.step == nil else { return [] }
    let id = jobs.next()
    jobs.changes.append(id)
    training.step = id
    return [.train(id, training.plan, measuring: measuredParameters)]
  }

  /// Lets step follow step, or stops that.
  mutating func toggleTraining() -> [InspectorEffect] {
    guard !training.isRunning else {
      stopTraining()
      return []
    }
    guard outline.isNetwork else { return trainOnce() }
    training.isRunning = true
    return training.keepsTime ? trainOnce() : []
  }

  /// Trains after a plan until it is stopped, or for as long as was said.
  ///
  /// Another plan than before begins anew, with the weights as they are.
  mutating func startTraining(
    _ plan: TrainingPlan, length: TrainingState.Length?
  ) -> [InspectorEffect] {
    guard outline.isNetwork else { return trainOnce() }
    training.plan = plan
    (training.goal, training.length) = (nil, length)
    training.isRunning = true
    return training.keepsTime ? trainOnce() : []
  }

  /// Lets no further step follow.
  mutating func stopTraining() {
    training.isRunning = false
    training.pause = nil
    if let progress = training.progress { status = .trained(progress, isRunning: false) }
  }

  /// Trains faster or slower.
  mutating func changePace(faster: Bool) {
    training.pace = training.pace.next(faster: faster)
    status = .text("training: \(training.pace.rawValue) steps a second at the most")
  }

  /// Goes on after a pause, if it is still this one that is waited for.
  mutating func endTrainingPause(_ id: JobID) -> [InspectorEffect] {
    guard training.pause == id else { return [] }
    training.pause = nil
    return training.isRunning ? trainOnce() : []
  }

  /// Takes in what a change says of training, and asks for the next step after a pause.
  mutating func followTraining(_ change: ModelChange, _ id: JobID) -> [InspectorEffect] {
    training.progress = change.training
    guard training.step == id else {
      // Undo would be undone by the next step.
      if change.kind != .applied { training.isRunning = false }
      return []
    }
    training.step = nil
    guard let progress = change.training else { return [] }
    if let length = training.length {
      let count = length.stepCount(training.plan, samples: progress.sampleCount)
      (training.goal, training.length) = (progress.stepCount - 1 + count, nil)
    }
    if progress.stepCount == training.goal { training.isRunning = false }
    if let loss = progress.loss, !loss.isFinite { training.isRunning = false }
    endFlash()
    status = .trained(progress, isRunning: training.isRunning)
    return training.isRunning && training.keepsTime ? pauseTraining() : []
  }

  /// Notes that a step could not be done.
  mutating func failTraining(_ id: JobID) {
    guard training.step == id else { return }
    training.step = nil
    training.isRunning = false
  }

  private mutating func pauseTraining() -> [InspectorEffect] {
    let id = jobs.next()
    training.pause = id
    return [.wait(id, milliseconds: training.pace.interval)]
  }

  /// The parameters whose numbers are on the screen, which move in the frame of the step.
  private var measuredParameters: Set<Int> {
    let rows = layout.tableRowCount + 1
    return Set(selectedUses.dropFirst(table.scroll).prefix(rows).map { outline.uses[$0].parameter })
      .union([selectedParameter].compactMap { $0 })
  }
}

extension Status {
  /// What is said after a step.
  static func trained(_ progress: TrainingProgress, isRunning: Bool) -> Status {
    guard let loss = progress.loss else { return .text("") }
    let text = NumberText.value(loss)
    guard loss.isFinite else {
      return .text("step \(progress.stepCount): the loss is \(text); training stops", .look)
    }
    return isRunning
      ? .text("training  step \(progress.stepCount)  loss \(text)")
      : .text("step \(progress.stepCount)  loss \(text)", .done)
  }
}
