public import Tensors

/// Draws uniformly between `-scale` and `scale`: the initializer that Gluon uses unless told otherwise.
public struct Uniform: Initializer, Hashable {
  /// The name under which Gluon registers it.
  public static let name = "uniform"
  /// The bound.
  public let scale: Scalar

  /// Creates a rule that draws between `-scale` and `scale`.
  public init(_ scale: Scalar = 0.07) { self.scale = scale }

  /// Creates a rule that draws between `-scale` and `scale`.
  public init(scale: Scalar) { self.scale = scale }

  /// The bound.
  public var arguments: [InitializerArgument] { [.init(name: "scale", value: .number(scale))] }

  /// Draws 32-bit floats.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) {
    let (low, high) = try checkedBounds(scale.value)
    values = stream.uniform(low: low, high: high, count: values.count)
  }

  /// Draws in the element type of `target`.
  public func tensor(
    for target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    try uniformTensor(scale.value, for: target, from: &stream)
  }

  /// Uniform between the bounds.
  public func theory(for shape: Shape) -> InitializerTheory {
    let scale = scale.value
    guard scale > 0 else { return scale == 0 ? .known(.constant(0), []) : .unknown }
    return .uniform(bound: scale, general: "scale", substituted: self.scale.description)
  }
}

/// The bounds `-scale` and `scale` as the operator receives them.
private func checkedBounds(_ scale: Double) throws(InitializerError) -> (low: Float, high: Float) {
  let low = ScalarArgument.parsed(-scale)
  let high = ScalarArgument.parsed(scale)
  guard high >= low else { throw .boundsOutOfOrder(low: low, high: high) }
  return (low, high)
}

/// Draws a tensor between `-scale` and `scale`.
func uniformTensor(
  _ scale: Double, for target: InitializerTarget, from stream: inout RandomStream
) throws(InitializerError) -> Tensor {
  let (low, high) = try checkedBounds(scale)
  let drawn = stream.uniformTensor(
    low: low, high: high, shape: target.shape, elementType: target.elementType)
  guard let drawn else { throw .unsupportedElementType(target.elementType) }
  return drawn
}

extension InitializerTheory {
  /// A uniform distribution between `-bound` and `bound`, whose bound comes from a formula.
  static func uniform(bound: Double, general: String, substituted: String) -> InitializerTheory {
    let distribution = Distribution.uniform(low: -bound, high: bound)
    return .known(
      distribution,
      [
        Formula(symbol: "b", general: general, substituted: substituted, value: bound),
        Formula(
          symbol: "std", general: "b / √3", substituted: "b / √3",
          value: distribution.standardDeviation),
      ])
  }
}
