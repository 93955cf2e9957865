public import Words

/// What a scan looks for.
public struct ScanOptions: Hashable, Sendable {
  /// The number of bins of NumPy's histogram, or nil for none.
  public var binCount: Int?
  /// Whether exact quantiles are wanted.
  public var quantiles: Bool
  /// Whether the fine histogram for a screen is wanted.
  public var distribution: Bool
  /// The axis of the fine histogram, or nil for one that suits the values.
  public var axis: DisplayAxis?
  /// An axis to keep as long as the values stay on it; where they leave it, it grows.
  public var keptAxis: DisplayAxis?

  /// Creates options.
  ///
  /// - Precondition: `binCount` is nil or between 1 and 1,000,000.
  public init(
    binCount: Int? = nil, quantiles: Bool = true, distribution: Bool = true,
    axis: DisplayAxis? = nil, keptAxis: DisplayAxis? = nil
  ) {
    precondition(binCount.map { (1...1_000_000).contains($0) } ?? true, "a wrong number of bins")
    self.binCount = binCount
    self.quantiles = quantiles
    self.distribution = distribution
    self.axis = axis
    self.keptAxis = keptAxis
  }
}

/// Why a scan failed by itself.
public enum ScanError: ExplainedError, Hashable {
  /// The source gave fewer or more bytes than were asked for, starting at `offset`.
  case wrongReadLength(offset: Int, expected: Int, found: Int)
  /// So many elements have no representable number of bytes.
  case tooManyElements(Int)

  /// What to tell the user.
  public var phrase: Phrase {
    switch self {
    case .wrongReadLength(let offset, let expected, let found):
      """
      expected \(expected) bytes at byte \(offset) of the tensor, found \(found). The file may \
      have changed or be incomplete.
      """
    case .tooManyElements(let count):
      "\(count) elements need more bytes than can be addressed."
    }
  }
}
