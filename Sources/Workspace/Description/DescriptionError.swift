public import Tensors
public import Words

/// What is wrong with a network description, and where.
public struct DescriptionError: ExplainedError, Hashable {
  /// The name of the file or example.
  public let file: String
  /// The line, counted from 1, or nil if the whole text is meant.
  public let line: Int?
  /// What was expected and what was found.
  public let problem: Problem

  /// The kinds of problems.
  public enum Problem: Hashable, Sendable {
    /// The text is no YAML.
    case syntax(Phrase)
    /// The text is larger or nested deeper than a description may be.
    case tooLarge(what: Phrase, limit: Int)
    /// A value has another type or range.
    case expected(Phrase, key: String, found: Phrase)
    /// A mapping has to stand here.
    case noMapping(context: Phrase, found: Phrase)
    /// A key is not known here.
    case unknownKey(String, context: Phrase, allowed: [String], nearest: String?)
    /// A key is given twice.
    case duplicateKey(String)
    /// A key that must be there is missing.
    case missingKey(String, context: Phrase)
    /// A layer refers to a name that no earlier layer has.
    case unknownLayer(String, key: String, known: [String], nearest: String?)
    /// A layer is to share parameters with one that has none of its kind.
    case sharesNothing(with: String, needed: [String], possible: [String])
    /// Two layers have one name.
    case duplicateName(String)
    /// An initializer cannot be understood.
    case initializer(key: String, message: String)
    /// The parameters that a layer is to share do not fit it.
    case unsharable(message: String)
    /// A layer does not take the input that reaches it.
    case unfitInput(Shape, layer: String, message: String)
    /// An initializer does not apply to a parameter.
    case unfitInitializer(String, parameter: String, message: String)
    /// The engine refuses what the layer asks for.
    case refused(String)
  }

  /// One line for the user.
  public var phrase: Phrase {
    guard let line else { return "\(file): \(problem.phrase)" }
    return "\(file):\(line): \(problem.phrase)"
  }
}

extension DescriptionError.Problem {
  fileprivate var phrase: Phrase {
    switch self {
    case .syntax(let message): "not a network description: \(message)"
    case .tooLarge(let what, let limit): "\(what) exceeds the limit of \(limit)"
    case .expected(let expected, let key, let found): "'\(key)' must be \(expected), found \(found)"
    case .noMapping(let context, let found): "'\(context)' must be a mapping, found \(found)"
    case .unknownKey(let key, let context, let allowed, let nearest?):
      """
      unknown key '\(key)' in \(context); did you mean '\(nearest)'? Allowed: \
      \(allowed.joined(separator: ", "))
      """
    case .unknownKey(let key, let context, let allowed, nil):
      "unknown key '\(key)' in \(context). Allowed: \(allowed.joined(separator: ", "))"
    case .duplicateKey(let key): "'\(key)' is given twice"
    case .missingKey(let key, let context): "\(context) needs the key '\(key)'"
    case .unknownLayer(let name, let key, [], _):
      "'\(key)' names the layer '\(name)', which does not come before it; no layer does"
    case .unknownLayer(let name, let key, let known, let nearest?):
      """
      '\(key)' names the layer '\(name)', which does not come before it; did you mean \
      '\(nearest)'? those that do: \(known.joined(separator: ", "))
      """
    case .unknownLayer(let name, let key, let known, nil):
      """
      '\(key)' names the layer '\(name)', which does not come before it; those that do: \
      \(known.joined(separator: ", "))
      """
    case .duplicateName(let name): "two layers are named '\(name)'"
    case .initializer(let key, let message): "'\(key)': \(message)"
    case .sharesNothing(let name, let needed, []):
      """
      'params' names the layer '\(name)', which has no \(needed.joined(separator: ", ")) to share; \
      no layer before it has
      """
    case .sharesNothing(let name, let needed, let possible):
      """
      'params' names the layer '\(name)', which has no \(needed.joined(separator: ", ")) to share; \
      layers that have: \(possible.joined(separator: ", "))
      """
    case .unsharable(let message): "'params': \(message)"
    case .unfitInput(let shape, let layer, let message):
      "\(layer) does not take an input of shape \(shape.pythonDescription): \(message)"
    case .unfitInitializer(let initializer, let parameter, let message):
      "\(initializer) does not apply to \(parameter): \(message)"
    case .refused(let message): Phrase(verbatim: message)
    }
  }
}
