internal import ModelEngine
internal import Words

extension InspectorState {
  /// What one command does, or all of them.
  func helpPager(_ name: String) throws(CommandInvocation.Complaint) -> Pager {
    guard !name.isEmpty else { return Pager(title: say("Commands"), lines: commandLines) }
    guard let entry = CommandEntry.named(name) else {
      throw CommandInvocation.Complaint(text: "there is no command '\(name)'; :help lists all")
    }
    var lines = ["", ":\(entry.name) \(entry.synopsis)", "", say(entry.summary)]
    if !entry.aliases.isEmpty {
      lines.append(say("also") + " " + entry.aliases.map { ":\($0)" }.joined(separator: " "))
    }
    return Pager(title: ":\(entry.name)", lines: lines)
  }

  private var commandLines: [String] {
    CommandEntry.all.map { entry in
      let names = ([entry.name] + entry.aliases).joined(separator: " ")
      let padded = names + String(repeating: " ", count: max(1, 18 - names.count))
      return padded + say(entry.summary)
    }
  }

  /// Every initializer with its arguments, or one of them.
  func initializerPager(_ name: String) throws(CommandInvocation.Complaint) -> Pager {
    let catalog = InitializerCatalog.standard
    guard !name.isEmpty else {
      return Pager(title: say("Initializers"), lines: catalog.entries.map { line($0) })
    }
    guard let entry = catalog.entry(named: name) else {
      throw CommandInvocation.Complaint(text: "there is no initializer '\(name)'")
    }
    let arguments = entry.arguments.map { argument in
      let fallback = argument.defaultText.isEmpty ? "" : "  " + argument.defaultText
      return "  \(argument.name)\(fallback)"
    }
    return Pager(title: entry.name, lines: ["", summary(entry), ""] + arguments)
  }

  private func line(_ entry: InitializerCatalog.Entry) -> String {
    let padding = String(repeating: " ", count: max(1, 20 - entry.name.count))
    return entry.name + padding + summary(entry)
  }

  private func summary(_ entry: InitializerCatalog.Entry) -> String {
    say(Phrase(key: entry.summary))
  }

  private func say(_ phrase: Phrase) -> String { phrase.said(in: appearance.language) }
}
