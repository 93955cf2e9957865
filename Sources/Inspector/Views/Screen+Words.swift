internal import TerminalUI
internal import Words

// A literal is a phrase, and is said in the user's language; names and numbers are strings, and
// stay as they are.
extension Screen {
  /// The words in the user's language.
  func say(_ phrase: Phrase) -> String { phrase.said(in: state.appearance.language) }

  /// English words that stand in a table of the program, in the user's language.
  @_disfavoredOverload
  func say(_ key: String) -> String { say(Phrase(key: key)) }

  /// Writes words in the user's language and returns the column after them.
  @discardableResult
  mutating func write(
    _ phrase: Phrase, _ column: Int, _ row: Int, _ style: Style = Style(.text), limit: Int? = nil
  ) -> Int {
    write(say(phrase), column, row, style, limit: limit)
  }

  /// Writes words in the user's language that end before `end`.
  mutating func write(
    _ phrase: Phrase, endingAt end: Int, _ row: Int, _ style: Style = Style(.text)
  ) {
    write(say(phrase), endingAt: end, row, style)
  }

  /// Draws a box with a title in the user's language, and returns what is inside.
  mutating func drawBox(_ title: Phrase, in box: Rect) -> Rect { drawBox(say(title), in: box) }

  /// Draws a thin rule with a title in the user's language across a box.
  mutating func drawSection(_ title: Phrase, remark: Phrase, in box: Rect, row: Int) {
    drawSection(say(title), remark: say(remark), in: box, row: row)
  }
}
