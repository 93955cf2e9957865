public import Tensors

/// A layer that gives each sample mean 0 and variance 1 along an axis, then scales and shifts it.
///
/// Gamma and beta have the length of the axis.
public final class LayerNorm: HybridBlock {
  /// The axis to normalize; -1 is the last.
  public let axis: Int
  /// What is added to the variance.
  public let epsilon: Scalar
  /// Whether beta is learned.
  public let center: Bool
  /// Whether gamma is learned.
  public let scale: Bool

  /// Creates a layer.
  ///
  /// - Parameters:
  ///   - axis: The axis to normalize.
  ///   - epsilon: What is added to the variance.
  ///   - center: Whether beta is learned.
  ///   - scale: Whether gamma is learned.
  ///   - betaInitializer: What beta declares.
  ///   - gammaInitializer: What gamma declares.
  ///   - inChannels: The length of the axis, or 0 to learn it from the first input.
  ///   - prefix: What names start with.
  ///   - params: The parameters to share, of another layer or a network.
  /// - Throws: `attributeMismatch` if shared parameters have other attributes.
  public init(
    axis: Int = -1, epsilon: Scalar = 1e-5, center: Bool = true, scale: Bool = true,
    betaInitializer: (any Initializer)? = Zero(), gammaInitializer: (any Initializer)? = One(),
    inChannels: Int = 0, prefix: String? = nil, params: ParameterDict?
  ) throws(ParameterError) {
    self.axis = axis
    self.epsilon = epsilon
    self.center = center
    self.scale = scale
    super.init(prefix: prefix, params: params)
    for (key, initializer, isLearned) in [
      ("gamma", gammaInitializer, scale), ("beta", betaInitializer, center),
    ] {
      var wanted = ParameterAttributes(shape: [inChannels], initializer: initializer)
      wanted.gradReq = isLearned ? .write : .null
      register(try self.params.get(key, wanted), as: key)
    }
  }

  /// Creates a layer that shares no parameters by itself.
  ///
  /// - Precondition: In the name scope of a network that shares parameters, these have the same
  ///   attributes.
  public convenience init(
    axis: Int = -1, epsilon: Scalar = 1e-5, center: Bool = true, scale: Bool = true,
    betaInitializer: (any Initializer)? = Zero(), gammaInitializer: (any Initializer)? = One(),
    inChannels: Int = 0, prefix: String? = nil
  ) {
    do {
      try self.init(
        axis: axis, epsilon: epsilon, center: center, scale: scale,
        betaInitializer: betaInitializer, gammaInitializer: gammaInitializer,
        inChannels: inChannels, prefix: prefix, params: nil)
    } catch {
      preconditionFailure(error.description)
    }
  }

  /// The output has the shape of the input.
  public override func shapes(for input: Shape) throws(ShapeProblem) -> LayerShapes {
    let position = position(in: input)
    guard input.dimensions.indices.contains(position) else { throw .normalizedAxis(axis) }
    let length: Shape = [input[position]]
    return LayerShapes(parameters: [length, length], output: input)
  }

  private func position(in input: Shape) -> Int { axis < 0 ? axis + input.rank : axis }

  /// The normalized input.
  ///
  /// - Throws: An error if a parameter has no values, or the input does not fit.
  public override func forward(_ input: Variable) throws(BlockError) -> Variable {
    let values = try readParameters(for: input.shape)
    _ = try outputShape(for: input.shape)
    let normalization = LayerNormalization(
      axis: position(in: input.shape), epsilon: epsilon.argument)
    return try Variable.apply("LayerNorm", [input] + values, normalization.apply)
  }

  override var operation: String { "\(prefix)layernorm0" }

  /// What Python prints: `LayerNorm(eps=1e-05, axis=-1, center=True, scale=True, in_channels=3)`.
  public override var description: String {
    "LayerNorm(eps=\(epsilon), axis=\(axis), center=\(center.python), scale=\(scale.python), "
      + "in_channels=\(gamma.shape[0]))"
  }
}
