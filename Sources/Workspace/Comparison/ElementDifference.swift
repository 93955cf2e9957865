/// How the elements of two tensors of one shape differ, over all of them.
public struct ElementDifference: Hashable, Sendable {
  /// The number of elements.
  public var count = 0
  /// How many differ by more than the tolerance; NaN equals NaN.
  public var changedCount = 0
  /// How many are finite in one tensor only, or infinite with another sign.
  public var nonFiniteChangeCount = 0
  /// How many are greater in the second tensor.
  public var increasedCount = 0
  /// How many are smaller in the second tensor.
  public var decreasedCount = 0
  /// How many of the slices along the first axis have a changed element.
  public var changedRowCount = 0
  /// The number of slices along the first axis.
  public var rowCount = 0
  /// The largest difference, where both elements are finite; nil if they never are.
  public var maxAbs: Double?
  /// The L2 norm of the difference divided by that of the first tensor, where both are finite.
  ///
  /// Nil where the first tensor is zero and the second is not.
  public var relativeL2: Double?
  /// The standard deviation of the first tensor, where both are finite.
  public var firstDeviation: Double?
  /// The standard deviation of the second tensor, where both are finite.
  public var secondDeviation: Double?
  /// The cosine of the angle between both, where both are finite; nil if one is zero.
  public var cosine: Double?

  /// Creates a difference of nothing.
  public init() {}

  /// Whether no element differs by more than the tolerance.
  public var isSame: Bool { changedCount == 0 }
}
