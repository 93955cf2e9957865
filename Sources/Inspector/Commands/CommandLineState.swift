public import Words

/// The `:` line: what is typed, what completes it, and what was typed before.
public struct CommandLineState: Hashable, Sendable {
  /// The line.
  public var field: TextField
  /// What Tab has gone through, from which text.
  public var cycle: Cycle?
  /// How far back in the history the line is, and what was typed before going there.
  public var recall: Recall?
  /// What is searched for in the history.
  public var search: String?
  /// The paths that complete the word before the cursor, once they are known.
  public var paths: [String] = []
  /// The prefix that the paths belong to.
  public var pathPrefix: String?
  /// Why the line cannot be run.
  public var complaint: Phrase?

  /// Where Tab stands.
  public struct Cycle: Hashable, Sendable {
    /// The line before the first Tab.
    var typed: String
    /// The candidate that is in the line.
    var index: Int
  }

  /// Where Up and Down stand.
  public struct Recall: Hashable, Sendable {
    /// How many lines back.
    var distance: Int
    /// The line that was being typed.
    var typed: String
  }

  /// Creates a line.
  init(_ text: String = "") {
    field = TextField()
    field.replace(with: text)
  }

  /// The line whose candidates are listed: what was typed, not what Tab has made of it.
  var completedLine: String { cycle?.typed ?? field.text }
}

/// One way to go on with the `:` line.
struct CommandCandidate: Hashable, Sendable {
  /// What it is called in the list.
  var text: String
  /// What stands beside it in the list.
  var detail = ""
  /// What it does.
  var summary: Phrase = ""
  /// What takes the place of the last word; by default the text.
  private var longer: String?

  init(text: String, detail: String = "", summary: Phrase = "", insertion: String? = nil) {
    (self.text, self.detail, self.summary, longer) = (text, detail, summary, insertion)
  }

  /// What takes the place of the last word.
  var insertion: String { longer ?? text }
}
