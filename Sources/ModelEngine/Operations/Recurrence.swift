internal import CLayers
internal import Tensors

/// Reads sequences step by step, layer upon layer, remembering a state.
struct Recurrence {
  /// What each step computes.
  var cell: Cell
  /// The size of the state.
  var hiddenSize: Int
  /// The number of layers.
  var layerCount: Int
  /// Whether sequences are read backwards too.
  var isBidirectional: Bool
  /// Whether the first axis of the input is time, not the batch.
  var isTimeFirst: Bool
  /// What the output of each layer but the last is multiplied by, in the time-first layout; empty for
  /// ones.
  var masks: [Tensor] = []

  /// What each step computes.
  enum Cell: Hashable {
    /// `h = max(Wx + Rh + b, 0)`.
    case relu
    /// `h = tanh(Wx + Rh + b)`.
    case tanh
    /// Long short-term memory, with the gates input, forget, memory, output.
    case lstm
    /// Gated recurrent units, with the gates reset, update, new.
    case gru

    var code: cl_cell {
      switch self {
      case .relu: cl_cell_relu
      case .tanh: cl_cell_tanh
      case .lstm: cl_cell_lstm
      case .gru: cl_cell_gru
      }
    }

    var gateCount: Int {
      switch self {
      case .relu, .tanh: 1
      case .lstm: 4
      case .gru: 3
      }
    }

    /// The number of arrays that carry the state.
    var stateCount: Int { self == .lstm ? 2 : 1 }

    /// Whether a step keeps more than its gates for the way back.
    var keepsExtra: Bool { self == .lstm || self == .gru }
  }

  var directionCount: Int { isBidirectional ? 2 : 1 }

  /// Runs all layers over all steps.
  ///
  /// - Parameter inputs: Sequences with three axes; the first state, and of an LSTM the first memory, of
  ///   shape `[layers · directions, batch, hiddenSize]`; then for each layer and direction the weights of
  ///   input and state and their biases.
  /// - Returns: The output with the axes of the input, the last state, and of an LSTM the last memory.
  /// - Throws: An error if the elements cannot be computed with.
  /// - Precondition: The shapes fit together.
  /// - Complexity: O(steps · batch · weights).
  func apply(
    _ inputs: [Tensor]
  ) throws(BlockError) -> (outputs: [Tensor], pullback: Variable.ManyPullback) {
    apply(try inputs.commonRealType(), inputs)
  }

  private func apply<Number: RealElement>(
    _ type: Number.Type, _ inputs: [Tensor]
  ) -> (outputs: [Tensor], pullback: Variable.ManyPullback) {
    let run = RecurrenceRun<Number>(self, inputs)
    return (run.outputs, { gradients, _ in run.gradients(of: gradients) })
  }
}
