/// What floats over the panes while something is being done.
public enum Doing: Hashable, Sendable {
  /// The `:` line.
  case command(CommandLineState)
  /// The save dialog.
  case save(SaveDialog)
  /// The list of changes, to go back and forth.
  case edits(selection: Int)
  /// The question what to copy.
  case copy
  /// Text to read.
  case pager(Pager)

  /// What it is called.
  var title: String {
    switch self {
    case .command: "Command"
    case .save: "Save"
    case .edits: "Changes"
    case .copy: "Copy"
    case .pager(let pager): pager.title
    }
  }

  /// The keys of the footer.
  var footer: [(String, String)] {
    switch self {
    case .command(let line):
      line.search == nil
        ? [
          ("Tab", "complete"), ("Up Down", "history"), ("Enter", "run"), ("Esc", "leave"),
          ("Ctrl-R", "search history"),
        ] : [("Enter", "take"), ("Ctrl-R", "older"), ("Esc", "back")]
    case .save(let dialog):
      dialog.isAsking
        ? [("y", "overwrite"), ("n", "back")]
        : [("Enter", "save"), ("Esc", "leave"), ("Up Down", "line")]
          + [dialog.line == .file ? ("Tab", "complete") : ("Left Right", "choose")]
    case .edits: [("Enter", "go there"), ("j k", "up, down"), ("Esc", "leave")]
    case .copy: [("n", "name"), ("v", "value"), ("r", "row"), ("Esc", "leave")]
    case .pager: [("j k", "scroll"), ("Esc", "close")]
    }
  }
}

/// Text to read in a box.
public struct Pager: Hashable, Sendable {
  /// What it is about.
  public var title: String
  /// The lines.
  public var lines: [String]
  /// The first visible line.
  public var scroll = 0
}
