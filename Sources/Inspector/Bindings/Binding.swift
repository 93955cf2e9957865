internal import TerminalUI

/// One line of the table that both the keys and the help come from.
struct Binding: Hashable, Sendable {
  /// The keys that ask for the command.
  let keys: [Key]
  /// What asks for what.
  let command: Command
  /// The column of the help it stands in; nil keeps it out of the help.
  let group: Group?
  /// The words of the help.
  let label: String
  /// The keys as the help writes them, where several bindings share one line.
  let helpKeys: String
  /// The panes it works in.
  let panes: Panes
  /// What the footer says of it; nil keeps it out.
  let footer: Footer?

  /// A key and a word of the footer.
  struct Footer: Hashable, Sendable {
    /// Its place, smallest first.
    let rank: Int
    /// The key.
    let keys: String
    /// What it does, in a word.
    let label: String
  }

  /// The columns of the help.
  enum Group: String, CaseIterable, Sendable {
    case move = "Move"
    case act = "Do"
    case see = "See"
  }

  init(
    _ keys: [Key], _ command: Command, _ group: Group? = nil, _ helpKeys: String = "",
    _ label: String = "", panes: Panes = .all,
    footer: Footer? = nil
  ) {
    self.keys = keys
    self.command = command
    self.group = group
    self.helpKeys = helpKeys
    self.label = label
    self.panes = panes
    self.footer = footer
  }
}

extension Binding {
  /// Every key of the main screen.
  ///
  /// What comes first wins: the keys of an overlay or of one detail beat those that work everywhere.
  static let all: [Binding] = overlays + details + moves + actions + views + finding + tabs

  private static let moves: [Binding] = [
    Binding([.character("j"), .down], .down, .move, "j k", "down, up", panes: .walked),
    Binding([.character("k"), .up], .up, panes: .walked),
    Binding(
      [.character("h"), .left], .close, .move, "h l", "close, open", panes: [.tree]),
    Binding([.character("l"), .right], .open, panes: [.tree]),
    Binding(
      [.character("h"), .left], .left, .move, "h l", "columns, tree", panes: [.table]),
    Binding([.character("l"), .right], .right, panes: [.table]),
    Binding(
      [.character("h"), .left], .previousPane, .move, "h", "pane before", panes: [.detail]),
    Binding([.character("g"), .home], .first, .move, "g G", "first, last", panes: .walked),
    Binding([.character("G"), .end], .last, panes: .walked),
    Binding([.control("d")], .halfPageDown, .move, "Ctrl-D U", "half a page", panes: .walked),
    Binding([.control("u")], .halfPageUp, panes: .walked),
    Binding([.pageDown, .control("f")], .pageDown, .move, "PgDn PgUp", "a page", panes: .walked),
    Binding([.pageUp, .control("b")], .pageUp, panes: .walked),
    Binding(
      [.tab], .nextPane, .move, "Tab", "next pane",
      footer: Footer(rank: 3, keys: "Tab", label: "pane")),
    Binding([.backTab], .previousPane),
    Binding(
      [.enter], .enter, .move, "Enter", "open", panes: [.tree, .table],
      footer: Footer(rank: 2, keys: "Enter", label: "open")),
    Binding(
      [.character("=")], .nextUser, .move, "=", "next user",
      panes: [.tree, .table, .histogram, .values, .gradient, .info]),
    Binding([.character("[")], .history(.earlier), .move, "[ ]", "back, forth"),
    Binding([.character("]")], .history(.later)),
  ]

  private static let actions: [Binding] = [
    Binding(
      [.character("i")], .initialize, .act, "i", "initialize",
      footer: Footer(rank: 0, keys: "i", label: "initialize")),
    Binding([.character("I")], .initializeAgain, .act, "I", "again"),
    Binding([.character("e")], .edit, .act, "e", "edit by rule"),
    Binding(
      [.character("u")], .undo, .act, "u Ctrl-R", "undo, redo",
      footer: Footer(rank: 1, keys: "u", label: "undo")),
    Binding([.control("r")], .redo),
    Binding([.character("U")], .edits, .act, "U", "all changes"),
    Binding(
      [.character("w")], .save, .act, "w", "save as",
      footer: Footer(rank: 5, keys: "w", label: "save")),
    Binding([.character("y")], .copy, .act, "y", "copy"),
    Binding([.character("d")], .compare, .see, "d", "compare"),
    Binding([.character("R")], .reload, .see, "R", "read anew"),
    Binding([.character(":")], .commandLine, .see, ":", "command", panes: [.all, .comparison]),
    Binding(
      [.character("t")], .train, .act, "t", "train a step",
      panes: Panes.all.subtracting(.sharing)),
    Binding(
      [.character("T")], .runTraining, panes: Panes.all.subtracting([.values, .sharing])),
    Binding([.character(" ")], .runTraining, .act, "T Space", "run, pause"),
    Binding([.character(">")], .faster, .act, "< >", "slow, fast"),
    Binding([.character("<")], .slower),
    Binding([.control("z")], .suspend, .act, "Ctrl-Z", "to the shell", panes: .everywhere),
    Binding(
      [.character("q"), .function(10)], .quit, .act, "q", "quit", panes: [.all, .comparison],
      footer: Footer(rank: 8, keys: "q", label: "quit")),
    Binding([.control("c")], .interrupt, panes: .everywhere),
  ]

  private static let views: [Binding] = [
    Binding(
      [.character("+")], .finerBins, .see, "+ -", "more, fewer bins",
      panes: [.table, .histogram], footer: Footer(rank: 5, keys: "+ -", label: "bins")),
    Binding([.character("-")], .coarserBins, panes: [.table, .histogram]),
    Binding(
      [.character("L")], .logarithm, .see, "L", "log counts", panes: [.tree, .table, .histogram],
      footer: Footer(rank: 6, keys: "L", label: "log")),
    Binding(
      [.character("b")], .before, .see, "b", "hide before", panes: [.tree, .table, .histogram]),
    Binding([.character("z")], .fullScreen, .see, "z", "full screen"),
    Binding([.character("*")], .unfoldAll, .see, "* -", "unfold, fold", panes: [.tree]),
    Binding([.character("-"), .character("_")], .foldAll, panes: [.tree]),
    Binding([.control("l")], .redraw, .see, "Ctrl-L", "draw again", panes: .everywhere),
    Binding([.character("M")], .mouse, .see, "M", "mouse on, off"),
    Binding(
      [.character("?"), .function(1)], .help, .see, "?", "help", panes: .walked.subtracting(.help),
      footer: Footer(rank: 7, keys: "?", label: "help")),
    Binding([.character("?"), .function(1)], .help, panes: [.help]),
    Binding(
      [.function(1), .character("?")], .help, .see, "F1", "help", panes: .fields,
      footer: Footer(rank: 7, keys: "F1", label: "help")),
    Binding([.escape], .escape, panes: .walked.union(.fields)),
  ]

  /// `1` to `6`, on one line of the help.
  private static let tabs: [Binding] = DetailTab.allCases.map { tab in
    let isFirst = tab == .histogram
    return Binding(
      [.character(Character("\(tab.rawValue)"))], .show(tab), isFirst ? .see : nil,
      isFirst ? "1 ... 6" : "", isFirst ? "details" : "",
      footer: isFirst ? Footer(rank: 4, keys: "1-6", label: "details") : nil)
  }
}
