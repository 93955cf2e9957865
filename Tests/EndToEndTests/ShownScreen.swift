/// What a terminal shows, without the spaces at the ends of rows and the empty rows at the end.
struct ShownScreen: Hashable, CustomStringConvertible {
  let rows: [String]

  /// Takes a screen apart into its rows.
  init(_ text: String) {
    var rows = text.split(separator: "\n", omittingEmptySubsequences: false).map { row in
      String(row.reversed().drop { $0 == " " }.reversed())
    }
    while rows.last?.isEmpty == true { rows.removeLast() }
    self.rows = rows
  }

  var description: String { rows.joined(separator: "\n") }

  /// Whether a row contains some text.
  func contains(_ text: String) -> Bool { rows.contains { $0.contains(text) } }

  /// The rows that contain some text, cut off before it.
  func rows(from text: String) -> [String] {
    rows.compactMap { row in row.firstRange(of: text).map { String(row[$0.lowerBound...]) } }
  }

  /// Whether a shell waits for a command at the end.
  var isAtPrompt: Bool { rows.last == TmuxSession.prompt }
}
