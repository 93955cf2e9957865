public import Tensors

/// What is wrong with a network description, and where.
public struct DescriptionError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The name of the file or example.
  public let file: String
  /// The line, counted from 1, or nil if the whole text is meant.
  public let line: Int?
  /// What was expected and what was found.
  public let problem: Problem

  /// The kinds of problems.
  public enum Problem: Hashable, Sendable {
    /// The text is no YAML.
    case syntax(String)
    /// The text is larger or nested deeper than a description may be.
    case tooLarge(what: String, limit: Int)
    /// A value has another type or range.
    case expected(String, key: String, found: String)
    /// A key is not known here.
    case unknownKey(String, context: String, allowed: [String], nearest: String?)
    /// A key is given twice.
    case duplicateKey(String)
    /// A key that must be there is missing.
    case missingKey(String, context: String)
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
  public var description: String {
    let place = line.map { "\(file):\($0): " } ?? "\(file): "
    return place + problem.text
  }
}

extension DescriptionError.Problem {
  fileprivate var text: String {
    switch self {
    case .syntax(let message): "not a network description: \(message)"
    case .tooLarge(let what, let limit): "\(what) exceeds the limit of \(limit)"
    case .expected(let expected, let key, let found): "'\(key)' must be \(expected), found \(found)"
    case .unknownKey(let key, let context, let allowed, let nearest):
      "unknown key '\(key)' in \(context)"
        + (nearest.map { "; did you mean '\($0)'?" } ?? ".") + " Allowed: "
        + allowed.joined(separator: ", ")
    case .duplicateKey(let key): "'\(key)' is given twice"
    case .missingKey(let key, let context): "\(context) needs the key '\(key)'"
    case .unknownLayer(let name, let key, let known, let nearest):
      "'\(key)' names the layer '\(name)', which does not come before it; "
        + (nearest.map { "did you mean '\($0)'? " } ?? "")
        + list("those that do", known, none: "no layer does")
    case .duplicateName(let name): "two layers are named '\(name)'"
    case .initializer(let key, let message): "'\(key)': \(message)"
    case .sharesNothing(let name, let needed, let possible):
      "'params' names the layer '\(name)', which has no \(needed.joined(separator: ", ")) to share; "
        + list("layers that have", possible, none: "no layer before it has")
    case .unsharable(let message): "'params': \(message)"
    case .unfitInput(let shape, let layer, let message):
      "\(layer) does not take an input of shape \(shape.pythonDescription): \(message)"
    case .unfitInitializer(let initializer, let parameter, let message):
      "\(initializer) does not apply to \(parameter): \(message)"
    case .refused(let message): message
    }
  }

  private func list(_ what: String, _ names: [String], none: String) -> String {
    names.isEmpty ? none : "\(what): \(names.joined(separator: ", "))"
  }
}
