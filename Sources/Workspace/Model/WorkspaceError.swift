public import Checkpoints
public import Words

/// Why a model cannot be opened, changed or saved.
public enum WorkspaceError: ExplainedError, Hashable {
  /// There is no built-in example of this name.
  case unknownExample(String, known: [String], nearest: String?)
  /// The file is neither a checkpoint nor a description.
  case checkpoint(CheckpointError)
  /// The description is wrong.
  case description(DescriptionError)
  /// The graph of a network cannot be run, or a network has none.
  case symbol(SymbolError)
  /// The request names something that the model does not have, or nothing at all.
  case nothingToInitialize(Phrase)
  /// The initializer cannot be understood or refuses.
  case initializer(Phrase)
  /// A pattern is no regular expression.
  case badPattern(String, reason: Phrase)
  /// A parameter has no elements to look at; the text is Gluon's.
  case noElements(Phrase)
  /// The model cannot be saved.
  case output(CheckpointWriteError)
  /// Samples to learn from are not what they have to be.
  case wrongData(Phrase)
  /// What was asked does not fit the model.
  case usage(Phrase)

  /// What kind of failure it is, for whoever maps it to an exit status.
  public var kind: Kind {
    switch self {
    case .unknownExample: .noInput
    case .checkpoint(let error):
      switch error.kind {
      case .noInput: .noInput
      case .unreadable: .unreadable
      case .wrongContents: .wrongContents
      }
    case .symbol(let error): error.isOfMissingFile ? .noInput : .wrongContents
    case .description, .noElements, .wrongData: .wrongContents
    case .output(let error): error.isReadingError ? .unreadable : .cannotWrite
    case .nothingToInitialize, .initializer, .badPattern, .usage: .wrongUsage
    }
  }

  /// The kinds of failures.
  public enum Kind: Hashable, Sendable {
    /// There is no such model.
    case noInput
    /// Reading failed.
    case unreadable
    /// The contents are wrong.
    case wrongContents
    /// The command is wrong.
    case wrongUsage
    /// The output cannot be written.
    case cannotWrite
  }

  /// One line for the user.
  public var phrase: Phrase {
    switch self {
    case .unknownExample(let name, let known, let nearest?):
      """
      example:\(name): there is no such example; did you mean example:\(nearest)? Known: \
      \(known.joined(separator: ", "))
      """
    case .unknownExample(let name, let known, nil):
      "example:\(name): there is no such example. Known: \(known.joined(separator: ", "))"
    case .checkpoint(let error): error.phrase
    case .description(let error): error.phrase
    case .symbol(let error): error.phrase
    case .output(let error): error.phrase
    case .nothingToInitialize(let reason), .initializer(let reason), .noElements(let reason),
      .wrongData(let reason), .usage(let reason):
      reason
    case .badPattern(let pattern, let reason):
      "'\(pattern)' is not a regular expression: \(reason)"
    }
  }
}
