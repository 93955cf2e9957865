/// What a nonlinearity makes of the standard deviation of a signal, inverted.
///
/// Source: PyTorch `torch.nn.init.calculate_gain`; the gain of SELU keeps it self-normalizing.
public enum Nonlinearity: String, Hashable, Sendable, CaseIterable {
  /// None.
  case linear
  /// None, after a convolution over one axis.
  case conv1d
  /// None, after a convolution over two axes.
  case conv2d
  /// None, after a convolution over three axes.
  case conv3d
  /// The logistic function.
  case sigmoid
  /// The hyperbolic tangent.
  case tanh
  /// The rectifier.
  case relu
  /// The rectifier with a slope for negative inputs.
  case leakyRelu = "leaky_relu"
  /// The self-normalizing exponential unit.
  case selu

  /// The gain for a slope, which only the leaky rectifier uses, and its formula with that slope.
  func gain(slope: Scalar) -> (value: Double, general: String, substituted: String) {
    switch self {
    case .linear, .conv1d, .conv2d, .conv3d, .sigmoid: (1, "gain", "1")
    case .tanh: (5.0 / 3, "gain", "5/3")
    case .relu: (2.0.squareRoot(), "gain", "√2")
    case .selu: (0.75, "gain", "3/4")
    case .leakyRelu:
      (
        (2 / (1 + slope.value * slope.value)).squareRoot(), "√(2 / (1 + a²))",
        "√(2 / (1 + \(slope)²))"
      )
    }
  }
}
