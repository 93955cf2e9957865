internal import Inspector

/// The running jobs; the only place that creates tasks.
///
/// A class, because jobs take themselves out when they end.
@MainActor
final class JobTable {
  private var tasks: [JobID: Task<Void, Never>] = [:]
  private var lastChange: Task<Void, Never>?
  /// Called whenever a job has ended.
  var didEnd: () -> Void = {}

  /// Whether no job is left.
  var isEmpty: Bool { tasks.isEmpty }

  /// Starts some work.
  func start(_ id: JobID, _ work: @escaping @MainActor () async -> Void) {
    tasks[id] = Task {
      await work()
      self.end(id)
    }
  }

  /// Starts some work after all changes started before have ended: changes never interleave.
  func startChange(_ id: JobID, _ work: @escaping @MainActor () async -> Void) {
    let previous = lastChange
    let task = Task {
      await previous?.value
      await work()
      self.end(id)
    }
    lastChange = task
    tasks[id] = task
  }

  /// Asks a job to stop.
  func cancel(_ id: JobID) {
    tasks[id]?.cancel()
  }

  /// Asks every other job to stop.
  func cancelAll(but id: JobID) {
    for (other, task) in tasks where other != id { task.cancel() }
  }

  /// Asks every job to stop and waits until the last one has.
  func stopAll() async {
    for task in tasks.values { task.cancel() }
    for task in Array(tasks.values) { await task.value }
  }

  private func end(_ id: JobID) {
    tasks[id] = nil
    didEnd()
  }
}
