public import Tensors

/// Draws from a normal distribution with mean 0.
public struct Normal: Initializer, Hashable {
  /// The name under which Gluon registers it.
  public static let name = "normal"
  /// The standard deviation.
  public let sigma: Scalar

  /// Creates a rule that draws with a standard deviation.
  public init(_ sigma: Scalar = 0.01) { self.sigma = sigma }

  /// Creates a rule that draws with a standard deviation.
  public init(sigma: Scalar) { self.sigma = sigma }

  /// The standard deviation.
  public var arguments: [InitializerArgument] { [.init(name: "sigma", value: .number(sigma))] }

  /// Draws 32-bit floats.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) {
    values = stream.normal(mean: 0, sigma: try checkedSigma(sigma.value), count: values.count)
  }

  /// Draws in the element type of `target`.
  public func tensor(
    for target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    try normalTensor(sigma.value, for: target, from: &stream)
  }

  /// Normal with mean 0.
  public func theory(for shape: Shape) -> InitializerTheory {
    guard sigma.value > 0 else { return .unknown }
    return .normal(sigma: sigma.value, general: "sigma", substituted: sigma.description)
  }
}

/// The standard deviation as the operator receives it.
private func checkedSigma(_ sigma: Double) throws(InitializerError) -> Float {
  let sigma = ScalarArgument.parsed(sigma)
  guard sigma > 0 else { throw .scaleNotPositive(sigma) }
  return sigma
}

/// Draws a tensor with mean 0 and a standard deviation.
func normalTensor(
  _ sigma: Double, for target: InitializerTarget, from stream: inout RandomStream
) throws(InitializerError) -> Tensor {
  let drawn = stream.normalTensor(
    mean: 0, sigma: try checkedSigma(sigma), shape: target.shape, elementType: target.elementType)
  guard let drawn else { throw .unsupportedElementType(target.elementType) }
  return drawn
}

extension InitializerTheory {
  /// A normal distribution with mean 0, whose standard deviation comes from a formula.
  static func normal(sigma: Double, general: String, substituted: String) -> InitializerTheory {
    .known(
      .normal(mean: 0, sigma: sigma),
      [Formula(symbol: "std", general: general, substituted: substituted, value: sigma)])
  }
}
