public import Tensors

/// What can go wrong in a forward pass, in the words of MXNet.
public enum BlockError: Error {
  /// A parameter cannot be read or initialized.
  case parameter(ParameterError)
  /// The input does not fit the shapes that are known.
  case shape(ShapeProblem)
  /// Unknown shapes cannot be learned from the input.
  case inference(InferenceFailure)
  /// The same at the first forward pass, where deferred parameters would have been initialized.
  case deferredInitialization(InferenceFailure)
  /// The input has elements of another type than the weights.
  case elementTypes(input: ElementType, weight: ElementType)
  /// The block does not compute with elements of this type.
  case unsupportedElementType(ElementType)
  /// The share of elements that a dropout zeroes is above 1.
  case dropoutRate(Scalar)
  /// A summary of a hybridized block was asked for.
  case hybridized(name: String)
  /// The block defines no forward pass.
  case notImplemented(block: String)
}

extension BlockError: CustomStringConvertible {
  /// The message of MXNet, where it has one.
  public var description: String {
    switch self {
    case .parameter(let error): error.description
    case .shape(let problem): problem.description
    case .inference(let failure): failure.description
    case .deferredInitialization(let failure):
      "Deferred initialization failed because shape cannot be inferred. \(failure)"
    case .elementTypes(let input, let weight):
      "Check failed: assign(&dattr, vec.at(i)): Incompatible attr in node  at 1-th input: expected "
        + "\(input.name), got \(weight.name)"
    case .unsupportedElementType(.float16):
      "float16 fully connected layer is currentlyonly supported by CuDNN version."
    case .unsupportedElementType(let type):
      "A forward pass with elements of type \(type.name) is not supported."
    case .dropoutRate(let rate):
      "value \(rate) for Parameter p exceed bound [0,1]\np: Fraction of the input that gets dropped out "
        + "during training time., in operator Dropout(name=\"\", cudnn_off=\"False\", axes=\"()\", "
        + "p=\"\(rate)\")"
    case .hybridized(let name): "\"\(name)\" must not be hybridized to print summary."
    case .notImplemented(let block): "\(block) does not implement a forward pass."
    }
  }
}
