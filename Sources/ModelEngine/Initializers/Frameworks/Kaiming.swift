public import Tensors

/// Uniform between `-b` and `b`, where `b = gain √(3 / fan)`, as PyTorch's `kaiming_uniform_`.
///
/// Source: K. He et al., "Delving Deep into Rectifiers", ICCV 2015; PyTorch `torch/nn/init.py`.
public struct KaimingUniform: DistributionInitializer, Hashable {
  /// The name in PyTorch.
  public static let name = "kaiming_uniform"
  /// The slope of a leaky rectifier for negative inputs.
  public let a: Scalar
  /// What the spread is divided by.
  public let mode: FanMode
  /// What follows the layer.
  public let nonlinearity: Nonlinearity

  /// Creates the rule.
  public init(
    a: Scalar = 0, mode: FanMode = .inputs, nonlinearity: Nonlinearity = .leakyRelu
  ) {
    self.a = a
    self.mode = mode
    self.nonlinearity = nonlinearity
  }

  /// The slope, the mode and the nonlinearity, under PyTorch's names.
  public var arguments: [InitializerArgument] { kaimingArguments(a, mode, nonlinearity) }

  /// Uniform between the bounds that the gain and the fan give.
  public func rule(for shape: Shape) throws(InitializerError) -> DistributionRule {
    let fan = try Fans.checked(shape, for: Self.name).count(mode)
    let gain = nonlinearity.gain(slope: a)
    guard fan > 0 else { return DistributionRule(.constant(0)) }
    return .uniform(
      bound: 3.0.squareRoot() * (gain.value / Double(fan).squareRoot()),
      "\(gain.general) √(3 / \(mode.rawValue))", "\(gain.substituted) · √(3 / \(fan))")
  }
}

/// Normal with the standard deviation `gain / √fan`, as PyTorch's `kaiming_normal_`.
///
/// Source: K. He et al., "Delving Deep into Rectifiers", ICCV 2015; PyTorch `torch/nn/init.py`.
public struct KaimingNormal: DistributionInitializer, Hashable {
  /// The name in PyTorch.
  public static let name = "kaiming_normal"
  /// The slope of a leaky rectifier for negative inputs.
  public let a: Scalar
  /// What the spread is divided by.
  public let mode: FanMode
  /// What follows the layer.
  public let nonlinearity: Nonlinearity

  /// Creates the rule.
  public init(
    a: Scalar = 0, mode: FanMode = .inputs, nonlinearity: Nonlinearity = .leakyRelu
  ) {
    self.a = a
    self.mode = mode
    self.nonlinearity = nonlinearity
  }

  /// The slope, the mode and the nonlinearity, under PyTorch's names.
  public var arguments: [InitializerArgument] { kaimingArguments(a, mode, nonlinearity) }

  /// Normal with the standard deviation that the gain and the fan give.
  public func rule(for shape: Shape) throws(InitializerError) -> DistributionRule {
    let fan = try Fans.checked(shape, for: Self.name).count(mode)
    let gain = nonlinearity.gain(slope: a)
    guard fan > 0 else { return DistributionRule(.constant(0)) }
    return .normal(
      sigma: gain.value / Double(fan).squareRoot(), "\(gain.general) / √\(mode.rawValue)",
      "\(gain.substituted) / √\(fan)")
  }
}

private func kaimingArguments(
  _ a: Scalar, _ mode: FanMode, _ nonlinearity: Nonlinearity
) -> [InitializerArgument] {
  [
    .init(name: "a", value: .number(a)), .init(name: "mode", value: .choice(mode.rawValue)),
    .init(name: "nonlinearity", value: .choice(nonlinearity.rawValue)),
  ]
}
