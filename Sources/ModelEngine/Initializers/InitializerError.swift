public import Tensors

/// Why an initializer cannot fill a parameter, in the words of MXNet.
public enum InitializerError: Error, Hashable {
  /// No initializer has this name.
  case notRegistered(String)
  /// An initializer named without an argument that it needs.
  case missingArgument(initializer: String, argument: String)
  /// The text that names an initializer is malformed.
  case syntax(InitializerSyntaxError)
  /// A rule that counts fans met a parameter of rank below 2.
  case appliedToVector(name: String)
  /// The upper bound of a uniform distribution is below the lower one, or either is NaN.
  case boundsOutOfOrder(low: Float, high: Float)
  /// The standard deviation of a normal distribution is not positive.
  case scaleNotPositive(Float)
  /// A rule for convolution kernels met a parameter of another rank than 4.
  case rankNot4
  /// Elements of this type cannot be drawn.
  case unsupportedElementType(ElementType)
  /// A name ends in none of the suffixes that say what a parameter is.
  case unknownPattern(name: String)
  /// A rule of one's own refuses, in its own words.
  case custom(String)
}

extension InitializerError: CustomStringConvertible {
  /// The message of MXNet, where it has one.
  public var description: String {
    switch self {
    case .notRegistered(let name):
      "\(name) is not registered. Please register with initializer.register first"
    case .missingArgument(let initializer, let argument):
      "\(initializer).__init__() missing 1 required positional argument: '\(argument)'"
    case .syntax(let error): error.description
    case .appliedToVector(let name):
      "Xavier initializer cannot be applied to vector \(name). It requires at least 2D."
    case .boundsOutOfOrder(let low, let high):
      "Check failed: param.high >= param.low (\(high.streamText) vs. \(low.streamText)) : "
        + "low must be less or equal to high in uniform distribution"
    case .scaleNotPositive(let scale):
      "Check failed: param.scale > 0 (\(scale.streamText) vs. 0) : "
        + "scale parameter in gaussian has to be positive"
    case .rankNot4: "tuple index out of range"
    case .unsupportedElementType(let type): "Elements of type \(type.name) cannot be drawn."
    case .unknownPattern(let name):
      "Unknown initialization pattern for \(name). Default initialization is now limited to "
        + "\"weight\", \"bias\", \"gamma\" (1.0), and \"beta\" (0.0).Please use "
        + "mx.sym.Variable(init=mx.init.*) to set initialization pattern"
    case .custom(let message): message
    }
  }
}
