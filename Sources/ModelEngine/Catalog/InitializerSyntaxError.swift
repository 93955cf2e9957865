/// Why a text does not name an initializer, and where.
public struct InitializerSyntaxError: Error, Hashable {
  /// The offset of the culprit in characters.
  public let offset: Int
  /// What is wrong.
  public let problem: Problem

  /// What is wrong.
  public enum Problem: Hashable, Sendable {
    /// The text is longer than the limit, in characters.
    case tooLong(limit: Int)
    /// Something else was expected here.
    case unexpected(found: String, expected: String)
    /// No initializer has this name.
    case unknownInitializer(name: String, nearest: String?, allowed: [String])
    /// The initializer has no argument of this name.
    case unknownArgument(name: String, initializer: String, nearest: String?, allowed: [String])
    /// The argument was given before.
    case repeatedArgument(String)
    /// More arguments than the initializer has.
    case tooManyArguments(initializer: String, allowed: [String])
    /// An argument without a name follows one with a name.
    case positionalAfterNamed
    /// An argument without a default is missing.
    case missingArgument(initializer: String, argument: String)
    /// A word that the argument does not know.
    case badChoice(argument: String, value: String, nearest: String?, allowed: [String])
    /// Something that is not a finite number.
    case badNumber(argument: String, value: String)
  }
}

extension InitializerSyntaxError: CustomStringConvertible {
  /// One line: what is wrong, where, and what is allowed.
  public var description: String { "\(problem.message) (at character \(offset + 1))" }
}

extension InitializerSyntaxError.Problem {
  fileprivate var message: String {
    switch self {
    case .tooLong(let limit): "an initializer is at most \(limit) characters long"
    case .unexpected(let found, let expected): "expected \(expected), found \(found)"
    case .unknownInitializer(let name, let nearest, let allowed):
      "unknown initializer '\(name)'" + hint(nearest, allowed)
    case .unknownArgument(let name, let initializer, let nearest, let allowed):
      "\(initializer) has no argument '\(name)'" + hint(nearest, allowed)
    case .repeatedArgument(let name): "'\(name)' is given twice"
    case .tooManyArguments(let initializer, let allowed):
      allowed.isEmpty
        ? "\(initializer) takes no arguments"
        : "\(initializer) takes at most \(allowed.count): \(allowed.joined(separator: ", "))"
    case .positionalAfterNamed: "a value without a name cannot follow one with a name"
    case .missingArgument(let initializer, let argument):
      "\(initializer) needs a value for '\(argument)'"
    case .badChoice(let argument, let value, let nearest, let allowed):
      "'\(value)' is not possible for \(argument)" + hint(nearest, allowed)
    case .badNumber(let argument, let value): "\(argument) must be a number, not '\(value)'"
    }
  }

  private func hint(_ nearest: String?, _ allowed: [String]) -> String {
    if let nearest { return "; did you mean \(nearest)?" }
    return allowed.isEmpty ? "" : "; possible: \(allowed.joined(separator: ", "))"
  }
}
