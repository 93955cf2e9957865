internal import Tensors

extension InitializerError: CustomStringConvertible {
  /// The message of MXNet, where it has one.
  public var description: String {
    switch self {
    case .notRegistered(let name):
      "\(name) is not registered. Please register with initializer.register first"
    case .missingArguments(let initializer, let arguments):
      missing(initializer, arguments.map { "'\($0)'" })
    case .syntax(let error): error.description
    case .unknownPattern(let name):
      "Unknown initialization pattern for \(name). Default initialization is now limited to "
        + "\"weight\", \"bias\", \"gamma\" (1.0), and \"beta\" (0.0).Please use "
        + "mx.sym.Variable(init=mx.init.*) to set initialization pattern"
    case .badPattern(let pattern): "'\(pattern)' is not a regular expression"
    case .noPatternMatches:
      "Parameter name %s did not match any pattern. Consideradd a \".*\" pattern at the and with "
        + "default Initializer."
    case .notLoaded(let name):
      "Cannot Initialize \(name). Not found in loaded param and no default Initializer is provided."
    case .loadedShapeMismatch(let name, let target, let loaded):
      "Parameter \(name) cannot be initialized from loading. Shape mismatch, "
        + "target \(target.pythonDescription) vs loaded \(loaded.pythonDescription)"
    case .custom(let message): message
    default: refusal
    }
  }

  /// Why a rule does not apply to a parameter.
  private var refusal: String {
    switch self {
    case .appliedToVector(let name):
      "Xavier initializer cannot be applied to vector \(name). It requires at least 2D."
    case .boundsOutOfOrder(let low, let high):
      "Check failed: param.high >= param.low (\(high.streamText) vs. \(low.streamText)) : "
        + "low must be less or equal to high in uniform distribution"
    case .scaleNotPositive(let scale):
      "Check failed: param.scale > 0 (\(scale.streamText) vs. 0) : "
        + "scale parameter in gaussian has to be positive"
    case .rankNot4: "tuple index out of range"
    case .orthogonalOfVector(let length, let type): orthogonalOfVector(length, type)
    case .cannotBroadcast(let shape, let target):
      "operands could not be broadcast together with remapped shapes[original->remapped]: "
        + "\(shape.pythonDescription) and requested shape \(target.pythonDescription)"
    case .wrongFusedSize: "Invalid parameters size for FusedRNNCell"
    case .unsupportedElementType(let type): "Elements of type \(type.name) cannot be drawn."
    case .factorizationFailed(let status):
      "the matrix cannot be factorized (LAPACK status \(status))"
    case .wrongRank(let initializer, let needed, let found),
      .wrongShape(let initializer, let needed, let found):
      "\(initializer) needs \(needed), not the shape \(found.pythonDescription)"
    case .argumentOutOfRange(let initializer, let argument, let needed, let found):
      "\(argument) of \(initializer) must be \(needed), not \(found)"
    default: absence
    }
  }

  /// What a rule needs and the parameter or the model does not have.
  private var absence: String {
    switch self {
    case .noPresentValues(let initializer, let name):
      "\(initializer) starts from present values, and '\(name)' has none yet"
    case .unknownParameter(let name, let nearest):
      "there is no parameter '\(name)' with values"
        + (nearest.map { "; did you mean \($0)?" } ?? "")
    case .unknownFanIn(let name):
      "the number of inputs of '\(name)' is not known: the shape of its weight tells it"
    case .undefinedName(let name, let shape):
      "\(name) is not defined for the shape \(shape.pythonDescription)"
    case .arrayArgument(let function): "\(function) needs numbers that are the same everywhere"
    default: ""
    }
  }

  private func missing(_ initializer: String, _ names: [String]) -> String {
    let list =
      names.count < 3
      ? names.joined(separator: " and ")
      : names.dropLast().joined(separator: ", ") + ", and " + (names.last ?? "")
    let noun = names.count == 1 ? "argument" : "arguments"
    return "\(initializer).__init__() missing \(names.count) required positional \(noun): \(list)"
  }

  private func orthogonalOfVector(_ length: Int, _ type: Orthogonal.RandomType) -> String {
    let shape = "(\(length), 1.0)"
    let bounds = type == .uniform ? "high=\"1.0\", low=\"-1.0\"" : "scale=\"1.0\", loc=\"0.0\""
    return "Invalid Parameter format for shape expect Shape(tuple) but value='\(shape)', in "
      + "operator _random_\(type.rawValue)(name=\"\", ctx=\"cpu(0)\", shape=\"\(shape)\", \(bounds))"
  }
}
