import Inspector
import InspectorRuntime
import TerminalUI
import Words
import Workspace

/// The inspector as questions and answers, line by line: for screen readers, dumb terminals, pipes.
///
/// It is the same loop as on a screen; nothing but text is written.
@MainActor
struct PlainSession {
  private let program: Program
  private let language: Language
  private var told: [[String]] = []

  init(_ model: OpenModel, preferences: Preferences, language: Language) {
    var preferences = preferences
    preferences.hasMotion = false
    let terminal = HeadlessTerminal(size: Size(columns: 100, rows: 40))
    program = Program(
      model: model, terminal: terminal, appearance: Appearance(isASCII: true, language: language),
      preferences: preferences)
    self.language = language
  }

  /// Asks for commands until the user leaves or the input ends.
  mutating func run() async throws {
    await program.open()
    try tell(all: true)
    while true {
      try StandardOutput.write(say("Command, or ? for help:") + " ")
      guard let line = readLine() else {
        try StandardOutput.write("\n")
        break
      }
      guard try await obey(line) else { break }
    }
    await program.close()
  }

  /// Does what a line says; returns whether the program still runs.
  private mutating func obey(_ line: String) async throws -> Bool {
    if line.isEmpty, !program.isOverlaid {
      try tell(all: true)
      return true
    }
    if line == "?", !program.isOverlaid {
      try help()
      return true
    }
    do {
      guard await program.press(try events(of: line)) else { return false }
      try tell(all: false)
    } catch let error as KeyScriptError {
      try StandardOutput.write(DisplayText("\(error)").string + "\n")
    }
    return true
  }

  /// A command by its name, else keys; where something is asked, keys alone.
  private func events(of line: String) throws -> [TerminalEvent] {
    if line.isEmpty { return [.key(.enter)] }
    let word = String(line.prefix { $0 != " " })
    guard !program.isOverlaid, word.count > 1, CommandEntry.named(word) != nil else {
      return try KeyScript(line).events
    }
    let typed = line.map { TerminalEvent.key(.character($0)) }
    return [.key(.character(":"))] + typed + [.key(.enter)]
  }

  /// Tells what is new since the last time, or everything.
  private mutating func tell(all: Bool) throws {
    let sections = program.plainText.sections
    let new = sections.filter { section in
      !section.isEmpty && (all || !told.contains(section))
    }
    told = sections
    let text = new.map { $0.joined(separator: "\n") + "\n" }.joined(separator: "\n")
    try StandardOutput.write(text.isEmpty ? say("Nothing has changed.") + "\n" : text + "\n")
  }

  private func help() throws {
    var text = say("Type a key or a command, then Enter. An empty line tells everything again.")
    text += "\n" + say("Keys:") + "\n"
    for (keys, meaning) in program.keyHelp { text += "   \(keys): \(say(meaning))\n" }
    text += say("Commands:") + "\n"
    for entry in CommandEntry.all {
      let synopsis = entry.synopsis.isEmpty ? "" : " " + entry.synopsis
      text += "   \(entry.name)\(synopsis): \(say(entry.summary))\n"
    }
    try StandardOutput.write(text + "\n")
  }

  private func say(_ phrase: Phrase) -> String { phrase.said(in: language) }
}
