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
  /// The line of that initializer, or nil if it is Gluon's default.
  public var initializerLine: Int?
  /// The layers in order.
  public var layers: [LayerDescription]
}

/// One entry of a list of layers.
public struct LayerDescription: Sendable {
  /// The line of the entry, counted from 1.
  public var line: Int
  /// The name of the block; Gluon's counter names it otherwise.
  public var name: String?
  /// The name of the layer whose parameters it shares.
  public var params: String?
  /// What it describes.
  public var kind: Kind

  /// The kinds of entries.
  public enum Kind: Sendable {
    /// A fully connected layer.
    case dense(DenseDescription)
    /// A function of each element.
    case activation(ActivationFunction)
    /// A function of each element that is a class of its own.
    case elementLayer(ElementLayerDescription)
    /// A layer that learns what negative elements are multiplied by.
    case prelu(PReLUDescription)
    /// A layer that zeroes a share of the elements while training.
    case dropout(rate: Scalar, axes: [Int])
    /// A layer that makes one axis of all but the first.
    case flatten
    /// A layer that normalizes over a batch.
    case batchNorm(NormDescription)
    /// A layer that normalizes each sample.
    case layerNorm(NormDescription)
    /// A layer that replaces numbers of words by vectors.
    case embedding(EmbeddingDescription)
    /// A convolution.
    case conv2D(Conv2DDescription)
    /// A pooling layer.
    case pooling(PoolingDescription)
    /// A recurrent layer.
    case recurrent(RecurrentDescription)
    /// The very same block again, by its name.
    case reuse(String)
    /// A container with layers of its own.
    case sequential([LayerDescription])
  }
}
