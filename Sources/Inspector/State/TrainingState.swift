public import Workspace

/// Training on the screen.
public struct TrainingState: Hashable, Sendable {
  /// How the network is trained.
  public var plan = TrainingPlan()
  /// How far it is; nil before the first step.
  public internal(set) var progress: TrainingProgress?
  /// Whether step follows step until it is stopped.
  public internal(set) var isRunning = false
  /// How fast steps follow each other.
  public internal(set) var pace = Pace.ten
  /// After which step to stop; nil for never.
  public internal(set) var goal: Int?
  /// What the goal is set to once the number of samples is known.
  public internal(set) var length: Length?
  /// Whether time passes by itself; otherwise a run goes on by one step after each key.
  public var keepsTime = false
  /// The step under way.
  var step: JobID?
  /// The pause between two steps.
  var pause: JobID?

  /// How long a run is to be.
  public enum Length: Hashable, Sendable {
    /// So many steps.
    case steps(Int)
    /// So many times all samples.
    case epochs(Int)

    /// The number of steps.
    func stepCount(_ plan: TrainingPlan, samples: Int) -> Int {
      switch self {
      case .steps(let count): count
      case .epochs(let count): plan.stepCount(epochs: count, samples: samples)
      }
    }
  }

  /// Steps a second.
  public enum Pace: Int, Hashable, Sendable, CaseIterable {
    case one = 1
    case three = 3
    case ten = 10
    case thirty = 30
    case hundred = 100

    /// The time from one step to the next, in milliseconds.
    var interval: Int { 1000 / rawValue }

    /// The next pace, faster or slower.
    func next(faster: Bool) -> Pace {
      let all = Self.allCases
      let position = (all.firstIndex(of: self) ?? 0) + (faster ? 1 : -1)
      return all[min(max(position, 0), all.count - 1)]
    }
  }
}
