/// A key, independent of the backend that read it.
public enum Key: Hashable, Sendable {
  /// A key that produces text.
  case character(Character)
  /// A letter or sign pressed together with Control; letters are lower case.
  case control(Character)
  /// A function key, counted from 1.
  case function(Int)
  /// Enter or Return.
  case enter
  /// Escape.
  case escape
  /// Tab.
  case tab
  /// Tab together with Shift.
  case backTab
  /// Backspace, which deletes to the left.
  case backspace
  /// Delete, which deletes to the right.
  case delete
  /// Insert.
  case insert
  /// The up arrow.
  case up
  /// The down arrow.
  case down
  /// The left arrow.
  case left
  /// The right arrow.
  case right
  /// Home.
  case home
  /// End.
  case end
  /// Page up.
  case pageUp
  /// Page down.
  case pageDown
}

extension Key {
  /// The keys with names, as vim writes them; where a key has two names, the first is shown.
  static let names: [(name: String, key: Key)] = [
    ("lt", .character("<")), ("Space", .character(" ")), ("CR", .enter), ("Enter", .enter),
    ("Esc", .escape), ("Tab", .tab), ("S-Tab", .backTab), ("BS", .backspace), ("Del", .delete),
    ("Insert", .insert), ("Up", .up), ("Down", .down), ("Left", .left), ("Right", .right),
    ("Home", .home), ("End", .end), ("PageUp", .pageUp), ("PageDown", .pageDown),
  ]

  /// The key as vim writes it: `x`, `<CR>`, `<C-d>`, `<F1>`.
  public var notation: String {
    if let named = Self.names.first(where: { $0.key == self }) { return "<\(named.name)>" }
    return switch self {
    case .control(" "): "<C-Space>"
    case .control(let character): "<C-\(character)>"
    case .function(let number): "<F\(number)>"
    case .character(let character): String(character)
    default: "<?>"
    }
  }

  /// The key a terminal sends for Control and `character`: Control-M is Enter, and so on.
  public static func pressedWithControl(_ character: Character) -> Key {
    switch Character(character.lowercased()) {
    case "m", "j": .enter
    case "i": .tab
    case "[": .escape
    case "h": .backspace
    case let other: .control(other)
    }
  }
}
