public import Tensors

/// How far training is, and how it went.
public struct TrainingProgress: Hashable, Sendable {
  /// The number of steps done.
  public internal(set) var stepCount = 0
  /// The mean loss of each step.
  public internal(set) var losses = Curve()
  /// How many losses of single samples the last step had, and of which kinds.
  public internal(set) var lossCounts = ElementCounts()
  /// What each use of a shared parameter contributed to its gradient, by the parameter's position.
  public internal(set) var uses: [Int: [TrainedUse]] = [:]
  /// The optimizer with its arguments: `sgd(learning_rate: 0.3)`.
  public let optimizer: String
  /// The optimizer in short: `sgd, lr 0.3`.
  public let rule: String
  /// The number of samples in a step.
  public let batchSize: Int
  /// What is made small; nil before the first step.
  public internal(set) var lossKind: TrainingLoss?
  /// The number of samples in all; 0 before the first step.
  public internal(set) var sampleCount = 0

  /// The mean loss of the last step; nil before the first.
  public var loss: Double? { losses.last }
}

/// What one use of a shared parameter contributed to its gradient.
public struct TrainedUse: Hashable, Sendable {
  /// The layer: `1`, and `1 call 2` where one layer is called several times.
  public let label: String
  /// The length of the contribution in each step.
  public internal(set) var norms = Curve()
  /// The projection of the last contribution on the sum, as a fraction of it.
  ///
  /// Those of all uses add up to 1. Nil if the sum is zero or not finite.
  public internal(set) var share: Double?
}

/// A series of numbers of any length, kept in a bounded number of points.
public struct Curve: Hashable, Sendable {
  /// The most points that are kept.
  public static let mostPoints = 512

  /// The numbers that are kept, evenly spaced from the first.
  public private(set) var points: [Double] = []
  /// The first number; nil if there is none.
  public var first: Double? { points.first }
  /// The last number; nil if there is none.
  public private(set) var last: Double?
  /// How many numbers one point stands for.
  public private(set) var stride = 1
  /// How many numbers there were.
  public private(set) var count = 0

  /// Creates a series of nothing.
  public init() {}

  /// Adds a number.
  ///
  /// - Complexity: O(1), amortized.
  public mutating func append(_ value: Double) {
    if count % stride == 0 { points.append(value) }
    if points.count > Self.mostPoints {
      points = Swift.stride(from: 0, to: points.count, by: 2).map { points[$0] }
      stride *= 2
    }
    count += 1
    last = value
  }
}
