extension Distribution {
  /// How likely a value is to be below `x`, or equal to it.
  public func cumulativeProbability(_ x: Double) -> Double {
    switch self {
    case .constant(let value): x < value ? 0 : 1
    case .uniform(let low, let high):
      low < high ? min(max((x - low) / (high - low), 0), 1) : (x < low ? 0 : 1)
    case .normal(let mean, let sigma): StandardNormal.cumulativeProbability((x - mean) / sigma)
    case .truncatedNormal: truncated?.cumulativeProbability(x) ?? .nan
    case .sphereCoordinate(let dimension, let radius):
      SphereCoordinate.cumulativeProbability(x / radius, dimension: dimension)
    case .withZeros(let share, let other):
      (x < 0 ? 0 : share) + (1 - share) * other.cumulativeProbability(x)
    }
  }

  /// The least value that a share of all values does not exceed.
  ///
  /// - Parameter probability: The share, from 0 to 1; NaN gives NaN, what lies outside counts as the end.
  /// - Returns: The value: exact to rounding in closed form, else to 1e-12 of the range.
  public func quantile(_ probability: Double) -> Double {
    guard !probability.isNaN else { return .nan }
    let share = min(max(probability, 0), 1)
    switch self {
    case .constant(let value): return value
    case .uniform(let low, let high): return low + (high - low) * share
    case .normal(let mean, let sigma): return mean + sigma * StandardNormal.quantile(share)
    case .truncatedNormal: return truncated?.quantile(share) ?? .nan
    case .sphereCoordinate(let dimension, let radius):
      return radius * SphereCoordinate.quantile(share, dimension: dimension)
    case .withZeros(let zeros, let other): return Self.quantile(share, zeros: zeros, other)
    }
  }

  private static func quantile(_ share: Double, zeros: Double, _ other: Distribution) -> Double {
    guard zeros < 1 else { return 0 }
    let top = (1 - zeros) * other.cumulativeProbability(0)
    // A jump at 0 of the other distribution belongs to the zeros.
    let bottom = (1 - zeros) * other.cumulativeProbability((0.0).nextDown)
    if share <= bottom { return other.quantile(share / (1 - zeros)) }
    if share <= top + zeros { return 0 }
    return other.quantile((share - zeros) / (1 - zeros))
  }
}
