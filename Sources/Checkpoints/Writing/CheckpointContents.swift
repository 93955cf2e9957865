public import Tensors

/// What a parameter file will hold: named tensors, each wherever it lies now.
public struct CheckpointContents: Sendable {
  /// What the file will say of itself; only safetensors files can.
  public var metadata: [Checkpoint.MetadataEntry]
  /// The tensors, in the order of the file.
  public var tensors: [Item]
  /// Whether the tensors are a list, whose names are left out; only in `.params` files.
  public var isList = false

  /// A tensor and the name that it will have.
  public struct Item: Sendable {
    /// The name.
    public var name: String
    /// Where the elements are.
    public var source: Source

    /// Creates an item.
    public init(name: String, source: Source) {
      self.name = name
      self.source = source
    }
  }

  /// Where the elements of a tensor are.
  public enum Source: Sendable {
    /// In memory.
    case tensor(Tensor)
    /// In another file, at a position; they are copied in pieces.
    case stored(any TensorSource, index: Int)
  }

  /// Creates contents.
  public init(metadata: [Checkpoint.MetadataEntry] = [], tensors: [Item] = []) {
    self.metadata = metadata
    self.tensors = tensors
  }

  /// The contents of an opened file, to be written again, or with some tensors replaced.
  public init(_ checkpoint: Checkpoint) {
    // What a `.params` file says of itself is about its own form.
    metadata = checkpoint.format == .safetensors ? checkpoint.metadata : []
    tensors = checkpoint.tensors.indices.map {
      Item(name: checkpoint.tensors[$0].name, source: .stored(checkpoint, index: $0))
    }
    isList = checkpoint.params?.isList ?? false
  }
}

extension CheckpointContents.Source {
  /// The type of the elements.
  var elementType: ElementType {
    switch self {
    case .tensor(let tensor): tensor.elementType
    case .stored(let source, let index): source.tensors[index].elementType
    }
  }

  /// The dimensions.
  var shape: Shape {
    switch self {
    case .tensor(let tensor): tensor.shape
    case .stored(let source, let index): source.tensors[index].shape
    }
  }

  /// The size of the elements in bytes.
  var byteCount: Int {
    switch self {
    // It exists, so its size is representable.
    case .tensor(let tensor): elementType.byteCount(ofElementCount: tensor.elementCount) ?? 0
    case .stored(let source, let index): source.tensors[index].byteCount
    }
  }
}
