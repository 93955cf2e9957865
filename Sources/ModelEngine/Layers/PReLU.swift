public import Tensors

/// A layer that multiplies negative elements by a number that is learned.
///
/// Source: He et al., "Delving Deep into Rectifiers", 2015. Alpha has shape `[inChannels]`.
public final class PReLU: HybridBlock {
  /// Creates a layer.
  ///
  /// - Parameters:
  ///   - alphaInitializer: What alpha declares.
  ///   - inChannels: The number of slopes: one, or one for each channel of axis 1.
  ///   - prefix: What names start with.
  ///   - params: The parameters to share, of another layer or a network.
  /// - Throws: `attributeMismatch` if shared parameters have other attributes.
  public init(
    alphaInitializer: any Initializer = Constant(0.25), inChannels: Int = 1,
    prefix: String? = nil, params: ParameterDict?
  ) throws(ParameterError) {
    super.init(prefix: prefix, params: params)
    let alpha = ParameterAttributes(shape: [inChannels], initializer: alphaInitializer)
    register(try self.params.get("alpha", alpha), as: "alpha")
  }

  /// Creates a layer that shares no parameters by itself.
  ///
  /// - Precondition: In the name scope of a network that shares parameters, these have the same
  ///   attributes.
  public convenience init(
    alphaInitializer: any Initializer = Constant(0.25), inChannels: Int = 1,
    prefix: String? = nil
  ) {
    do {
      try self.init(
        alphaInitializer: alphaInitializer, inChannels: inChannels, prefix: prefix, params: nil)
    } catch {
      preconditionFailure(error.description)
    }
  }

  /// The output has the shape of the input; alpha has one number, or one for each channel of axis 1.
  public override func shapes(for input: Shape) throws(ShapeProblem) -> LayerShapes {
    let alpha = attributes[0].parameter.shape
    let channels = input.rank > 1 ? input[1] : input.dimensions.first
    guard alpha.elementCount == 1 || alpha.elementCount == channels else {
      throw .slopes(alpha, input: input)
    }
    return LayerShapes(parameters: [alpha], output: input)
  }

  /// The input, with elements that are not positive multiplied by alpha.
  ///
  /// - Throws: An error if alpha has no values, or does not fit the input.
  public override func forward(_ input: Variable) throws(BlockError) -> Variable {
    let values = try readParameters(for: input.shape)
    _ = try outputShape(for: input.shape)
    return try Variable.apply("LeakyReLU", [input] + values) { tensors throws(BlockError) in
      try Slopes.apply(tensors)
    }
  }
}
