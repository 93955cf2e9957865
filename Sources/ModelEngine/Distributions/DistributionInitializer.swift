public import Tensors

/// An initializer whose values are independent and follow a distribution that the shape determines.
///
/// It needs a single method; drawing and theory come from it. Bits are this library's own: they come from
/// MXNet's stream, and no other framework promises the same.
public protocol DistributionInitializer: Initializer {
  /// What the values of a shape follow, and the formulas that lead there with their numbers.
  ///
  /// - Throws: An error if the rule does not apply to the shape, or to its arguments.
  func rule(for shape: Shape) throws(InitializerError) -> DistributionRule
}

/// A distribution, and how its numbers come about.
public struct DistributionRule: Hashable, Sendable {
  /// The distribution.
  public let distribution: Distribution
  /// The formulas, the most telling first.
  public let formulas: [InitializerTheory.Formula]

  /// Creates a rule.
  public init(_ distribution: Distribution, _ formulas: [InitializerTheory.Formula] = []) {
    self.distribution = distribution
    self.formulas = formulas
  }
}

extension DistributionInitializer {
  /// Draws 32-bit floats.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) {
    let target = InitializerTarget(name: target.name, shape: target.shape)
    values = try tensor(for: target, from: &stream).floats
  }

  /// Draws in the element type of `target`.
  public func tensor(
    for target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    try rule(for: target.shape).distribution.tensor(for: target, from: &stream)
  }

  /// The distribution, or nothing where the rule does not apply.
  public func theory(for shape: Shape) -> InitializerTheory {
    guard let rule = try? rule(for: shape), rule.distribution.isProper else { return .unknown }
    return .known(rule.distribution, rule.formulas)
  }
}

extension Distribution {
  /// Whether its numbers are finite and in order, so that it can be drawn from.
  var isProper: Bool {
    switch self {
    case .constant(let value): value.isFinite
    case .uniform(let low, let high): low.isFinite && high.isFinite && low <= high
    case .normal(let mean, let sigma): mean.isFinite && sigma.isFinite && sigma >= 0
    case .truncatedNormal(let mean, let sigma, let low, let high):
      mean.isFinite && sigma.isFinite && sigma > 0 && low < high
    case .sphereCoordinate(let dimension, let radius): dimension > 0 && radius.isFinite
    case .withZeros(let share, let other): (0...1).contains(share) && other.isProper
    }
  }
}

extension DistributionRule {
  /// Uniform between `-bound` and `bound`.
  static func uniform(bound: Double, _ general: String, _ substituted: String) -> DistributionRule {
    let distribution = Distribution.uniform(low: -bound, high: bound)
    return DistributionRule(
      distribution,
      [
        .init(symbol: "b", general: general, substituted: substituted, value: bound),
        .init(
          symbol: "std", general: "b / √3", substituted: "b / √3",
          value: distribution.standardDeviation),
      ])
  }

  /// Normal with mean 0.
  static func normal(sigma: Double, _ general: String, _ substituted: String) -> DistributionRule {
    DistributionRule(
      .normal(mean: 0, sigma: sigma),
      [.init(symbol: "std", general: general, substituted: substituted, value: sigma)])
  }
}
