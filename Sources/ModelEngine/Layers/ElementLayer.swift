public import Tensors

/// A layer without parameters that applies a function of its own to each element.
public class ElementLayer: HybridBlock {
  let function: ElementFunction

  init(_ function: ElementFunction, prefix: String?) {
    self.function = function
    super.init(prefix: prefix)
  }

  /// The output has the shape of the input.
  public override func shapes(for input: Shape) -> LayerShapes { LayerShapes(output: input) }

  /// The function's values, in the shape of the input.
  ///
  /// - Throws: `unsupportedElementType` for anything but float32 and float64.
  public override func forward(_ input: Variable) throws(BlockError) -> Variable {
    try input.applying(function, named: "LeakyReLU")
  }
}

/// A layer that multiplies negative elements by a small number.
public final class LeakyReLU: ElementLayer {
  /// The number.
  public let alpha: Scalar

  /// Creates a layer.
  ///
  /// - Precondition: `alpha` is not negative.
  public init(_ alpha: Scalar, prefix: String? = nil) {
    precondition(alpha.value >= 0, "Slope coefficient for LeakyReLU must be no less than 0.")
    self.alpha = alpha
    super.init(.leaky(slope: Double(alpha.argument)), prefix: prefix)
  }

  /// What Python prints: `LeakyReLU(0.1)`.
  public override var description: String { "LeakyReLU(\(alpha))" }
}

/// A layer that lets negative elements approach a limit: `alpha · (e^x - 1)`.
public final class ELU: ElementLayer {
  /// The limit, with the other sign.
  public let alpha: Scalar

  /// Creates a layer.
  ///
  /// - Parameters:
  ///   - alpha: The limit, with the other sign.
  ///   - prefix: What names start with.
  public init(_ alpha: Scalar = 1, prefix: String? = nil) {
    self.alpha = alpha
    super.init(.elu(alpha: Double(alpha.argument)), prefix: prefix)
  }
}

/// An ELU whose scale keeps mean 0 and variance 1.
public final class SELU: ElementLayer {
  /// Creates a layer.
  public init(prefix: String? = nil) { super.init(.selu, prefix: prefix) }
}

/// A layer that multiplies each element by the probability that a normal number is below it.
public final class GELU: ElementLayer {
  /// Creates a layer.
  public init(prefix: String? = nil) { super.init(.gelu, prefix: prefix) }
}

/// A layer that computes `x · sigmoid(beta · x)`.
public final class Swish: ElementLayer {
  /// How steep the sigmoid is.
  public let steepness: Scalar

  /// Creates a layer.
  ///
  /// - Parameters:
  ///   - beta: How steep the sigmoid is.
  ///   - prefix: What names start with.
  public init(_ beta: Scalar = 1, prefix: String? = nil) {
    steepness = beta
    super.init(.swish(beta: Double(beta.argument)), prefix: prefix)
  }
}
