public import Tensors

/// Draws with the variance `scale / fan`, as Keras and JAX do.
///
/// The truncated normal distribution is cut at two standard deviations, and widened so that what is
/// left has the variance asked for. Source: Keras `initializers/random_initializers.py`; JAX
/// `jax/_src/nn/initializers.py`.
public struct VarianceScaling: DistributionInitializer, Hashable {
  /// The name in Keras and JAX.
  public static let name = "variance_scaling"
  /// What the variance is multiplied by.
  public let scale: Scalar
  /// What the variance is divided by.
  public let mode: Mode
  /// The shape of the distribution.
  public let distribution: Shape

  /// What the variance is divided by.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    /// The inputs.
    case inputs = "fan_in"
    /// The outputs.
    case outputs = "fan_out"
    /// The mean of both.
    case average = "fan_avg"
    /// The geometric mean of both.
    case geometricAverage = "fan_geo_avg"
  }

  /// The shapes of distributions.
  public enum Shape: String, Hashable, Sendable, CaseIterable {
    /// Normal, cut at two standard deviations.
    case truncatedNormal = "truncated_normal"
    /// Normal.
    case normal = "untruncated_normal"
    /// Uniform.
    case uniform
  }

  /// The standard deviation of a standard normal distribution that is cut at -2 and 2.
  static let truncatedDeviation = 0.87962566103423978

  /// Creates the rule.
  public init(
    scale: Scalar = 1, mode: Mode = .inputs, distribution: Shape = .truncatedNormal
  ) {
    self.scale = scale
    self.mode = mode
    self.distribution = distribution
  }

  /// The scale, the mode and the distribution, under Keras's names.
  public var arguments: [InitializerArgument] {
    [
      .init(name: "scale", value: .number(scale)),
      .init(name: "mode", value: .choice(mode.rawValue)),
      .init(name: "distribution", value: .choice(distribution.rawValue)),
    ]
  }

  /// The distribution that the scale and the fan give.
  public func rule(for shape: Tensors.Shape) throws(InitializerError) -> DistributionRule {
    try rule(for: shape, name: Self.name)
  }

  /// The same under another name.
  func rule(
    for shape: Tensors.Shape, name: String
  ) throws(InitializerError) -> DistributionRule {
    let fans = try Fans.checked(shape, for: name)
    guard scale.value > 0 else {
      throw .argumentOutOfRange(
        initializer: name, argument: "scale", needed: "above 0", found: scale)
    }
    let (fan, text) = fan(fans)
    guard fan > 0 else { return DistributionRule(.constant(0)) }
    let variance = scale.value / fan
    switch distribution {
    case .uniform:
      return .uniform(
        bound: (3 * variance).squareRoot(), "√(3 · scale / \(mode.rawValue))",
        "√(3 · \(scale) / \(text))")
    case .normal:
      return .normal(
        sigma: variance.squareRoot(), "√(scale / \(mode.rawValue))", "√(\(scale) / \(text))")
    case .truncatedNormal: return truncated(variance.squareRoot(), text)
    }
  }

  private func fan(_ fans: Fans) -> (count: Double, text: String) {
    let (inputs, outputs) = (fans.inputs, fans.outputs)
    return switch mode {
    case .inputs: (Double(inputs), "\(inputs)")
    case .outputs: (Double(outputs), "\(outputs)")
    case .average: (Double(inputs + outputs) / 2, "((\(inputs) + \(outputs)) / 2)")
    case .geometricAverage:
      ((Double(inputs) * Double(outputs)).squareRoot(), "√(\(inputs) · \(outputs))")
    }
  }

  private func truncated(_ deviation: Double, _ text: String) -> DistributionRule {
    let sigma = deviation / Self.truncatedDeviation
    return DistributionRule(
      .truncatedNormal(mean: 0, sigma: sigma, low: -2 * sigma, high: 2 * sigma),
      [
        .init(
          symbol: "std", general: "√(scale / \(mode.rawValue))",
          substituted: "√(\(scale) / \(text))", value: deviation),
        .init(
          symbol: "b", general: "2 std / 0.8796", substituted: "2 std / 0.8796", value: 2 * sigma),
      ])
  }
}
