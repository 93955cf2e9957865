public import Words

/// Something that the user should know about the terminal.
public enum ScreenNote: Hashable, Sendable {
  /// terminfo does not know the terminal that was named, and another one was taken.
  case takenFor(String, named: String)

  /// One line for the user.
  public var phrase: Phrase {
    switch self {
    case .takenFor(let used, let named):
      named.isEmpty
        ? "TERM is not set; taken for \(used)" : "TERM=\(named) is unknown; taken for \(used)"
    }
  }
}
