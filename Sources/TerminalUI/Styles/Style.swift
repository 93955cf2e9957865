/// How a cell looks, apart from its character.
public struct Style: Hashable, Sendable {
  /// The role of the character.
  public var foreground: Ink
  /// The role of what is behind it.
  public var background: Ink
  /// Bold, dim and reversed.
  public var attributes: Attributes

  /// Creates a style.
  public init(
    _ foreground: Ink = .text, on background: Ink = .terminal, _ attributes: Attributes = []
  ) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// Ordinary text on the terminal's background.
  public static let plain = Style()
  /// Labels, units, types and theory numbers.
  public static let dim = Style(.dim)
  /// Focus and keys.
  public static let accent = Style(.accent)
  /// Rules and axes.
  public static let rule = Style(.rule)

  /// The style, bold.
  public var bold: Style { Style(foreground, on: background, attributes.union(.bold)) }
  /// The style with foreground and background exchanged.
  public var reversed: Style { Style(foreground, on: background, attributes.union(.reversed)) }

  /// The style on another background.
  public func on(_ background: Ink) -> Style { Style(foreground, on: background, attributes) }
}

extension Style: CustomStringConvertible {
  /// The style as golden files show it: `accent on titleBack bold`.
  public var description: String {
    var words = "\(foreground)"
    if background != .terminal { words += " on \(background)" }
    if attributes.contains(.bold) { words += " bold" }
    if attributes.contains(.dim) { words += " dimmed" }
    if attributes.contains(.reversed) { words += " reversed" }
    return words
  }
}
