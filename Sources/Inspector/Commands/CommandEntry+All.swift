internal import TerminalUI
internal import Words
internal import Workspace

extension CommandEntry {
  /// Every command: those of the command line, those of the screen, and one for each key.
  public static let all: [CommandEntry] = shell + screen + keys

  private static let seed = Option("seed", "N")
  private static let build = [seed, Option("input", "SHAPE")]
  private static let force = Option("force")
  private static let only = Option("only", "RE")
  private static let theme = Option("theme", "THEME", .choice(Theme.allCases.map(\.rawValue)))

  /// What the command line has, too.
  static let shell: [CommandEntry] = [
    CommandEntry(
      "init", [], [Operand(label: "INIT", kind: .initializer, isOptional: true, isShorthand: true)],
      [Option("with", "INIT", .initializer, isExpected: true), only, seed], "reinitialize",
      .initialize),
    CommandEntry(
      "edit", ["e"], [Operand(label: "E", kind: .text, isOptional: true, isShorthand: true)],
      [Option("expr", "E", isExpected: true), only, seed], "edit values by an expression", .edit),
    CommandEntry(
      "train", [], [],
      [
        Option("steps", "N"), Option("epochs", "N"), Option("optimizer", "TEXT"),
        Option("batch", "N"), Option("data", "FILE", .file), seed,
        Option("loss", "LOSS", .choice(TrainingLoss.allCases.map(\.rawValue))),
      ], "train the network, step after step", .train),
    CommandEntry(
      "show", [], [Operand(label: "PARAM", kind: .parameter)],
      [Option("slice", "S"), Option("grad")], "go to a parameter's values", .show),
    CommandEntry("tree", [], [], [], "go to the layer tree", .tree),
    CommandEntry(
      "stats", [], [], [Option("filter", "RE")], "all parameters in one table", .stats),
    CommandEntry(
      "diff", ["compare"], [Operand(label: "FILE", kind: .file, isOptional: true)],
      [Option("tolerance", "T")],
      "a second model beside this one", .compare),
    CommandEntry(
      "convert", [], [Operand(label: "FILE", kind: .file)],
      [Option("dtype", "T", .choice(["float16", "bfloat16", "float32", "float64"]))],
      "write another format or type", .convert),
    CommandEntry(
      "snapshot", ["screen"], [Operand(label: "FILE", kind: .file)], [theme, force],
      "the screen as .svg, .ansi, .styled or text", .snapshot),
    CommandEntry(
      "initializers", [], [Operand(label: "NAME", kind: .initializer, isOptional: true)], [],
      "list, with arguments", .initializers),
    CommandEntry(
      "inspect", [], [Operand(label: "MODEL", kind: .file)], build,
      "another model in place of this one; refuses if there are changes", .inspect),
    CommandEntry("lesson", [], [], [seed], "the chapter, step by step", .lesson),
  ]

  /// What only the screen has.
  static let screen: [CommandEntry] = [
    CommandEntry(
      "inspect!", [], [Operand(label: "MODEL", kind: .file)], build,
      "another model in place of this one; changes are lost", .inspectAnyway),
    CommandEntry("find", [], [Operand(label: "RE", kind: .text)], [], "find names", .find),
    CommandEntry(
      "filter", [], [Operand(label: "RE", kind: .text, isOptional: true)], [],
      "list only names that match; without a pattern, all", .filter),
    CommandEntry(
      "sort", [],
      [Operand(label: "COLUMN", kind: .choice(TableColumn.names), isOptional: true)],
      [Option("reverse")], "put the table in order; without a column, that of names", .sort),
    CommandEntry(
      "write", ["w", "save"], [Operand(label: "FILE", kind: .file, isOptional: true)], [],
      "save the model to a file", .write),
    CommandEntry(
      "wq", [], [Operand(label: "FILE", kind: .file)], [], "save, then quit", .writeAndQuit),
    CommandEntry(
      "export", [], [Operand(label: "FILE", kind: .file)], [Option("slice", "S"), theme, force],
      "values as .npy .csv .txt; screen as .svg .ansi .styled", .export),
    CommandEntry(
      "copy", ["y"],
      [Operand(label: "WHAT", kind: .choice(["name", "value", "row"]), isOptional: true)], [],
      "copy to the terminal's clipboard", .copy),
    CommandEntry(
      "slice", [], [Operand(label: "[3,:,:,0]", kind: .text)], [], "the axes shown as values",
      .slice),
    CommandEntry(
      "tie", [], [Operand(label: "PARAM", kind: .parameter)], [],
      "let the selected use share a parameter", .tie),
    CommandEntry(
      "untie", [], [], [], "give the selected use a parameter of its own", .key(.sharing(.untie))),
    CommandEntry("quit", ["q"], [], [], "leave; asks if there are changes", .quit),
    CommandEntry("quit!", ["q!"], [], [], "leave and lose changes", .quitAnyway),
    CommandEntry(
      "help", ["h"], [Operand(label: "COMMAND", kind: .command, isOptional: true)], [],
      "what a command does", .help),
  ]

  /// A command for each key that has none yet, under the name of what it does.
  static let keys: [CommandEntry] = {
    let taken: [Command] = [
      .commandLine, .save, .quit, .initialize, .edit, .train, .copy, .compare, .help,
      .find(.find), .find(.filter), .find(.sort),
      .sharing(.tie),
      .sharing(.untie),
      .values(.editSlice),
    ]
    var seen = Set<Command>(taken)
    return Binding.all.compactMap { binding in
      guard let key = binding.keys.first, !binding.command.needsOverlay,
        seen.insert(binding.command).inserted
      else { return nil }
      let command = binding.command
      return CommandEntry(
        command.words.joined(separator: "-"), [], [], [], "as the key \(key.notation)",
        .key(command))
    }
  }()
}
