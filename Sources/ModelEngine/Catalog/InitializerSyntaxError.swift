/// Why a text does not name an initializer or an optimizer, and where.
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
    /// No optimizer has this name.
    case unknownOptimizer(name: String, nearest: String?, allowed: [String])
    /// The initializer has no argument of this name.
    case unknownArgument(name: String, initializer: String, nearest: String?, allowed: [String])
    /// The argument was given before.
    case repeatedArgument(String)
    /// More arguments than the initializer has.
    case tooManyArguments(initializer: String, allowed: [String])
    /// An argument without a name follows one with a name.
    case positionalAfterNamed
    /// Arguments without a default are missing.
    case missingArguments(initializer: String, arguments: [String])
    /// A word that the argument does not know.
    case badChoice(argument: String, value: String, nearest: String?, allowed: [String])
    /// Something that is not a finite number.
    case badNumber(argument: String, value: String)
    /// Something else than what the argument takes.
    case badValue(argument: String, needed: String, value: String)
    /// Lists of different lengths.
    case raggedList
    /// Parentheses, lists or operators nested deeper than the limit.
    case tooDeep(limit: Int)
    /// An expression uses a name that means nothing.
    case unknownName(String, nearest: String?, allowed: [String])
    /// An expression gives a name that has a meaning already.
    case reservedName(String)
    /// A function of an expression takes another number of arguments.
    case argumentCount(function: String, allowed: String, given: Int)
    /// Comparisons in a row.
    case chainedComparison
  }
}

extension InitializerSyntaxError {
  /// The same problem, in a text that starts further right.
  func shifted(by distance: Int) -> InitializerSyntaxError {
    InitializerSyntaxError(offset: offset + distance, problem: problem)
  }
}

extension InitializerSyntaxError: CustomStringConvertible {
  /// One line: what is wrong, where, and what is allowed.
  public var description: String { "\(problem.message) (at character \(offset + 1))" }
}

extension InitializerSyntaxError.Problem {
  fileprivate var message: String {
    switch self {
    case .tooLong(let limit): "the text is longer than \(limit) characters"
    case .unexpected(let found, let expected): "expected \(expected), found \(found)"
    case .unknownInitializer(let name, let nearest, let allowed):
      "unknown initializer '\(name)'" + hint(nearest, allowed)
    case .unknownOptimizer(let name, let nearest, let allowed):
      "unknown optimizer '\(name)'" + hint(nearest, allowed)
    case .unknownArgument(let name, let initializer, let nearest, let allowed):
      "\(initializer) has no argument '\(name)'" + hint(nearest, allowed)
    case .repeatedArgument(let name): "'\(name)' is given twice"
    case .tooManyArguments(let initializer, let allowed):
      allowed.isEmpty
        ? "\(initializer) takes no arguments"
        : "\(initializer) takes at most \(allowed.count): \(allowed.joined(separator: ", "))"
    case .positionalAfterNamed: "a value without a name cannot follow one with a name"
    case .missingArguments(let initializer, let arguments):
      "\(initializer) needs a value for \(arguments.map { "'\($0)'" }.joined(separator: ", "))"
    case .badChoice(let argument, let value, let nearest, let allowed):
      "'\(value)' is not possible for \(argument)" + hint(nearest, allowed)
    case .badNumber(let argument, let value): "\(argument) must be a number, not '\(value)'"
    case .badValue(let argument, let needed, let value):
      "\(argument) must be \(needed), not '\(value)'"
    default: expressionMessage
    }
  }

  private var expressionMessage: String {
    switch self {
    case .raggedList: "all lists of one depth must be equally long"
    case .tooDeep(let limit): "nested more than \(limit) deep"
    case .unknownName(let name, let nearest, let allowed):
      "unknown name '\(name)'" + hint(nearest, allowed)
    case .reservedName(let name): "'\(name)' has a meaning already; take another name"
    case .argumentCount(let function, let allowed, let given):
      "\(function) takes \(allowed), not \(given)"
    case .chainedComparison: "comparisons in a row have no meaning; use and"
    default: ""
    }
  }

  private func hint(_ nearest: String?, _ allowed: [String]) -> String {
    if let nearest { return "; did you mean \(nearest)?" }
    return allowed.isEmpty ? "" : "; possible: \(allowed.joined(separator: ", "))"
  }
}
