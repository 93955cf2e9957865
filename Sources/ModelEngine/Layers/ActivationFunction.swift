/// A function that is applied to each element.
public enum ActivationFunction: String, Hashable, Sendable, CaseIterable {
  /// `max(x, 0)`; NaN stays NaN.
  case relu
  /// `1 / (1 + e^-x)`.
  case sigmoid
  /// The hyperbolic tangent.
  case tanh
  /// `ln(1 + e^x)`.
  case softrelu
  /// `x / (1 + |x|)`.
  case softsign

  /// The value for an argument.
  public func callAsFunction(_ x: Float) -> Float { elementFunction.value(x) }

  /// The function with its derivative.
  var elementFunction: ElementFunction {
    switch self {
    case .relu: .relu
    case .sigmoid: .sigmoid
    case .tanh: .tanh
    case .softrelu: .softrelu
    case .softsign: .softsign
    }
  }
}
