public import Tensors

/// What can go wrong with parameters, in the words of Gluon 1.9.1.
///
/// The engine's messages are quotations: whoever looks them up, or compares them with MXNet, finds them
/// word for word. So they are the same in every language, and this module knows no catalogue.
public enum ParameterError: Error {
  /// The parameter was never initialized.
  case uninitialized(name: String)
  /// The parameter waits for the first forward pass to learn its shape.
  case deferred(name: String)
  /// Values were set before the parameter was initialized.
  case setBeforeInitialization(name: String)
  /// A shape contradicts the one that is stored.
  case incompatibleShape(new: Shape, stored: Shape)
  /// A gradient of a parameter that wants none.
  case noGradient(name: String)
  /// A gradient request that does not exist.
  case unknownGradientRequest(String)
  /// A shape with unknown dimensions, and the parameter may not wait.
  case invalidShape(name: String, shape: Shape?)
  /// A shape that is still unknown when initialization must be completed.
  case invalidShapeAtFirstForward(name: String, shape: Shape?)
  /// Sharing found a parameter with another attribute.
  case attributeMismatch(name: String, attribute: String, desired: String, stored: String)
  /// Two parameters have one name.
  case differentParameters(name: String)
  /// A pattern is no regular expression.
  case badPattern(String)
  /// There is no constant of this name, and no value to make one.
  case noConstant(name: String)
  /// The parameter of this name is no constant.
  case notConstant(name: String)
  /// The constant of this name has another value.
  case otherConstant(name: String)
  /// Values cannot be converted to the parameter's element type.
  case inconvertible(name: String, from: ElementType, to: ElementType)
  /// The initializer refuses.
  case initializer(InitializerError)
  /// Values were set while operations were recorded.
  case assignmentWhileRecording
}

extension ParameterError: CustomStringConvertible {
  /// The message of Gluon.
  public var description: String {
    switch self {
    case .uninitialized(let name):
      "Parameter '\(name)' has not been initialized. Note that you should initialize parameters "
        + "and create Trainer with Block.collect_params() instead of Block.params because the "
        + "later does not include Parameters of nested child Blocks"
    case .deferred(let name):
      "Parameter '\(name)' has not been initialized yet because initialization was deferred. "
        + "Actual initialization happens during the first forward pass. Please pass one batch of "
        + "data through the network before accessing Parameters. You can also avoid deferred "
        + "initialization by specifying in_units, num_features, etc., for network layers."
    case .setBeforeInitialization(let name): "Parameter '\(name)' has not been initialized"
    case .incompatibleShape(let new, let stored):
      "Expected shape \(new.pythonDescription) is incompatible with given shape "
        + "\(stored.pythonDescription)."
    case .noGradient(let name):
      "Cannot get gradient array for Parameter '\(name)' because grad_req='null'"
    case .unknownGradientRequest(let text):
      "grad_req must be one of 'write', 'add', or 'null', but got '\(text)'"
    case .invalidShape(let name, let shape):
      "Cannot initialize Parameter '\(name)' because it has invalid shape: "
        + "\(shape?.pythonDescription ?? "None")."
    case .invalidShapeAtFirstForward(let name, let shape):
      "Cannot initialize Parameter '\(name)' because it has invalid shape: "
        + "\(shape?.pythonDescription ?? "None"). Please specify in_units, in_channels, etc for `Block`s."
    case .attributeMismatch(let name, let attribute, let desired, let stored):
      "Cannot retrieve Parameter '\(name)' because desired attribute does not match with stored "
        + "for attribute '\(attribute)': desired '\(desired)' vs stored '\(stored)'."
    case .differentParameters(let name):
      "Cannot update self with other because they have different Parameters with the same name "
        + "'\(name)'"
    case .badPattern(let pattern): "'\(pattern)' is not a regular expression"
    case .noConstant(let name):
      "No constant named '\(name)'. Please specify value if you want to create a new constant."
    case .notConstant(let name): "Parameter '\(name)' already exists but it is not a constant."
    case .otherConstant(let name):
      "Constant '\(name)' already exists but it's value doesn't match new value"
    case .inconvertible(let name, let from, let to):
      "Parameter '\(name)' has elements of type \(to.name); values of type \(from.name) cannot be "
        + "converted to it."
    case .initializer(let error): error.description
    case .assignmentWhileRecording: AutogradError.assignmentWhileRecording.description
    }
  }
}
