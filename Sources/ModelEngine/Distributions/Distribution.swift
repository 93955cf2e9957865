/// A distribution in closed form.
public indirect enum Distribution: Hashable, Sendable {
  /// All values are the same.
  case constant(Double)
  /// Every value between two bounds is as likely.
  case uniform(low: Double, high: Double)
  /// The bell curve.
  case normal(mean: Double, sigma: Double)
  /// The bell curve, of which only the part between two bounds is drawn.
  case truncatedNormal(mean: Double, sigma: Double, low: Double, high: Double)
  /// One coordinate of a random point on a sphere around 0.
  case sphereCoordinate(dimension: Int, radius: Double)
  /// Zero with some probability, else another distribution.
  case withZeros(share: Double, Distribution)

  /// The mean.
  public var mean: Double {
    switch self {
    case .constant(let value): value
    case .uniform(let low, let high): (low + high) / 2
    case .normal(let mean, _): mean
    case .truncatedNormal: truncated?.mean ?? .nan
    case .sphereCoordinate: 0
    case .withZeros(let share, let other): (1 - share) * other.mean
    }
  }

  /// The standard deviation.
  public var standardDeviation: Double {
    switch self {
    case .constant: 0
    case .uniform(let low, let high): (high - low) / 12.0.squareRoot()
    case .normal(_, let sigma): sigma
    case .truncatedNormal: truncated?.standardDeviation ?? .nan
    case .sphereCoordinate(let dimension, let radius): radius / Double(dimension).squareRoot()
    case .withZeros(let share, let other):
      ((1 - share) * (other.variance + share * other.mean * other.mean)).squareRoot()
    }
  }

  private var variance: Double { standardDeviation * standardDeviation }

  /// The least and the greatest possible value; infinite for a normal distribution.
  public var bounds: (low: Double, high: Double) {
    switch self {
    case .constant(let value): (value, value)
    case .uniform(let low, let high), .truncatedNormal(_, _, let low, let high): (low, high)
    case .normal: (-.infinity, .infinity)
    case .sphereCoordinate(_, let radius): (-radius, radius)
    case .withZeros(let share, let other):
      share == 0 ? other.bounds : (min(0, other.bounds.low), max(0, other.bounds.high))
    }
  }

  /// The root of the mean square, which times √n is the expected L2 norm of n values.
  public var rootMeanSquare: Double {
    (mean * mean + standardDeviation * standardDeviation).squareRoot()
  }

  /// The numbers of a truncated normal distribution; nil for any other.
  var truncated: TruncatedNormalCurve? {
    guard case .truncatedNormal(let mean, let sigma, let low, let high) = self else { return nil }
    return TruncatedNormalCurve(mean: mean, sigma: sigma, low: low, high: high)
  }
}
