public import Tensors

/// Normal, conditioned on lying between two values, as PyTorch's `trunc_normal_`.
///
/// Source: PyTorch `torch/nn/init.py`; the bounds are absolute, not in standard deviations.
public struct TruncNormal: DistributionInitializer, Hashable {
  /// The name in PyTorch.
  public static let name = "trunc_normal"
  /// The mean before anything is cut off.
  public let mean: Scalar
  /// The standard deviation before anything is cut off.
  public let std: Scalar
  /// The least value.
  public let a: Scalar
  /// The greatest value.
  public let b: Scalar

  /// Creates the rule.
  public init(mean: Scalar = 0, std: Scalar = 1, a: Scalar = -2, b: Scalar = 2) {
    self.mean = mean
    self.std = std
    self.a = a
    self.b = b
  }

  /// The mean, the standard deviation and the bounds, under PyTorch's names.
  public var arguments: [InitializerArgument] {
    [
      .init(name: "mean", value: .number(mean)), .init(name: "std", value: .number(std)),
      .init(name: "a", value: .number(a)), .init(name: "b", value: .number(b)),
    ]
  }

  /// The part of the normal distribution between the bounds, whatever the shape.
  public func rule(for shape: Shape) throws(InitializerError) -> DistributionRule {
    guard std.value > 0 else { throw .scaleNotPositive(Float(std.value)) }
    guard a.value < b.value else {
      throw .boundsOutOfOrder(low: Float(a.value), high: Float(b.value))
    }
    let distribution = Distribution.truncatedNormal(
      mean: mean.value, sigma: std.value, low: a.value, high: b.value)
    return DistributionRule(
      distribution,
      [
        .init(
          symbol: "std", general: "std of N(mean, std) in [a, b]",
          substituted: "std of N(\(mean), \(std)) in [\(a), \(b)]",
          value: distribution.standardDeviation)
      ])
  }
}

/// Normal with mean 0, conditioned on lying within two standard deviations, as in Keras.
///
/// Source: Keras `initializers/random_initializers.py`; what is left deviates by `0.8796 stddev`.
public struct TruncatedNormal: DistributionInitializer, Hashable {
  /// The name in Keras and JAX.
  public static let name = "truncated_normal"
  /// The standard deviation before anything is cut off.
  public let stddev: Scalar

  /// Creates the rule.
  public init(stddev: Scalar = 0.05) { self.stddev = stddev }

  /// The standard deviation.
  public var arguments: [InitializerArgument] { [.init(name: "stddev", value: .number(stddev))] }

  /// The part of the normal distribution within two standard deviations, whatever the shape.
  public func rule(for shape: Shape) throws(InitializerError) -> DistributionRule {
    let sigma = stddev.value
    guard sigma > 0 else { throw .scaleNotPositive(Float(sigma)) }
    return DistributionRule(
      .truncatedNormal(mean: 0, sigma: sigma, low: -2 * sigma, high: 2 * sigma),
      [
        .init(
          symbol: "std", general: "0.8796 stddev", substituted: "0.8796 · \(stddev)",
          value: VarianceScaling.truncatedDeviation * sigma),
        .init(symbol: "b", general: "2 stddev", substituted: "2 · \(stddev)", value: 2 * sigma),
      ])
  }
}
