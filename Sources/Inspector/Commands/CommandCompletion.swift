internal import ModelEngine
internal import Tensors
internal import Words
internal import Workspace

/// What can stand in place of the last word of a `:` line.
struct CommandCompletion {
  /// The line without its last word.
  let stem: String
  /// The last word, perhaps empty.
  let word: String
  /// What can take its place, best first.
  let candidates: [CommandCandidate]
  /// What kind of thing the word is.
  let kind: CommandEntry.Kind

  /// The longest list.
  static let limit = 200

  /// Works out the candidates for the end of a line.
  init(_ line: String, outline: Outline, paths: [String]) {
    let context = CommandContext(line)
    (stem, word, kind) = (context.stem, context.word, context.kind)
    var found: [CommandCandidate]
    if word.hasPrefix("--"), let entry = context.entry {
      found = Self.options(of: entry, startingWith: word)
    } else {
      found = Self.candidates(context.kind, word, outline, paths)
      // With nothing typed yet, options are what remains to be said.
      if word.isEmpty, found.isEmpty, context.option == nil, let entry = context.entry {
        found = Self.options(of: entry, startingWith: "")
      }
    }
    candidates = Array(found.prefix(Self.limit))
  }

  private static func options(
    of entry: CommandEntry, startingWith word: String
  ) -> [CommandCandidate] {
    entry.options.filter { "--\($0.name)".hasPrefix(word) }.map {
      CommandCandidate(text: "--\($0.name)", detail: $0.label ?? "")
    }
  }

  private static func candidates(
    _ kind: CommandEntry.Kind, _ word: String, _ outline: Outline, _ paths: [String]
  ) -> [CommandCandidate] {
    switch kind {
    case .text: return []
    case .file: return paths.map { CommandCandidate(text: $0) }
    case .command:
      return CommandEntry.all.filter { entry in
        entry.name.hasPrefix(word) || entry.aliases.contains(word)
      }.sorted { $0.isNamed(word) && !$1.isNamed(word) }
        .map { $0.candidate(for: word) }
    case .choice(let words):
      return words.filter { $0.hasPrefix(word) }.map { CommandCandidate(text: $0) }
    case .initializer:
      let lowered = word.lowercased()
      return InitializerCatalog.standard.entries.filter { entry in
        entry.name.hasPrefix(lowered) || entry.aliases.contains { $0.hasPrefix(lowered) }
      }.map {
        CommandCandidate(
          text: $0.name, detail: $0.arguments.map(\.name).joined(separator: " "),
          summary: Phrase(key: $0.summary))
      }
    case .parameter:
      let named = outline.parameters.lazy.filter { $0.name.contains(word) }
      return Array(named.prefix(limit)).sorted {
        $0.name.hasPrefix(word) && !$1.name.hasPrefix(word)
      }.map {
        CommandCandidate(
          text: $0.name, detail: $0.elementType.name, insertion: quotedIfNeeded($0.name))
      }
    }
  }
}

extension CommandEntry {
  /// The command as a way to go on; a name that is there goes on with what it needs.
  fileprivate func candidate(for word: String) -> CommandCandidate {
    let needed = options.first { $0.isExpected && isNamed(word) }
    return CommandCandidate(
      text: name, detail: synopsis, summary: summary,
      insertion: needed.map { "\(word) --\($0.name)" })
  }
}

/// A name as it can be typed: in quotation marks if spaces at its ends would get lost.
private func quotedIfNeeded(_ name: String) -> String {
  guard name.isEmpty || name.first == " " || name.last == " " else { return name }
  return "'\(name)'"
}

/// Where in a `:` line its last word stands.
struct CommandContext {
  /// The command, once its name is complete.
  private(set) var entry: CommandEntry?
  /// The option whose value is being typed.
  private(set) var option: CommandEntry.Option?
  /// The line up to the last word.
  let stem: String
  /// The last word, perhaps empty.
  let word: String

  init(_ line: String) {
    let start = line.lastIndex(of: " ").map { line.index(after: $0) } ?? line.startIndex
    stem = String(line[..<start])
    word = String(line[start...])
    let words = stem.split(separator: " ")
    guard let name = words.first else { return }
    entry = CommandEntry.named(String(name))
    guard let last = words.last(where: { $0.hasPrefix("--") }) else { return }
    option = entry?.options.first { "--\($0.name)" == last && $0.label != nil }
  }

  /// What the last word can be.
  var kind: CommandEntry.Kind {
    if stem.allSatisfy({ $0 == " " }) { return .command }
    if let option { return option.kind }
    return entry?.operands.first?.kind ?? .text
  }
}
