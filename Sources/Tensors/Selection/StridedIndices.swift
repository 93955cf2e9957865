/// Positions along one axis, evenly spaced.
public struct StridedIndices: Hashable, Sendable {
  /// The first position.
  public let start: Int
  /// The distance between positions; negative to go backwards.
  public let step: Int
  /// The number of positions.
  public let count: Int

  /// Creates positions.
  ///
  /// - Precondition: `count` is not negative, and `step` is not 0.
  public init(start: Int, step: Int = 1, count: Int) {
    precondition(count >= 0 && step != 0, "positions need a count and a step")
    self.start = start
    self.step = step
    self.count = count
  }

  /// The position at an index.
  public subscript(index: Int) -> Int { start + index * step }

  /// The positions at some indices among these.
  func sliced(_ other: StridedIndices) -> StridedIndices {
    StridedIndices(start: self[other.start], step: step * other.step, count: other.count)
  }
}
