/// Long short-term memory: a state and a memory, with four gates.
public final class LSTM: RecurrentLayer {
  override var cell: Recurrence.Cell { .lstm }
  override class var gateCount: Int { 4 }
  override class var stateCount: Int { 2 }
}

/// Gated recurrent units: a state with three gates.
public final class GRU: RecurrentLayer {
  override var cell: Recurrence.Cell { .gru }
  override class var gateCount: Int { 3 }
}

/// Simple recurrent units: a state that is a function of input and state.
public final class RNN: RecurrentLayer {
  /// The function.
  public private(set) var activation = Activity.relu

  override var cell: Recurrence.Cell { activation == .relu ? .relu : .tanh }

  /// The functions that a simple recurrent layer can have.
  public enum Activity: String, Hashable, Sendable, CaseIterable {
    /// `max(x, 0)`.
    case relu
    /// The hyperbolic tangent.
    case tanh
  }

  /// Creates a layer with a function.
  ///
  /// - Parameters:
  ///   - hiddenSize: The size of the state.
  ///   - activation: The function.
  ///   - options: Everything else.
  ///   - prefix: What names start with.
  ///   - params: The parameters to share, of another layer or a network.
  /// - Throws: `attributeMismatch` if shared parameters have other attributes.
  /// - Precondition: The sizes are positive.
  public convenience init(
    _ hiddenSize: Int, activation: Activity, _ options: RecurrentOptions = RecurrentOptions(),
    prefix: String? = nil, params: ParameterDict? = nil
  ) throws(ParameterError) {
    try self.init(hiddenSize, options, prefix: prefix, params: params)
    self.activation = activation
  }
}
