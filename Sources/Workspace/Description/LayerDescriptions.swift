public import ModelEngine
public import Tensors

/// The arguments of a fully connected layer; defaults are Gluon's.
public struct DenseDescription: Sendable {
  /// The number of outputs.
  public var units: Int
  /// The activation, or nil for a linear layer.
  public var activation: ActivationFunction?
  /// Whether there is a bias.
  public var useBias = true
  /// Whether all axes but the first are one.
  public var flatten = true
  /// The type of the parameters.
  public var elementType = ElementType.float32
  /// The number of inputs; 0 if the first forward tells.
  public var inUnits = 0
  /// The declared initializer of the weight.
  public var weightInitializer: (any Initializer)?
  /// The declared initializer of the bias.
  public var biasInitializer: any Initializer = Zero()
}

/// The arguments of a convolution; defaults are Gluon's.
public struct Conv2DDescription: Sendable {
  /// The number of outputs.
  public var channels: Int
  /// The size of a kernel.
  public var kernelSize: Extent
  /// How far the kernel moves.
  public var strides: Extent = 1
  /// The number of zeros on each side.
  public var padding: Extent = 0
  /// The distance between two inputs that a kernel sees.
  public var dilation: Extent = 1
  /// The number of parts into which channels are divided.
  public var groups = 1
  /// The activation, or nil for a linear layer.
  public var activation: ActivationFunction?
  /// Whether there is a bias.
  public var useBias = true
  /// The number of channels of the input; 0 if the first forward tells.
  public var inChannels = 0
  /// The declared initializer of the weight.
  public var weightInitializer: (any Initializer)?
  /// The declared initializer of the bias.
  public var biasInitializer: any Initializer = Zero()
}

/// The arguments of a pooling layer; defaults are Gluon's.
public struct PoolingDescription: Sendable {
  /// What is made of a window.
  public var kind: Kind
  /// The size of a window.
  public var poolSize: Extent = 2
  /// How far the window moves; nil for its size.
  public var strides: Extent?
  /// The width of the border.
  public var padding: Extent = 0
  /// Whether a last window that reaches beyond the border counts.
  public var ceilMode = false
  /// Whether the border counts as zeros in a mean.
  public var countIncludePad = true

  /// The kinds of pooling.
  public enum Kind: Sendable {
    /// The maximum of each window.
    case max
    /// The mean of each window.
    case average
    /// The mean of each channel.
    case globalAverage
  }
}

/// The arguments of a normalizing layer; defaults are Gluon's, those not asked for are nil.
public struct NormDescription: Sendable {
  /// The axis of the channels, or the axis to normalize.
  public var axis: Int
  /// How much of the running statistics stays at each step.
  public var momentum: Scalar = 0.9
  /// What is added to the variance.
  public var epsilon: Scalar = 1e-5
  /// Whether beta is learned.
  public var center = true
  /// Whether gamma is learned.
  public var scale = true
  /// Whether the running statistics are used even while training.
  public var useGlobalStats = false
  /// What the parameters declare.
  public var initializers = BatchNorm.Initializers()
  /// The number of channels; 0 if the first forward tells.
  public var inChannels = 0
}

/// A function of each element that is a class of its own, with its argument.
public enum ElementLayerDescription: Hashable, Sendable {
  /// Negative elements are multiplied by a small number.
  case leakyReLU(alpha: Scalar)
  /// Negative elements approach a limit.
  case elu(alpha: Scalar)
  /// The same with a scale that keeps mean 0 and variance 1.
  case selu
  /// Each element times the probability that a normal number is below it.
  case gelu
  /// Each element times its sigmoid.
  case swish(beta: Scalar)
}

/// The arguments of a layer that learns what negative elements are multiplied by.
public struct PReLUDescription: Sendable {
  /// What the numbers declare.
  public var alphaInitializer: any Initializer = Constant(0.25)
  /// How many there are.
  public var inChannels = 1
}

/// The arguments of an embedding; defaults are Gluon's.
public struct EmbeddingDescription: Sendable {
  /// The number of words.
  public var inputDim: Int
  /// The length of a vector.
  public var outputDim: Int
  /// The type of the weight.
  public var elementType = ElementType.float32
  /// The declared initializer of the weight.
  public var weightInitializer: (any Initializer)?
}

/// The arguments of a recurrent layer; defaults are Gluon's.
public struct RecurrentDescription: Sendable {
  /// Which units.
  public var kind: Kind
  /// The size of the state.
  public var hiddenSize: Int
  /// Everything that all kinds have in common.
  public var options = RecurrentOptions()

  /// The kinds of recurrent layers.
  public enum Kind: Sendable {
    /// Simple units with a function.
    case simple(RNN.Activity)
    /// Long short-term memory.
    case lstm
    /// Gated units.
    case gru
  }
}
