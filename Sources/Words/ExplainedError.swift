/// An error that says in every language what is wrong.
///
/// The error itself is its case and its numbers; the words are a phrase, made where they are asked
/// for and said by whoever knows the user's language.
public protocol ExplainedError: Error, CustomStringConvertible {
  /// What to tell the user.
  var phrase: Phrase { get }
}

extension ExplainedError {
  /// What to tell the user, in English.
  public var description: String { phrase.english }
}

extension Phrase {
  /// What an error says; in English alone if it knows no other language, as MXNet's words.
  public init(of error: any Error) {
    self = (error as? any ExplainedError)?.phrase ?? Phrase(verbatim: "\(error)")
  }
}
