/// What can go wrong in training, in the words of Gluon 1.9.1.
public enum TrainerError: Error {
  /// There is no optimizer of this name.
  case unknownOptimizer(String)
  /// The text of an optimizer is malformed.
  case syntax(InitializerSyntaxError)
  /// There is nothing to train.
  case noParameters
  /// A parameter has no values yet, or no gradient.
  case parameter(ParameterError)
  /// A backward pass has not reached a parameter since the last step.
  case staleGradient(name: String)
  /// The gradient cannot be divided by the size of an empty batch.
  case emptyBatch
  /// Elements of this type are not trained.
  case untrainable(name: String, elementType: String)
}

extension TrainerError: CustomStringConvertible {
  /// The message of Gluon, where it has one.
  public var description: String {
    switch self {
    case .unknownOptimizer(let name): "Cannot find optimizer \(name)"
    case .syntax(let error): error.description
    case .noParameters: "There are no parameters to train."
    case .parameter(let error): error.description
    case .staleGradient(let name):
      "Gradient of Parameter `\(name)` on context cpu(0) has not been updated by backward since last "
        + "`step`. This could mean a bug in your model that made it only use a subset of the "
        + "Parameters (Blocks) for this iteration. If you are intentionally only using a subset, call "
        + "step with ignore_stale_grad=True to suppress this warning and skip updating of Parameters "
        + "with stale gradient"
    case .emptyBatch: "float division by zero"
    case .untrainable(let name, let elementType):
      "Parameter '\(name)' has elements of type \(elementType); training needs float32 or float64."
    }
  }
}
