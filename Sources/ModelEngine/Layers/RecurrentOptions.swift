public import Tensors

/// What recurrent layers have in common, with Gluon's defaults.
public struct RecurrentOptions: Sendable {
  /// The number of layers, one reading the states of the other.
  public var layerCount = 1
  /// Which axis of the input is time.
  public var layout = Layout.timeFirst
  /// The share of states that are zeroed between layers while training.
  public var dropout: Scalar = 0
  /// Whether sequences are read backwards too.
  public var isBidirectional = false
  /// The size of an input, or 0 to learn it from the first one.
  public var inputSize = 0
  /// The type of the weights.
  public var elementType = ElementType.float32
  /// What the weights declare.
  public var initializers = Initializers()

  /// Which axis of the input is time.
  public enum Layout: String, Hashable, Sendable, CaseIterable {
    /// Time, batch, features.
    case timeFirst = "TNC"
    /// Batch, time, features.
    case batchFirst = "NTC"
  }

  /// What the four kinds of weights declare.
  public struct Initializers: Sendable {
    /// For the weights of the input.
    public var inputWeight: (any Initializer)?
    /// For the weights of the state.
    public var stateWeight: (any Initializer)?
    /// For the bias beside the input.
    public var inputBias: (any Initializer)? = Zero()
    /// For the bias beside the state.
    public var stateBias: (any Initializer)? = Zero()

    /// Creates Gluon's defaults.
    public init() {}

    func declared(for key: String) -> (any Initializer)? {
      switch key.split(separator: "_").dropFirst().joined(separator: "_") {
      case "i2h_weight": inputWeight
      case "h2h_weight": stateWeight
      case "i2h_bias": inputBias
      default: stateBias
      }
    }
  }

  /// Creates options.
  public init(
    layerCount: Int = 1, layout: Layout = .timeFirst, dropout: Scalar = 0,
    isBidirectional: Bool = false, inputSize: Int = 0, elementType: ElementType = .float32,
    initializers: Initializers = Initializers()
  ) {
    self.layerCount = layerCount
    self.layout = layout
    self.dropout = dropout
    self.isBidirectional = isBidirectional
    self.inputSize = inputSize
    self.elementType = elementType
    self.initializers = initializers
  }

  /// The letters of the directions.
  var directions: [String] { isBidirectional ? ["l", "r"] : ["l"] }
}
