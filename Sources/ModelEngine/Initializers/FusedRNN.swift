public import Tensors

/// Fills the single vector that holds all weights and biases of a recurrent network.
///
/// The vector is cut into the pieces of each layer, direction and gate, every piece is filled as its
/// name says (biases with 0), and the forget gates of an LSTM get a bias of their own.
/// Source: MXNet `python/mxnet/initializer.py` and `rnn/rnn_cell.py` (`FusedRNNCell`).
public struct FusedRNN: Initializer {
  /// The name under which Gluon registers it.
  public static let name = "fusedrnn"
  /// What fills weights.
  public let initializer: any Initializer
  /// The size of the hidden state.
  public let hiddenCount: Int
  /// The number of layers.
  public let layerCount: Int
  /// The kind of cell.
  public let mode: Mode
  /// Whether each layer also goes backward.
  public let isBidirectional: Bool
  /// The bias of the forget gates of an LSTM.
  public let forgetBias: Scalar

  /// The kinds of cells.
  public enum Mode: String, Hashable, Sendable, CaseIterable {
    /// A simple cell with a rectifier.
    case relu = "rnn_relu"
    /// A simple cell with a hyperbolic tangent.
    case tanh = "rnn_tanh"
    /// Long short-term memory.
    case lstm
    /// Gated recurrent unit.
    case gru

    /// The ends of the names of the gates, in the order in which they are stored.
    var gates: [String] {
      switch self {
      case .relu, .tanh: [""]
      case .lstm: ["_i", "_f", "_c", "_o"]
      case .gru: ["_r", "_z", "_o"]
      }
    }
  }

  /// Creates the rule.
  ///
  /// - Precondition: There is at least one hidden unit and one layer.
  public init(
    _ initializer: any Initializer, hiddenCount: Int, layerCount: Int, mode: Mode,
    isBidirectional: Bool = false, forgetBias: Scalar = 1.0
  ) {
    precondition(hiddenCount > 0 && layerCount > 0, "a recurrent network has units and layers")
    self.initializer = initializer
    self.hiddenCount = hiddenCount
    self.layerCount = layerCount
    self.mode = mode
    self.isBidirectional = isBidirectional
    self.forgetBias = forgetBias
  }

  /// All arguments under Gluon's names; the initializer as its JSON text.
  public var arguments: [InitializerArgument] {
    [
      .init(name: "init", value: .text(initializer.dumps)),
      .init(name: "num_hidden", value: .number(.integer(hiddenCount))),
      .init(name: "num_layers", value: .number(.integer(layerCount))),
      .init(name: "mode", value: .choice(mode.rawValue)),
      .init(name: "bidirectional", value: .flag(isBidirectional)),
      .init(name: "forget_bias", value: .number(forgetBias)),
    ]
  }

  /// Fills 32-bit floats.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) {
    let target = InitializerTarget(name: target.name, shape: target.shape)
    values = try tensor(for: target, from: &stream).floats
  }

  /// Fills piece after piece in the element type of `target`.
  public func tensor(
    for target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    var bytes: [UInt8] = []
    for piece in try pieces(elementCount: target.shape.elementCount) {
      let part = InitializerTarget(
        name: piece.name, shape: piece.shape, elementType: target.elementType)
      let isForgetBias = mode == .lstm && piece.name.hasSuffix("_f_bias")
      bytes +=
        try isForgetBias
        ? constantTensor(forgetBias.value, for: part).bytes
        : initializer.routedTensor(for: part, from: &stream).bytes
    }
    return Tensor(bytes: bytes, elementType: target.elementType, shape: target.shape)
  }

  private typealias Piece = (name: String, shape: Shape)

  /// The pieces in the order in which they are stored: all weights, then all biases.
  private func pieces(elementCount: Int) throws(InitializerError) -> [Piece] {
    let directions = isBidirectional ? ["l", "r"] : ["l"]
    let inputCount = inputCount(elementCount: elementCount, directionCount: directions.count)
    guard inputCount > 0 else { throw .wrongFusedSize }
    var pieces: [Piece] = []
    for layer in 0..<layerCount {
      let width = layer == 0 ? inputCount : directions.count * hiddenCount
      for direction in directions {
        let cell = "\(direction)\(layer)"
        for gate in mode.gates {
          pieces.append(("\(cell)_i2h\(gate)_weight", [hiddenCount, width]))
        }
        for gate in mode.gates {
          pieces.append(("\(cell)_h2h\(gate)_weight", [hiddenCount, hiddenCount]))
        }
      }
    }
    for layer in 0..<layerCount {
      for direction in directions {
        let cell = "\(direction)\(layer)"
        for gate in mode.gates { pieces.append(("\(cell)_i2h\(gate)_bias", [hiddenCount])) }
        for gate in mode.gates { pieces.append(("\(cell)_h2h\(gate)_bias", [hiddenCount])) }
      }
    }
    guard pieces.reduce(0, { $0 + $1.shape.elementCount }) == elementCount else {
      throw .wrongFusedSize
    }
    return pieces
  }

  /// The number of inputs that a vector of this length is made for.
  private func inputCount(elementCount: Int, directionCount: Int) -> Int {
    let rows = elementCount / directionCount / hiddenCount / mode.gates.count
    let (width, overflows) = (layerCount - 1).multipliedReportingOverflow(
      by: hiddenCount + directionCount * hiddenCount + 2)
    // A network that overflows has more weights than any vector.
    return overflows || width > rows ? 0 : rows - width - hiddenCount - 2
  }
}

extension FusedRNN: Hashable {
  /// Whether kind and arguments are equal.
  public static func == (left: FusedRNN, right: FusedRNN) -> Bool { left.isEqual(to: right) }

  /// Hashes the arguments.
  public func hash(into hasher: inout Hasher) { hasher.combine(arguments) }
}
