private import Glibc

/// A distribution in closed form.
public enum Distribution: Hashable, Sendable {
  /// All values are the same.
  case constant(Double)
  /// Every value between two bounds is as likely.
  case uniform(low: Double, high: Double)
  /// The bell curve.
  case normal(mean: Double, sigma: Double)

  /// The mean.
  public var mean: Double {
    switch self {
    case .constant(let value): value
    case .uniform(let low, let high): (low + high) / 2
    case .normal(let mean, _): mean
    }
  }

  /// The standard deviation.
  public var standardDeviation: Double {
    switch self {
    case .constant: 0
    case .uniform(let low, let high): (high - low) / 12.0.squareRoot()
    case .normal(_, let sigma): sigma
    }
  }

  /// The least and the greatest possible value; infinite for a normal distribution.
  public var bounds: (low: Double, high: Double) {
    switch self {
    case .constant(let value): (value, value)
    case .uniform(let low, let high): (low, high)
    case .normal: (-.infinity, .infinity)
    }
  }

  /// How likely a value is to be below `x`, or equal to it.
  public func cumulativeProbability(_ x: Double) -> Double {
    switch self {
    case .constant(let value): x < value ? 0 : 1
    case .uniform(let low, let high):
      low < high ? min(max((x - low) / (high - low), 0), 1) : (x < low ? 0 : 1)
    case .normal(let mean, let sigma): erfc((mean - x) / (sigma * 2.0.squareRoot())) / 2
    }
  }

  /// The root of the mean square, which times √n is the expected L2 norm of n values.
  public var rootMeanSquare: Double {
    (mean * mean + standardDeviation * standardDeviation).squareRoot()
  }
}

/// What theory says of the values that an initializer draws for a shape.
public enum InitializerTheory: Hashable, Sendable {
  /// A distribution, and how its numbers come about, one line each.
  case known(Distribution, [Formula])
  /// Nothing in closed form, or the rule does not apply to the shape.
  case unknown

  init(distribution: Distribution, formulas: [Formula]) { self = .known(distribution, formulas) }

  /// A formula, the same with numbers filled in, and its value.
  public struct Formula: Hashable, Sendable {
    /// What is computed: `b`.
    public let symbol: String
    /// In words: `√(magnitude / avg fan)`.
    public let general: String
    /// With numbers: `√(3 / ((8 + 8) / 2))`.
    public let substituted: String
    /// The value, for the screen to format.
    public let value: Double

    /// Creates a formula.
    public init(symbol: String, general: String, substituted: String, value: Double) {
      self.symbol = symbol
      self.general = general
      self.substituted = substituted
      self.value = value
    }
  }
}
