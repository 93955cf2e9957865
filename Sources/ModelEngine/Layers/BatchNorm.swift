public import Tensors

/// A layer that gives each channel mean 0 and variance 1 over a batch, then scales and shifts it.
///
/// Gamma, beta, running mean and running variance have shape `[channels]`.
public final class BatchNorm: HybridBlock {
  /// The axis of the channels; negative ones count from the end.
  public let axis: Int
  /// How much of the running statistics stays at each step.
  public let momentum: Scalar
  /// What is added to the variance.
  public let epsilon: Scalar
  /// Whether beta is learned.
  public let center: Bool
  /// Whether gamma is learned.
  public let scale: Bool
  /// Whether the running statistics are used even while training.
  public let useGlobalStats: Bool

  /// What the four parameters declare.
  public struct Initializers: Sendable {
    /// For beta.
    public var beta: (any Initializer)? = Zero()
    /// For gamma.
    public var gamma: (any Initializer)? = One()
    /// For the running mean.
    public var runningMean: (any Initializer)? = Zero()
    /// For the running variance.
    public var runningVariance: (any Initializer)? = One()

    /// Creates Gluon's defaults.
    public init() {}
  }

  /// Creates a layer.
  ///
  /// - Parameters:
  ///   - axis: The axis of the channels.
  ///   - momentum: How much of the running statistics stays at each step.
  ///   - epsilon: What is added to the variance.
  ///   - center: Whether beta is learned.
  ///   - scale: Whether gamma is learned.
  ///   - useGlobalStats: Whether the running statistics are used even while training.
  ///   - initializers: What the parameters declare.
  ///   - inChannels: The number of channels, or 0 to learn it from the first input.
  ///   - prefix: What names start with.
  ///   - params: The parameters to share, of another layer or a network.
  /// - Throws: `attributeMismatch` if shared parameters have other attributes.
  public init(
    axis: Int = 1, momentum: Scalar = 0.9, epsilon: Scalar = 1e-5, center: Bool = true,
    scale: Bool = true, useGlobalStats: Bool = false, initializers: Initializers = Initializers(),
    inChannels: Int = 0, prefix: String? = nil, params: ParameterDict?
  ) throws(ParameterError) {
    self.axis = axis
    self.momentum = momentum
    self.epsilon = epsilon
    self.center = center
    self.scale = scale
    self.useGlobalStats = useGlobalStats
    super.init(prefix: prefix, params: params)
    for (key, initializer, isLearned) in [
      ("gamma", initializers.gamma, scale), ("beta", initializers.beta, center),
      ("running_mean", initializers.runningMean, false),
      ("running_var", initializers.runningVariance, false),
    ] {
      var wanted = ParameterAttributes(shape: [inChannels], initializer: initializer)
      wanted.gradReq = isLearned ? .write : .null
      wanted.isDifferentiable = isLearned
      register(try self.params.get(key, wanted), as: key)
    }
  }

  /// Creates a layer that shares no parameters by itself.
  ///
  /// - Precondition: In the name scope of a network that shares parameters, these have the same
  ///   attributes.
  public convenience init(
    axis: Int = 1, momentum: Scalar = 0.9, epsilon: Scalar = 1e-5, center: Bool = true,
    scale: Bool = true, useGlobalStats: Bool = false, initializers: Initializers = Initializers(),
    inChannels: Int = 0, prefix: String? = nil
  ) {
    do {
      try self.init(
        axis: axis, momentum: momentum, epsilon: epsilon, center: center, scale: scale,
        useGlobalStats: useGlobalStats, initializers: initializers, inChannels: inChannels,
        prefix: prefix, params: nil)
    } catch {
      preconditionFailure(error.description)
    }
  }

  /// The output has the shape of the input.
  public override func shapes(for input: Shape) throws(ShapeProblem) -> LayerShapes {
    let position = position(in: input)
    guard input.dimensions.indices.contains(position) else {
      throw .channelAxis(position, rank: input.rank)
    }
    let channels: Shape = [input[position]]
    return LayerShapes(
      parameters: [Shape](repeating: channels, count: attributes.count), output: input)
  }

  private func position(in input: Shape) -> Int { axis < 0 ? axis + input.rank : axis }

  /// The normalized input: by the batch's moments in training, which going back makes a part of the
  /// running ones, and by the running ones otherwise.
  ///
  /// - Throws: An error if a parameter has no values, or the input does not fit.
  public override func forward(_ input: Variable) throws(BlockError) -> Variable {
    let values = try readParameters(for: input.shape)
    _ = try outputShape(for: input.shape)
    let operation = BatchNormalization(
      axis: position(in: input.shape), epsilon: epsilon.value)
    let gamma = scale ? values[0] : Variable(.ones(like: values[0].value))
    let learns = Autograd.isTraining && !useGlobalStats
    let moments =
      learns
      ? try operation.moments(of: input.value)
      : BatchNormalization.Moments(
        mean: values[2].value, variance: values[3].value, areOfBatch: false)
    return try Variable.apply("BatchNorm", [input, gamma, values[1]]) {
      tensors throws(BlockError) in
      let (output, pullback) = try operation.apply(tensors, moments)
      guard learns else { return (output, pullback) }
      return (
        output,
        { [self] gradient, wanted in
          updateRunning(moments)
          return pullback(gradient, wanted)
        }
      )
    }
  }

  private func updateRunning(_ moments: BatchNormalization.Moments) {
    let share = momentum.argument
    for (attribute, batch) in zip(attributes[2...], [moments.mean, moments.variance]) {
      // Parameters that were changed meanwhile so that they do not fit keep what they have.
      guard let old = try? attribute.parameter.data(), old.shape == batch.shape else { continue }
      try? attribute.parameter.setData(old.mixed(with: batch, share: share))
    }
  }

  /// Gives the parameters another element type; for half precision they stay in single, as in Gluon.
  public override func cast(to elementType: ElementType) {
    super.cast(to: elementType == .float16 ? .float32 : elementType)
  }

  /// What Python prints: `BatchNorm(axis=1, eps=1e-05, ..., in_channels=None)`.
  public override var description: String {
    let channels = gamma.shape[0] == 0 ? "None" : "\(gamma.shape[0])"
    return "BatchNorm(axis=\(axis), eps=\(epsilon), momentum=\(momentum), "
      + "fix_gamma=\((!scale).python), use_global_stats=\(useGlobalStats.python), "
      + "in_channels=\(channels))"
  }
}

extension Tensor {
  /// This tensor times `share` plus another one, of the same shape, times the rest.
  fileprivate func mixed(with other: Tensor, share: Float) -> Tensor {
    if elementType == .float64 {
      let (share, rest) = (Double(share), 1 - Double(share))
      return Tensor(doubles.elementwise(other.doubles) { $0 * share + $1 * rest }, shape: shape)
    }
    let rest = 1 - share
    return Tensor(floats.elementwise(other.floats) { $0 * share + $1 * rest }, shape: shape)
  }
}
