public import Words
internal import Workspace

/// The line above the footer: what happened last.
public struct Status: Hashable, Sendable {
  /// The sign in front of the text.
  public var mark: Mark
  /// The text, in pieces.
  public var pieces: [Piece]

  /// The signs of a status line.
  public enum Mark: Hashable, Sendable {
    /// Nothing in particular.
    case plain
    /// Something was done.
    case done
    /// Something needs a look.
    case look
    /// Something failed.
    case error
  }

  /// A stretch of text with one look.
  public enum Piece: Hashable, Sendable {
    /// Plain words.
    case text(Phrase)
    /// What matters most.
    case strong(Phrase)
    /// Words that go first where there is no room.
    case minor(Phrase, isStrong: Bool = false)
    /// The mark of a sharing group.
    case tie(Int)

    /// Text that is the same in every language.
    static func verbatim(_ text: String) -> Piece { .text(Phrase(verbatim: text)) }
  }

  /// Creates a status line.
  public init(_ mark: Mark = .plain, _ pieces: [Piece]) {
    self.mark = mark
    self.pieces = pieces
  }

  /// A status line of plain words.
  public static func text(_ phrase: Phrase, _ mark: Mark = .plain) -> Status {
    Status(mark, [.text(phrase)])
  }

  /// A status line of text that is the same in every language, as a message of the engine.
  public static func verbatim(_ text: String, _ mark: Mark = .plain) -> Status {
    Status(mark, [.verbatim(text)])
  }

  /// What is said of a model that has just been opened.
  static func opened(_ outline: Outline) -> Status {
    let waiting = outline.parameters.count { if case .deferred = $0.state { true } else { false } }
    if waiting > 0 {
      return .text("\(waiting) of \(outline.parameters.count) parameters wait for their shapes")
    }
    return .text("")
  }
}
