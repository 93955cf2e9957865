public import Tensors

/// A layer that replaces each number of a word by the word's vector.
///
/// Weight has shape `[inputDim, outputDim]`.
public final class Embedding: HybridBlock {
  /// The number of words.
  public let inputDim: Int
  /// The length of a vector.
  public let outputDim: Int

  /// Creates a layer.
  ///
  /// - Parameters:
  ///   - inputDim: The number of words.
  ///   - outputDim: The length of a vector.
  ///   - elementType: The type of the weight.
  ///   - weightInitializer: What the weight declares.
  ///   - prefix: What names start with.
  ///   - params: The parameters to share, of another layer or a network.
  /// - Throws: `attributeMismatch` if shared parameters have other attributes.
  /// - Precondition: Both dimensions are positive.
  public init(
    _ inputDim: Int, _ outputDim: Int, elementType: ElementType = .float32,
    weightInitializer: (any Initializer)? = nil, prefix: String? = nil, params: ParameterDict?
  ) throws(ParameterError) {
    precondition(inputDim > 0 && outputDim > 0, "input_dim and output_dim are positive")
    self.inputDim = inputDim
    self.outputDim = outputDim
    super.init(prefix: prefix, params: params)
    let weight = ParameterAttributes(
      shape: [inputDim, outputDim], elementType: elementType, initializer: weightInitializer)
    register(try self.params.get("weight", weight), as: "weight")
  }

  /// Creates a layer that shares no parameters by itself.
  ///
  /// - Precondition: As above; in the name scope of a network that shares parameters, these have the
  ///   same attributes.
  public convenience init(
    _ inputDim: Int, _ outputDim: Int, elementType: ElementType = .float32,
    weightInitializer: (any Initializer)? = nil, prefix: String? = nil
  ) {
    do {
      try self.init(
        inputDim, outputDim, elementType: elementType, weightInitializer: weightInitializer,
        prefix: prefix, params: nil)
    } catch {
      preconditionFailure(error.description)
    }
  }

  /// The output has the axes of the input and one more, of `outputDim`.
  public override func shapes(for input: Shape) -> LayerShapes {
    LayerShapes(
      parameters: [[inputDim, outputDim]], output: Shape(input.dimensions + [outputDim]))
  }

  /// The vectors of the words.
  ///
  /// Numbers of words are cut to whole ones and into the range, as MXNet does.
  ///
  /// - Throws: An error if the weight has no values, or an element type that is not computed with.
  public override func forward(_ input: Variable) throws(BlockError) -> Variable {
    let values = try readParameters(for: input.shape)
    _ = try outputShape(for: input.shape)
    return try Variable.apply("Embedding", [input] + values, Lookup().apply)
  }

  /// What Python prints: `Embedding(10 -> 4, float32)`.
  public override var description: String {
    "Embedding(\(inputDim) -> \(outputDim), \(weight.elementType.name))"
  }
}
