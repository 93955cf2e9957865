public import ModelEngine
public import Tensors

/// A network as a few lines describe it, checked but not built.
public struct NetworkDescription: Sendable {
  /// The shape of the input, batch first; with it the network is run once.
  public var input: Shape?
  /// The seed of the stream, unless a command says otherwise.
  public var seed: Int32?
  /// The initializer of what declares none.
  public var initializer: any Initializer
  /// The layers in order.
  public var layers: [LayerDescription]
}

/// One entry of a list of layers.
public struct LayerDescription: Sendable {
  /// The line of the entry, counted from 1.
  public var line: Int
  /// What it describes.
  public var kind: Kind

  /// The kinds of entries.
  public enum Kind: Sendable {
    /// A fully connected layer.
    case dense(DenseDescription)
    /// The very same block again, by its name.
    case reuse(String)
    /// A container with layers of its own.
    case sequential([LayerDescription], name: String?)
  }
}

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
  /// The number of inputs; 0 if the first forward tells.
  public var inUnits = 0
  /// The declared initializer of the weight.
  public var weightInitializer: (any Initializer)?
  /// The declared initializer of the bias.
  public var biasInitializer: any Initializer = Zero()
  /// The name of the block; Gluon's counter names it otherwise.
  public var name: String?
  /// The name of the layer whose parameters it shares.
  public var params: String?
}
