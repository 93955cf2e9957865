import ArgumentParser
import Glibc
import ModelEngine
import TerminalUI
import Words

/// Prints what initializers there are.
struct InitializersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "initializers",
    abstract: "List every initializer: arguments, defaults, formula, source.",
    discussion: """
      In formulas U(a, b) is uniform, N(m, s) normal with the standard deviation s, and T(m, s) that \
      normal cut off at two standard deviations and widened to the variance given. For a weight of \
      shape (out, in, kernel...) fan_in is in times the kernel's size, fan_out is out times it, and \
      fan is one of the two or their mean, as the arguments say. A name with its arguments, \
      'xavier(rnd_type: gaussian)', is what --with, a network description and the dialog take.
      """)

  @Argument(help: "One initializer, by its name or an alias.")
  var name: String?

  @Flag(help: "Print one JSON object.")
  var json = false

  @OptionGroup var spoken: LanguageArguments

  func run() throws {
    let entries = try listed
    try StandardOutput.write(
      json ? report(entries).text : name == nil ? text(entries) : entries.map(details).joined())
  }

  private var listed: [InitializerCatalog.Entry] {
    get throws(Failure) {
      let catalog = InitializerCatalog.standard
      guard let name else { return catalog.entries }
      if let entry = catalog.entry(named: name) { return [entry] }
      let known = catalog.entries.flatMap(\.names)
      guard let nearest = nearestName(to: name.lowercased(), among: known) else {
        throw Failure(
          "there is no initializer '\(name)'. See paramscope initializers", status: EX_USAGE)
      }
      throw Failure(
        "there is no initializer '\(name)'; did you mean '\(nearest)'? See paramscope initializers",
        status: EX_USAGE)
    }
  }

  private func text(_ entries: [InitializerCatalog.Entry]) -> String {
    var table = TextTable([
      ("name", false), ("formula", false), ("source", false), ("arguments", false),
    ])
    for entry in entries {
      table.add([
        entry.names.joined(separator: ", "), entry.formula, entry.source,
        entry.arguments.map(\.text).joined(separator: ", "),
      ])
    }
    return table.text(in: spoken.chosen)
  }

  /// All of one initializer: what it is for, what each argument can be, how the whole is written.
  private func details(_ entry: InitializerCatalog.Entry) -> String {
    var text = "\(entry.names.joined(separator: ", ")): \(say(Phrase(key: entry.summary)))\n\n"
    text += line("formula", entry.formula) + line("source", entry.source)
    if !entry.arguments.isEmpty {
      var table = TextTable([("argument", false), ("kind", false), ("default", false)])
      for argument in entry.arguments {
        table.add([
          argument.name, argument.kindText,
          argument.defaultText.isEmpty ? say("required") : argument.defaultText,
        ])
      }
      text += "\n" + table.text(in: spoken.chosen)
    }
    if let initializer = entry.withDefaults {
      text += "\n" + line("text", initializer.description) + line("JSON", initializer.dumps)
    }
    return text
  }

  /// A label of nine columns and what belongs to it.
  private func line(_ label: Phrase, _ value: String) -> String {
    DisplayText(say(label)).padded(to: 9, alignedRight: false).string + value + "\n"
  }

  private func say(_ phrase: Phrase) -> String { phrase.said(in: spoken.chosen) }

  private func report(_ entries: [InitializerCatalog.Entry]) -> JSON {
    .object([
      ("version", .integer(1)),
      (
        "initializers",
        .array(
          entries.map { entry in
            .object([
              ("name", .string(entry.name)),
              ("aliases", .array(entry.aliases.map(JSON.string))),
              ("arguments", .array(entry.arguments.map(\.json))),
              ("summary", .string(entry.summary)),
              ("formula", .string(entry.formula)),
              ("source", .string(entry.source)),
              ("text", .optional(entry.withDefaults?.description)),
              ("dumps", .optional(entry.withDefaults?.dumps)),
            ])
          })
      ),
    ])
  }
}

extension InitializerCatalog.Argument {
  /// The name, with the default where there is one: `scale: 0.07`.
  fileprivate var text: String { defaultText.isEmpty ? name : "\(name): \(defaultText)" }

  /// What can be given: `number`, `uniform | gaussian`.
  fileprivate var kindText: String {
    choices.isEmpty ? "\(kind)" : choices.joined(separator: " | ")
  }

  fileprivate var json: JSON {
    .object([
      ("name", .string(name)),
      ("kind", .string(choices.isEmpty ? "\(kind)" : "choice")),
      ("choices", .array(choices.map(JSON.string))),
      ("default", defaultText.isEmpty ? .null : .string(defaultText)),
    ])
  }
}
