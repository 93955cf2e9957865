/// A colour that a terminal understands.
public enum ResolvedColor: Hashable, Sendable {
  /// The terminal's own foreground or background.
  case terminalDefault
  /// One of the terminal's numbered colours.
  case indexed(Int)
  /// A colour by its parts.
  case rgb(RGB)
}

/// A style that a terminal understands.
public struct ResolvedStyle: Hashable, Sendable {
  /// The colour of the character.
  public var foreground: ResolvedColor
  /// The colour behind it.
  public var background: ResolvedColor
  /// Bold, dim and reversed.
  public var attributes: Attributes

  /// Creates a resolved style.
  public init(
    foreground: ResolvedColor = .terminalDefault, background: ResolvedColor = .terminalDefault,
    attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }
}
