public import Tensors

/// A layer that applies a function to each element.
public final class Activation: Block {
  /// The function.
  public let function: ActivationFunction

  /// Creates a layer, which is named after its function: `relu0`.
  public init(_ function: ActivationFunction, prefix: String? = nil) {
    self.function = function
    super.init(prefix: prefix, hint: function.rawValue)
  }

  /// The function's values, in the shape of the input.
  ///
  /// - Throws: `unsupportedElementType` for anything but float32.
  public override func forward(_ input: Tensor) throws(BlockError) -> Tensor {
    guard case .float32(let elements) = input.storage else {
      throw .unsupportedElementType(input.elementType)
    }
    return Tensor(elements.map { function($0) }, shape: input.shape)
  }

  /// What Python prints: `Activation(tanh)`.
  public override var description: String { "Activation(\(function.rawValue))" }
}

/// A layer that makes one axis of all axes but the first.
public final class Flatten: Block {
  /// Creates a layer.
  public init(prefix: String? = nil) { super.init(prefix: prefix) }

  /// The input under the shape `[batch, width]`; one axis counts as samples of width 1.
  public override func forward(_ input: Tensor) throws(BlockError) -> Tensor {
    let batch = input.shape.dimensions.first ?? 1
    return input.reshaped(to: [batch, input.shape.dimensions.dropFirst().reduce(1, *)])
  }

  /// What Python prints: `Flatten`.
  public override var description: String { "Flatten" }
}
