public import Tensors

/// The gradient of a parameter: what each use contributed, and their sum, all to one scale.
public struct GradientReport: Hashable, Sendable {
  /// The uses in the order of the forward pass; empty where they are not known.
  public var uses: [Part]
  /// The gradient itself.
  public var sum: Part
  /// The cosine of the angle between the first two of exactly two uses; nil if one is zero.
  public var cosine: Double?

  /// One contribution, or the sum of all.
  public struct Part: Hashable, Sendable {
    /// The attribute path of the layer: `1`; empty for the sum.
    public var path: String
    /// The name of the layer: `dense1`.
    public var layer: String
    /// The means of blocks of values, row after row; a block of one value is that value.
    public var cells: [Double]
    /// The number of cells in a row.
    public var columnCount: Int
    /// The statistics, over the axis that all parts share.
    public var statistics: TensorStatistics
    /// The projection on the sum, as a part of it; all uses together have 1.
    public var share: Double?
  }

  /// The uses, then the sum.
  public var parts: [Part] { uses + [sum] }

  /// The largest magnitude of any cell.
  public var greatestCell: Double {
    parts.flatMap(\.cells).filter(\.isFinite).map(abs).max() ?? 0
  }

  /// The projection of a contribution on the sum of all, as a part of it; those of all add up to 1.
  ///
  /// Nil if the sum is zero, or something is not finite.
  static func share(of part: [Double], in sum: [Double]) -> Double? {
    let share = part.dot(sum) / sum.dot(sum)
    return share.isFinite ? share : nil
  }
}

extension [Double] {
  /// The inner product with a vector of the same length.
  func dot(_ other: [Double]) -> Double { zip(self, other).reduce(0) { $0 + $1.0 * $1.1 } }
}
