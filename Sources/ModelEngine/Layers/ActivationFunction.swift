private import Glibc

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
  public func callAsFunction(_ x: Float) -> Float {
    switch self {
    case .relu: x < 0 ? 0 : x
    case .sigmoid: 1 / (1 + expf(-x))
    case .tanh: tanhf(x)
    case .softrelu: max(x, 0) + log1pf(expf(-abs(x)))
    case .softsign: x / (1 + abs(x))
    }
  }

  /// The value for an argument.
  func callAsFunction(_ x: Double) -> Double {
    switch self {
    case .relu: x < 0 ? 0 : x
    case .sigmoid: 1 / (1 + exp(-x))
    case .tanh: Glibc.tanh(x)
    case .softrelu: max(x, 0) + log1p(exp(-abs(x)))
    case .softsign: x / (1 + abs(x))
    }
  }
}
