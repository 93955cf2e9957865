/// One position of the screen.
public struct Cell: Hashable, Sendable {
  /// The grapheme cluster shown; a space when the cell is the right half of a wide character.
  public let character: Character
  /// How it is shown.
  public let style: Style
  /// Whether the cell is the right half of the wide character before it.
  public let isContinuation: Bool

  init(character: Character, style: Style, isContinuation: Bool = false) {
    self.character = character
    self.style = style
    self.isContinuation = isContinuation
  }

  /// A space in the plain style.
  public static let blank = Cell(character: " ", style: .plain)

  func restyled(_ style: Style) -> Cell {
    Cell(character: character, style: style, isContinuation: isContinuation)
  }
}
