public import Tensors

/// What can go wrong in a forward pass, in the words of MXNet.
public enum BlockError: Error {
  /// A parameter cannot be read or initialized.
  case parameter(ParameterError)
  /// The input does not fit the weight's shape.
  case inconsistentShape(provided: Shape, inferred: Shape)
  /// The shape of a deferred weight contradicts the input.
  case inferenceFailed(operation: String, provided: Shape, inferred: Shape)
  /// The input has no dimension from which a deferred weight could learn its own.
  case undecidableShape(input: Shape, unknown: [Argument])
  /// The block does not compute with elements of this type.
  case unsupportedElementType(ElementType)
  /// The block defines no forward pass.
  case notImplemented(block: String)

  /// A parameter whose shape is not known.
  public struct Argument: Hashable, Sendable {
    /// The full name.
    public let name: String
    /// The shape, with 0 for unknown dimensions.
    public let shape: Shape
  }
}

extension BlockError: CustomStringConvertible {
  /// The message of MXNet, where it has one.
  public var description: String {
    switch self {
    case .parameter(let error): error.description
    case .inconsistentShape(let provided, let inferred):
      Self.inconsistency(provided, inferred)
    case .inferenceFailed(let operation, let provided, let inferred):
      "Deferred initialization failed because shape cannot be inferred. MXNetError: Error in "
        + "operator \(operation): " + Self.inconsistency(provided, inferred)
    case .undecidableShape(let input, let unknown):
      "Deferred initialization failed because shape cannot be inferred. Cannot decide shape for "
        + "the following arguments (0s in shape means unknown dimensions). Consider providing them "
        + "as input:\n\tdata: \(input.pythonDescription)"
        + unknown.map { "\n\t\($0.name): \($0.shape.pythonDescription)" }.joined()
    case .unsupportedElementType(.float16):
      "float16 fully connected layer is currentlyonly supported by CuDNN version."
    case .unsupportedElementType(let type):
      "A forward pass with elements of type \(type.name) is not supported."
    case .notImplemented(let block): "\(block) does not implement a forward pass."
    }
  }

  /// MXNet's text, with its two kinds of brackets.
  private static func inconsistency(_ provided: Shape, _ inferred: Shape) -> String {
    let list = provided.dimensions.map(String.init).joined(separator: ",")
    let tuple = inferred.dimensions.map(String.init).joined(separator: ",")
    return "Shape inconsistent, Provided = [\(list)], inferred shape=(\(tuple))"
  }
}
