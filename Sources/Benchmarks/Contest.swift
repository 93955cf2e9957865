/// Lets contestants take turns and keeps how long each took.
struct Contest {
  let runCount: Int

  /// Who takes part.
  struct Contestant {
    let name: String
    /// Does the work once and says how long it took, in seconds.
    let run: () async throws -> Double
  }

  /// How long the runs of one contestant took.
  struct Times {
    let name: String
    let seconds: [Double]

    var least: Double { seconds.min() ?? .nan }
    var median: Double { seconds.sorted()[seconds.count / 2] }
  }

  /// Runs all contestants in turn, after one round that does not count.
  ///
  /// - Returns: The times of each, in the order of the contestants.
  /// - Throws: What a contestant throws.
  @MainActor
  func run(_ contestants: [Contestant]) async throws -> [Times] {
    var seconds = contestants.map { _ in [Double]() }
    for round in 0...runCount {
      for (index, contestant) in contestants.enumerated() {
        let time = try await contestant.run()
        if round > 0 { seconds[index].append(time) }
      }
    }
    return zip(contestants, seconds).map { Times(name: $0.name, seconds: $1) }
  }

  /// How long some work takes, in seconds.
  static func time(_ body: () async throws -> Void) async rethrows -> Double {
    let start = ContinuousClock.now
    try await body()
    return start.duration(to: .now) / .seconds(1)
  }
}
