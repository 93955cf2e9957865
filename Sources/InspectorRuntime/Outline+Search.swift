internal import Synchronization
internal import Workspace

extension Outline {
  /// Looks for a pattern off the main actor and reports on it what is found, then all of it.
  ///
  /// Nothing is reported once the task is cancelled.
  @MainActor
  func searchAside(
    for pattern: SearchPattern, from start: Int, report: @MainActor (SearchMatches) -> Void
  ) async {
    let (parts, reporter) = AsyncStream.makeStream(
      of: SearchMatches.self, bufferingPolicy: .bufferingNewest(1))
    async let all = search(for: pattern, from: start, reportingTo: reporter)
    for await part in parts where !Task.isCancelled { report(part) }
    let matches = await all
    if !Task.isCancelled { report(matches) }
  }

  @concurrent
  private func search(
    for pattern: SearchPattern, from start: Int,
    reportingTo reporter: AsyncStream<SearchMatches>.Continuation
  ) async -> SearchMatches {
    defer { reporter.finish() }
    var lastReport = ContinuousClock.now
    return search(for: pattern, from: start) { part in
      let now = ContinuousClock.now
      if now - lastReport >= .milliseconds(50) {
        reporter.yield(part)
        lastReport = now
      }
      return !Task.isCancelled
    }
  }
}
