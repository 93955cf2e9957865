/// What a scan finds out about real values.
public struct TensorStatistics: Hashable, Sendable {
  /// Counts, extremes and moments.
  public var summary: Summary
  /// Seven exact quantiles; nil if nothing is finite or they were not asked for.
  public var quantiles: Quantiles?
  /// The histogram that NumPy makes between the extremes, if bins were asked for.
  ///
  /// Nil also if nothing is finite, the range overflows or the edges are not distinct.
  public var histogram: Histogram?
  /// The fine histogram over the display axis, or nil if nothing is finite.
  public var distribution: Histogram?

  /// Creates statistics.
  public init(
    summary: Summary, quantiles: Quantiles? = nil, histogram: Histogram? = nil,
    distribution: Histogram? = nil
  ) {
    self.summary = summary
    self.quantiles = quantiles
    self.histogram = histogram
    self.distribution = distribution
  }
}

/// What a scan finds out about a tensor.
public enum ScannedTensor: Hashable, Sendable {
  /// Real, integer or boolean elements.
  case real(TensorStatistics)
  /// Complex elements: their counts, and the statistics of their parts.
  ///
  /// An element is NaN if either part is, else infinite if either part is, with the sign of the
  /// first infinite part, and zero if both parts are.
  case complex(ElementCounts, real: TensorStatistics, imaginary: TensorStatistics)

  /// How many elements there are, and of which kinds.
  public var counts: ElementCounts {
    switch self {
    case .real(let statistics): statistics.summary.counts
    case .complex(let counts, _, _): counts
    }
  }

  /// The statistics of each part: one, or the real and the imaginary part.
  public var components: [TensorStatistics] {
    switch self {
    case .real(let statistics): [statistics]
    case .complex(_, let real, let imaginary): [real, imaginary]
    }
  }
}
