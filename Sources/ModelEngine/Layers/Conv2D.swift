public import Tensors

/// A layer that slides small kernels over images: `activation(x * W + b)`.
///
/// Input has shape `[batch, inChannels, height, width]`, weight `[channels, inChannels / groups,
/// kernel height, kernel width]`, bias `[channels]`.
public final class Conv2D: HybridBlock {
  /// The number of channels of the output.
  public let channels: Int
  /// The size of a kernel.
  public let kernelSize: Extent
  /// How far the kernel moves from one output to the next.
  public let strides: Extent
  /// The number of zeros put on each side of the image.
  public let padding: Extent
  /// The distance between two inputs that a kernel sees; 1 for neighbours.
  public let dilation: Extent
  /// The number of parts into which channels are divided, each convolved alone.
  public let groups: Int
  /// Whether there is a bias.
  public let useBias: Bool

  /// Creates a layer.
  ///
  /// - Parameters:
  ///   - channels: The number of channels of the output.
  ///   - kernelSize: The size of a kernel.
  ///   - strides: How far the kernel moves.
  ///   - padding: The number of zeros put on each side.
  ///   - dilation: The distance between two inputs that a kernel sees.
  ///   - groups: The number of parts into which channels are divided.
  ///   - activation: What is applied to each output.
  ///   - useBias: Whether there is a bias.
  ///   - weightInitializer: What the weight declares.
  ///   - biasInitializer: What the bias declares.
  ///   - inChannels: The number of channels of the input, or 0 to learn it from the first input.
  ///   - prefix: What names start with.
  ///   - params: The parameters to share, of another layer or a network.
  /// - Throws: `attributeMismatch` if shared parameters have other attributes.
  /// - Precondition: Counts, sizes, strides and dilation are positive; groups divide both channels.
  public init(
    _ channels: Int, kernelSize: Extent, strides: Extent = 1, padding: Extent = 0,
    dilation: Extent = 1, groups: Int = 1, activation: ActivationFunction? = nil,
    useBias: Bool = true, weightInitializer: (any Initializer)? = nil,
    biasInitializer: (any Initializer)? = Zero(), inChannels: Int = 0, prefix: String? = nil,
    params: ParameterDict?
  ) throws(ParameterError) {
    precondition(channels > 0, "num_filter should be greater equal to 1")
    precondition(kernelSize.isPositive, "incorrect kernel size: \(kernelSize)")
    precondition(strides.isPositive, "incorrect stride size: \(strides)")
    precondition(dilation.isPositive, "incorrect dilate size: \(dilation)")
    precondition(groups > 0 && channels % groups == 0, "output num_filter must divide group size")
    precondition(inChannels % groups == 0, "input num_filter must divide group size")
    self.channels = channels
    self.kernelSize = kernelSize
    self.strides = strides
    self.padding = padding
    self.dilation = dilation
    self.groups = groups
    self.useBias = useBias
    super.init(prefix: prefix, params: params)
    let weight = ParameterAttributes(
      shape: [channels, inChannels / groups, kernelSize.height, kernelSize.width],
      initializer: weightInitializer)
    register(try self.params.get("weight", weight), as: "weight")
    if useBias {
      let bias = ParameterAttributes(shape: [channels], initializer: biasInitializer)
      register(try self.params.get("bias", bias), as: "bias")
    }
    addActivation(activation)
  }

  /// Creates a layer that shares no parameters by itself.
  ///
  /// - Precondition: As above; in the name scope of a network that shares parameters, these have the
  ///   same attributes.
  public convenience init(
    _ channels: Int, kernelSize: Extent, strides: Extent = 1, padding: Extent = 0,
    dilation: Extent = 1, groups: Int = 1, activation: ActivationFunction? = nil,
    useBias: Bool = true, weightInitializer: (any Initializer)? = nil,
    biasInitializer: (any Initializer)? = Zero(), inChannels: Int = 0, prefix: String? = nil
  ) {
    do {
      try self.init(
        channels, kernelSize: kernelSize, strides: strides, padding: padding, dilation: dilation,
        groups: groups, activation: activation, useBias: useBias,
        weightInitializer: weightInitializer, biasInitializer: biasInitializer,
        inChannels: inChannels, prefix: prefix, params: nil)
    } catch {
      preconditionFailure(error.description)
    }
  }

  /// All convolutions count together.
  public override class var hint: String { "conv" }

  /// What is applied to each output, if anything.
  public var activation: ActivationFunction? { act?.function }

  /// The output of shape `[batch, channels, height, width]`.
  ///
  /// - Throws: An error if a parameter has no values, or the input does not fit.
  public override func forward(_ input: Variable) throws(BlockError) -> Variable {
    let values = try readParameters(for: input.shape)
    let convolution = Convolution(
      window: SlidingWindow(
        size: kernelSize, strides: strides, padding: padding, dilation: dilation),
      groups: groups, output: try outputShape(for: input.shape))
    let output = try Variable.apply("Convolution", [input] + values, convolution.apply)
    return try act?(output) ?? output
  }

  /// The shape of the output; the activation is passed it too.
  public override func forward(shape input: Shape) throws(BlockError) -> Shape {
    let output = try super.forward(shape: input)
    return try act?(shape: output) ?? output
  }

  /// What Python prints: `Conv2D(3 -> 6, kernel_size=(5, 5), stride=(1, 1), Activation(relu))`.
  public override var description: String {
    let inputs = weight.shape[1] == 0 ? "None" : "\(weight.shape[1])"
    var parts = [
      "\(inputs) -> \(weight.shape[0])", "kernel_size=\(kernelSize)", "stride=\(strides)",
    ]
    if padding != 0 { parts.append("padding=\(padding)") }
    if dilation != 1 { parts.append("dilation=\(dilation)") }
    if groups != 1 { parts.append("groups=\(groups)") }
    if !useBias { parts.append("bias=False") }
    if let act { parts.append("\(act)") }
    return "Conv2D(\(parts.joined(separator: ", ")))"
  }

  /// The output has shape `[batch, channels, height, width]`.
  ///
  /// Source: MXNet `ConvolutionShape` in `src/operator/nn/convolution.cc`.
  public override func shapes(for input: Shape) throws(ShapeProblem) -> LayerShapes {
    guard input.rank == 4 else { throw .notImages(rank: input.rank) }
    guard input[1] % groups == 0 else { throw .channelsNotDivisible(remainder: input[1] % groups) }
    let weight: Shape = [channels, input[1] / groups, kernelSize.height, kernelSize.width]
    let height = try outputSize(
      .vertical, input[2] + 2 * padding.height, kernelSize.height, strides.height, dilation.height)
    let width = try outputSize(
      .horizontal, input[3] + 2 * padding.width, kernelSize.width, strides.width, dilation.width)
    return LayerShapes(
      parameters: [weight, [channels]], output: [input[0], channels, height, width])
  }

  private func outputSize(
    _ axis: ShapeProblem.SpatialAxis, _ padded: Int, _ kernel: Int, _ stride: Int, _ dilation: Int
  ) throws(ShapeProblem) -> Int {
    let spread = dilation * (kernel - 1) + 1
    guard spread <= padded else {
      throw .kernelTooLarge(axis: axis, kernel: spread, input: padded)
    }
    return (padded - spread) / stride + 1
  }
}

extension Extent {
  var isPositive: Bool { height > 0 && width > 0 }
}
