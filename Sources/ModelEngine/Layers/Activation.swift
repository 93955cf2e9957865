public import Tensors

/// A layer that applies a function to each element.
public final class Activation: HybridBlock {
  /// The function.
  public let function: ActivationFunction

  /// Creates a layer, which is named after its function: `relu0`.
  public init(_ function: ActivationFunction, prefix: String? = nil) {
    self.function = function
    super.init(prefix: prefix, hint: function.rawValue)
  }

  /// The output has the shape of the input.
  public override func shapes(for input: Shape) -> LayerShapes { LayerShapes(output: input) }

  /// The function's values, in the shape of the input.
  ///
  /// - Throws: `unsupportedElementType` for anything but float32 and float64.
  public override func forward(_ input: Variable) throws(BlockError) -> Variable {
    try input.applying(function)
  }

  /// What Python prints: `Activation(tanh)`.
  public override var description: String { "Activation(\(function.rawValue))" }
}
