public import Tensors

/// Uniform between `-b` and `b`, where `b = gain √(6 / (fan_in + fan_out))`, as `xavier_uniform_`.
///
/// Source: X. Glorot and Y. Bengio, AISTATS 2010; PyTorch `torch/nn/init.py`.
public struct XavierUniform: DistributionInitializer, Hashable {
  /// The name in PyTorch.
  public static let name = "xavier_uniform"
  /// What the bound is multiplied by.
  public let gain: Scalar

  /// Creates the rule.
  public init(gain: Scalar = 1) { self.gain = gain }

  /// The gain.
  public var arguments: [InitializerArgument] { [.init(name: "gain", value: .number(gain))] }

  /// Uniform between the bounds that the gain and both fans give.
  public func rule(for shape: Shape) throws(InitializerError) -> DistributionRule {
    let fans = try Fans.checked(shape, for: Self.name)
    let sum = fans.inputs + fans.outputs
    guard sum > 0 else { return DistributionRule(.constant(0)) }
    return .uniform(
      bound: 3.0.squareRoot() * (gain.value * (2 / Double(sum)).squareRoot()),
      "gain √(6 / (fan_in + fan_out))", "\(gain) · √(6 / (\(fans.inputs) + \(fans.outputs)))")
  }
}

/// Normal with the standard deviation `gain √(2 / (fan_in + fan_out))`, as `xavier_normal_`.
///
/// Source: X. Glorot and Y. Bengio, AISTATS 2010; PyTorch `torch/nn/init.py`.
public struct XavierNormal: DistributionInitializer, Hashable {
  /// The name in PyTorch.
  public static let name = "xavier_normal"
  /// What the standard deviation is multiplied by.
  public let gain: Scalar

  /// Creates the rule.
  public init(gain: Scalar = 1) { self.gain = gain }

  /// The gain.
  public var arguments: [InitializerArgument] { [.init(name: "gain", value: .number(gain))] }

  /// Normal with the standard deviation that the gain and both fans give.
  public func rule(for shape: Shape) throws(InitializerError) -> DistributionRule {
    let fans = try Fans.checked(shape, for: Self.name)
    let sum = fans.inputs + fans.outputs
    guard sum > 0 else { return DistributionRule(.constant(0)) }
    return .normal(
      sigma: gain.value * (2 / Double(sum)).squareRoot(), "gain √(2 / (fan_in + fan_out))",
      "\(gain) · √(2 / (\(fans.inputs) + \(fans.outputs)))")
  }
}
