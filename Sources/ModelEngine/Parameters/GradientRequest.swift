/// What a backward pass does with the gradient of a parameter.
public enum GradientRequest: String, Hashable, Sendable, CaseIterable {
  /// Each backward pass replaces it.
  case write
  /// Each backward pass adds to it, until it is set to zero.
  case add
  /// There is none.
  case null

  /// Creates a request from Gluon's word.
  ///
  /// - Throws: `unknownGradientRequest` for any other word.
  public init(parsing text: String) throws(ParameterError) {
    guard let request = GradientRequest(rawValue: text) else {
      throw .unknownGradientRequest(text)
    }
    self = request
  }
}
