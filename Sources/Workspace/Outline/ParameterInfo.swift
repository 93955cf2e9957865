public import ModelEngine
public import Tensors

/// What is known of a parameter without reading its elements.
public struct ParameterInfo: Hashable, Sendable {
  /// The full name: `dense1_weight`, `model.norm.weight`.
  public var name: String
  /// The type of the elements.
  public var elementType: ElementType
  /// The dimensions; 0 stands for one that is not known yet in a deferred parameter.
  public var shape: Shape
  /// Whether there are elements to look at.
  public var state: State
  /// The positions of its uses.
  public var uses: [Int]
  /// The position of its sharing group, counted over the model; nil if it is used once.
  public var tie: Int?
  /// The initializer that drew the present elements, or nil if they were read.
  public var origin: Origin?
  /// The offset of the first byte in the file, where there is one.
  public var offsetInFile: Int?
  /// The position in the list of the file, where there is one.
  var sourceIndex: Int?
  /// The initializer that the layer declares, with its arguments; nil in a file, or if it has none.
  public var declaredInitializer: String?
  /// What a backward pass does with the gradient; nil in a file.
  public var gradientRequest: String?
  /// Whether the elements differ from those that were opened.
  public var isModified = false

  /// Creates the information on a parameter that is used by nobody yet.
  public init(name: String, elementType: ElementType, shape: Shape, state: State) {
    self.name = name
    self.elementType = elementType
    self.shape = shape
    self.state = state
    uses = []
  }

  /// Whether a parameter has elements.
  public enum State: Hashable, Sendable {
    /// The elements can be read.
    case ready
    /// The shape is not known yet; Gluon's message says why.
    case deferred(message: String)
    /// Nobody initialized it; Gluon's message says so.
    case uninitialized(message: String)
  }

  /// Where the present elements come from.
  public struct Origin: Hashable, Sendable {
    /// The name of the initializer: `xavier`.
    public var name: String
    /// The initializer with its arguments: `xavier(uniform, avg, 3)`.
    public var text: String
    /// The seed set just before the draw, or nil if the stream went on.
    public var seed: Int32?
    /// What theory says of the values.
    public var theory: InitializerTheory

    /// Creates an origin.
    public init(name: String, text: String, seed: Int32?, theory: InitializerTheory) {
      self.name = name
      self.text = text
      self.seed = seed
      self.theory = theory
    }
  }

  /// The number of elements, or nil while the shape is not known.
  public var elementCount: Int? {
    switch state {
    case .ready: shape.elementCount
    case .deferred, .uninitialized: shape.dimensions.contains(0) ? nil : shape.checkedElementCount
    }
  }

  /// The size of the elements in bytes; 0 while the shape is not known.
  public var byteCount: Int { ((elementCount ?? 0) * elementType.bitCount + 7) / 8 }
}
