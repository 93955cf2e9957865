public import Tensors

/// A fully connected layer: `activation(x W^T + b)`.
///
/// Weight has shape `[units, inUnits]`, bias `[units]`.
public final class Dense: HybridBlock {
  /// The number of outputs.
  public let units: Int
  /// What is applied to each output, if anything.
  public var activation: ActivationFunction? { act?.function }
  /// Whether all axes but the first are one; otherwise only the last axis is transformed.
  public let flatten: Bool

  /// Creates a layer.
  ///
  /// - Parameters:
  ///   - units: The number of outputs.
  ///   - activation: What is applied to each output.
  ///   - useBias: Whether there is a bias.
  ///   - flatten: Whether all axes of the input but the first are taken as one.
  ///   - elementType: The type of weight and bias.
  ///   - weightInitializer: What the weight declares; by default the network's initializer decides.
  ///   - biasInitializer: What the bias declares.
  ///   - inUnits: The number of inputs, or 0 to learn it from the first input.
  ///   - prefix: What names start with.
  ///   - params: The parameters to share, of another layer or a network.
  /// - Throws: `attributeMismatch` if shared parameters have other attributes.
  public init(
    _ units: Int, activation: ActivationFunction? = nil, useBias: Bool = true,
    flatten: Bool = true, elementType: ElementType = .float32,
    weightInitializer: (any Initializer)? = nil, biasInitializer: (any Initializer)? = Zero(),
    inUnits: Int = 0, prefix: String? = nil, params: ParameterDict?
  ) throws(ParameterError) {
    self.units = units
    self.flatten = flatten
    super.init(prefix: prefix, params: params)
    let weight = ParameterAttributes(
      shape: [units, inUnits], elementType: elementType, initializer: weightInitializer)
    register(try self.params.get("weight", weight), as: "weight")
    if useBias {
      let bias = ParameterAttributes(
        shape: [units], elementType: elementType, initializer: biasInitializer)
      register(try self.params.get("bias", bias), as: "bias")
    }
    addActivation(activation)
  }

  /// Creates a layer that shares no parameters by itself.
  ///
  /// - Precondition: In the name scope of a network that shares parameters, these have the same
  ///   attributes.
  public convenience init(
    _ units: Int, activation: ActivationFunction? = nil, useBias: Bool = true,
    flatten: Bool = true, elementType: ElementType = .float32,
    weightInitializer: (any Initializer)? = nil, biasInitializer: (any Initializer)? = Zero(),
    inUnits: Int = 0, prefix: String? = nil
  ) {
    do {
      try self.init(
        units, activation: activation, useBias: useBias, flatten: flatten,
        elementType: elementType, weightInitializer: weightInitializer,
        biasInitializer: biasInitializer, inUnits: inUnits, prefix: prefix, params: nil)
    } catch {
      preconditionFailure(error.description)
    }
  }

  /// Weight has shape `[units, width]`, bias and the last axis of the output `units`.
  public override func shapes(for input: Shape) throws(ShapeProblem) -> LayerShapes {
    let width = try width(of: input)
    guard width > 0 || weight.isShapeKnown else { throw .undecidable }
    let batch = flatten ? [input.dimensions.first ?? 1] : Array(input.dimensions.dropLast())
    return LayerShapes(parameters: [[units, width], [units]], output: Shape(batch + [units]))
  }

  /// The output of shape `[batch, units]`, or with all axes but the last if `flatten` is false.
  ///
  /// An input of one axis counts as that many samples of width 1.
  ///
  /// - Throws: An error if a parameter has no values, or the input does not fit.
  /// - Complexity: O(batch · units · inUnits).
  public override func forward(_ input: Variable) throws(BlockError) -> Variable {
    let values = try readParameters(for: input.shape)
    let shape = try outputShape(for: input.shape)
    let output = try Variable.apply("FullyConnected", [input] + values) {
      tensors throws(BlockError) in
      try Linear.apply(tensors, output: shape)
    }
    return try act?(output) ?? output
  }

  /// The shape of the output; the activation is passed it too.
  public override func forward(shape input: Shape) throws(BlockError) -> Shape {
    let output = try super.forward(shape: input)
    return try act?(shape: output) ?? output
  }

  /// What Python prints: `Dense(20 -> 256, Activation(relu))`.
  public override var description: String {
    let inputs = weight.shape[1] == 0 ? "None" : "\(weight.shape[1])"
    let activation = act?.description ?? "linear"
    return "Dense(\(inputs) -> \(weight.shape[0]), \(activation))"
  }

  /// How many numbers of the input make one output.
  private func width(of input: Shape) throws(ShapeProblem) -> Int {
    flatten && input.rank > 0 ? try input.countBehindFirst() : input.dimensions.last ?? 0
  }
}
