internal import TerminalUI

/// One line of text that is being edited.
public struct TextField: Hashable, Sendable {
  /// The text.
  public private(set) var text: String
  /// The number of characters before the cursor.
  public private(set) var cursor: Int
  /// Whether the first character typed replaces the text.
  private var isFresh = true

  /// The longest text that can be typed, in characters.
  static let maximumLength = 500

  /// Creates a field; the first character typed replaces its text.
  public init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  /// Takes a key; returns whether it meant something to the field.
  mutating func take(_ key: Key) -> Bool {
    defer { isFresh = false }
    switch key {
    case .character(let character): insert(character)
    case .backspace: delete(before: true)
    case .delete: delete(before: false)
    case .left, .control("b"): cursor = max(0, cursor - 1)
    case .right, .control("f"): cursor = min(text.count, cursor + 1)
    case .home, .control("a"): cursor = 0
    case .end, .control("e"): cursor = text.count
    case .control("u"): self = TextField()
    default: return false
    }
    return true
  }

  /// Puts another text in place; what is typed next is added to it.
  mutating func replace(with text: String) {
    self.text = String(text.prefix(Self.maximumLength))
    cursor = self.text.count
    isFresh = false
  }

  /// Deletes the word before the cursor.
  mutating func deleteWord() {
    var before = text.prefix(cursor)
    let after = text.dropFirst(cursor)
    while before.last == " " { before.removeLast() }
    while let last = before.last, last != " " { before.removeLast() }
    place(before, after)
    isFresh = false
  }

  private mutating func insert(_ character: Character) {
    if isFresh { (text, cursor) = ("", 0) }
    guard text.count < Self.maximumLength else { return }
    place(text.prefix(cursor) + String(character), text.dropFirst(cursor))
  }

  private mutating func delete(before: Bool) {
    let position = before ? cursor - 1 : cursor
    guard position >= 0, position < text.count else { return }
    place(text.prefix(position), text.dropFirst(position + 1))
  }

  /// Puts the cursor between two parts, of which an accent may join what stands before it.
  private mutating func place(_ before: Substring, _ after: Substring) {
    text = String(before) + String(after)
    cursor = min(before.count, text.count)
  }
}
