public import Tensors

/// Why the shapes of a block's parameters could not be learned from an input.
public struct InferenceFailure: Error, Hashable {
  /// MXNet's name of the computation: `dense0_fwd`.
  public let operation: String
  /// The shapes of what the computation was given, by name.
  public let inputs: [Argument]
  /// The parameters whose shapes were not known.
  public let unknown: [Argument]
  /// What is wrong.
  public let problem: ShapeProblem

  /// A name and a shape.
  public struct Argument: Hashable, Sendable {
    /// The full name of a parameter, or MXNet's name of an input.
    public let name: String
    /// The shape, with 0 for unknown dimensions.
    public let shape: Shape
  }
}

extension InferenceFailure: CustomStringConvertible {
  /// The message of MXNet.
  public var description: String {
    if problem == .undecidable {
      return "Cannot decide shape for the following arguments (0s in shape means unknown "
        + "dimensions). Consider providing them as input:"
        + (inputs + unknown).map { "\n\t\($0.name): \($0.shape.pythonDescription)" }.joined()
    }
    return "MXNetError: Error in operator \(operation): \(problem)"
  }

  /// What MXNet prints on standard output beside the message.
  public var printed: String {
    if problem == .undecidable { return "" }
    return "infer_shape error. Arguments:\n"
      + inputs.map { "  \($0.name): \($0.shape.pythonDescription)\n" }.joined()
  }
}
