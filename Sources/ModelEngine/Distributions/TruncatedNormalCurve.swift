/// A normal distribution between two bounds, computed on the side where little is lost to rounding.
struct TruncatedNormalCurve {
  private let center: Double
  private let sigma: Double
  /// The bounds in standard deviations, mirrored if both were above 0.
  private let low: Double
  private let high: Double
  private let isMirrored: Bool
  private let bounds: (low: Double, high: Double)
  /// The cumulative probability at the lower bound, and that between the bounds.
  private let below: Double
  private let share: Double

  init(mean: Double, sigma: Double, low: Double, high: Double) {
    self.bounds = (low, high)
    center = mean
    self.sigma = sigma
    let least = (low - mean) / sigma
    let greatest = (high - mean) / sigma
    isMirrored = least > 0
    self.low = isMirrored ? -greatest : least
    self.high = isMirrored ? -least : greatest
    below = StandardNormal.cumulativeProbability(self.low)
    share = StandardNormal.cumulativeProbability(self.high) - below
  }

  private func value(_ z: Double) -> Double { center + sigma * (isMirrored ? -z : z) }

  /// The mean of what is left.
  ///
  /// Source: N. Johnson, S. Kotz and N. Balakrishnan, "Continuous Univariate Distributions" 1 (1994),
  /// section 10.1.
  var mean: Double { share > 0 ? value(offset) : value(limit) }

  var standardDeviation: Double {
    guard share > 0 else { return 0 }
    let slope = (weighted(low) - weighted(high)) / share
    return sigma * max(1 + slope - offset * offset, 0).squareRoot()
  }

  private var offset: Double {
    (StandardNormal.density(low) - StandardNormal.density(high)) / share
  }

  private func weighted(_ z: Double) -> Double { z.isFinite ? z * StandardNormal.density(z) : 0 }

  /// The bound that is nearer to the center, where everything is if the tails have no weight.
  private var limit: Double { abs(low) < abs(high) ? low : high }

  func cumulativeProbability(_ x: Double) -> Double {
    let z = isMirrored ? (center - x) / sigma : (x - center) / sigma
    let probability =
      share > 0
      ? min(max((StandardNormal.cumulativeProbability(z) - below) / share, 0), 1)
      : (z < limit ? 0 : 1)
    return isMirrored ? 1 - probability : probability
  }

  func quantile(_ probability: Double) -> Double {
    if probability <= 0 { return bounds.low }
    if probability >= 1 { return bounds.high }
    let probability = isMirrored ? 1 - probability : probability
    guard share > 0 else { return value(limit) }
    let z = StandardNormal.quantile(below + probability * share)
    return min(max(value(z), bounds.low), bounds.high)
  }
}
