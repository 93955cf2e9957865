public import Tensors

/// Chooses among initializers by the name of the parameter.
///
/// As in Gluon it is called directly and is no initializer itself: a network does not take it.
/// Source: MXNet `python/mxnet/initializer.py`.
public struct Mixed: Sendable {
  /// One choice.
  public struct Choice: Sendable {
    /// A regular expression that the start of a name has to match.
    public let pattern: String
    /// What is used then.
    public let initializer: any Initializer

    /// Creates a choice.
    public init(_ pattern: String, _ initializer: any Initializer) {
      self.pattern = pattern
      self.initializer = initializer
    }
  }

  /// The choices, of which the first that matches counts.
  public let choices: [Choice]

  /// Creates the rule.
  ///
  /// - Throws: `badPattern` for a malformed regular expression.
  public init(_ choices: [Choice]) throws(InitializerError) {
    for choice in choices where (try? Regex(choice.pattern)) == nil {
      throw .badPattern(choice.pattern)
    }
    self.choices = choices
  }

  /// Makes the values of a parameter with the initializer that its name chooses, routed by the name.
  ///
  /// - Throws: `noPatternMatches`, or what the chosen initializer throws.
  public func callAsFunction(
    _ target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    for choice in choices {
      guard let expression = try? Regex(choice.pattern),
        (try? expression.prefixMatch(in: target.name)) != nil
      else { continue }
      return try choice.initializer.routedTensor(for: target, from: &stream)
    }
    throw .noPatternMatches
  }
}
