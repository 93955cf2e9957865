public import Tensors

/// Uniform between two bounds, as Keras's `RandomUniform`.
///
/// Source: Keras `initializers/random_initializers.py`.
public struct RandomUniform: DistributionInitializer, Hashable {
  /// The name in Keras.
  public static let name = "random_uniform"
  /// The lower bound.
  public let minval: Scalar
  /// The upper bound.
  public let maxval: Scalar

  /// Creates the rule.
  public init(minval: Scalar = -0.05, maxval: Scalar = 0.05) {
    self.minval = minval
    self.maxval = maxval
  }

  /// The bounds.
  public var arguments: [InitializerArgument] {
    [
      .init(name: "minval", value: .number(minval)), .init(name: "maxval", value: .number(maxval)),
    ]
  }

  /// Uniform between the bounds, whatever the shape.
  public func rule(for shape: Shape) throws(InitializerError) -> DistributionRule {
    let distribution = Distribution.uniform(low: minval.value, high: maxval.value)
    return DistributionRule(
      distribution,
      [
        .init(
          symbol: "std", general: "(maxval - minval) / √12",
          substituted: "(\(maxval) - \(minval)) / √12", value: distribution.standardDeviation)
      ])
  }
}

/// Normal with a mean and a standard deviation, as Keras's `RandomNormal`.
///
/// Source: Keras `initializers/random_initializers.py`.
public struct RandomNormal: DistributionInitializer, Hashable {
  /// The name in Keras.
  public static let name = "random_normal"
  /// The mean.
  public let mean: Scalar
  /// The standard deviation.
  public let stddev: Scalar

  /// Creates the rule.
  public init(mean: Scalar = 0, stddev: Scalar = 0.05) {
    self.mean = mean
    self.stddev = stddev
  }

  /// The mean and the standard deviation.
  public var arguments: [InitializerArgument] {
    [.init(name: "mean", value: .number(mean)), .init(name: "stddev", value: .number(stddev))]
  }

  /// Normal, whatever the shape.
  public func rule(for shape: Shape) throws(InitializerError) -> DistributionRule {
    DistributionRule(
      .normal(mean: mean.value, sigma: stddev.value),
      [
        .init(
          symbol: "std", general: "stddev", substituted: stddev.description, value: stddev.value)
      ])
  }
}
