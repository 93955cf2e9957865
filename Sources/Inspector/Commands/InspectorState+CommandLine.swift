internal import TerminalUI
internal import Workspace

extension InspectorState {
  /// The most lines that are remembered.
  private static let historyLimit = 200

  /// Opens the `:` line.
  mutating func openCommandLine(_ text: String = "") -> [InspectorEffect] {
    overlay = .doing(.command(CommandLineState(text)))
    return []
  }

  /// What can go on with the `:` line.
  func completion(of line: CommandLineState) -> CommandCompletion {
    CommandCompletion(line.completedLine, outline: outline, paths: line.paths)
  }

  /// Takes a key while the `:` line is open.
  mutating func reduceCommandLine(_ line: CommandLineState, _ key: Key) -> [InspectorEffect] {
    var line = line
    if line.search != nil { return reduceHistorySearch(line, key) }
    line.complaint = nil
    switch key {
    case .escape: return closeCommandLine()
    case .backspace where line.field.text.isEmpty: return closeCommandLine()
    case .enter: return run(line)
    case .tab: cycle(&line, by: 1)
    case .backTab: cycle(&line, by: -1)
    case .up: recall(&line, by: 1)
    case .down: recall(&line, by: -1)
    case .control("r"): line.search = ""
    case .control("w"): line.field.deleteWord()
    default:
      guard line.field.take(key) else { return [] }
      line.cycle = nil
      line.recall = nil
    }
    overlay = .doing(.command(line))
    return askForPaths()
  }

  private mutating func closeCommandLine() -> [InspectorEffect] {
    overlay = .none
    return []
  }

  /// Puts the next candidate in the place of the last word.
  private func cycle(_ line: inout CommandLineState, by step: Int) {
    let found = completion(of: line)
    guard !found.candidates.isEmpty else { return }
    let count = found.candidates.count
    let index = line.cycle.map { ($0.index + step + count) % count } ?? (step > 0 ? 0 : count - 1)
    let text = found.candidates[index].insertion
    // A folder is gone into, and a name is followed by what comes next.
    let isOpen = text.hasSuffix("/") || count > 1 && found.kind != .command
    let typed = line.completedLine
    line.field.replace(with: found.stem + text + (isOpen ? "" : " "))
    line.cycle = count == 1 ? nil : CommandLineState.Cycle(typed: typed, index: index)
  }

  /// Goes back and forth through what was run, among the lines that start as what was typed.
  private func recall(_ line: inout CommandLineState, by step: Int) {
    let typed = line.recall?.typed ?? line.field.text
    let lines = work.commands.reversed().filter { $0.hasPrefix(typed) }
    let distance = (line.recall?.distance ?? 0) + step
    guard distance >= 0, distance <= lines.count else { return }
    line.cycle = nil
    line.field.replace(with: distance == 0 ? typed : lines[distance - 1])
    line.recall = distance == 0 ? nil : CommandLineState.Recall(distance: distance, typed: typed)
  }

  /// The lines of the history that hold what is searched for, the last one first.
  func historyMatches(_ search: String) -> [String] {
    var seen = Set<String>()
    return work.commands.reversed().filter { line in
      (search.isEmpty || line.localizedContains(search)) && seen.insert(line).inserted
    }
  }

  private mutating func reduceHistorySearch(
    _ line: CommandLineState, _ key: Key
  ) -> [InspectorEffect] {
    var line = line
    let search = line.search ?? ""
    switch key {
    case .escape: line.search = nil
    case .enter, .tab, .right:
      if let found = historyMatches(search).dropFirst(line.cycle?.index ?? 0).first {
        line.field.replace(with: found)
      }
      (line.search, line.cycle) = (nil, nil)
    case .backspace: (line.search, line.cycle) = (String(search.dropLast()), nil)
    case .control("r"), .up:
      let count = historyMatches(search).count
      line.cycle = CommandLineState.Cycle(
        typed: "", index: min((line.cycle?.index ?? 0) + 1, max(0, count - 1)))
    case .down:
      line.cycle = CommandLineState.Cycle(typed: "", index: max(0, (line.cycle?.index ?? 0) - 1))
    case .character(let character) where search.count < TextField.maximumLength:
      (line.search, line.cycle) = (search + String(character), nil)
    default: return []
    }
    overlay = .doing(.command(line))
    return []
  }

  /// Asks for the paths that complete the last word, where it is one.
  private mutating func askForPaths() -> [InspectorEffect] {
    guard case .doing(.command(var line)) = overlay, line.cycle == nil else { return [] }
    let context = CommandContext(line.field.text)
    guard context.kind == .file else {
      (line.paths, line.pathPrefix) = ([], nil)
      overlay = .doing(.command(line))
      return []
    }
    guard line.pathPrefix != context.word else { return [] }
    line.pathPrefix = context.word
    overlay = .doing(.command(line))
    return ask(.completePath(context.word), replacing: \.completion)
  }

  /// Runs a line; what is wrong is said in place, and nothing typed is lost.
  private mutating func run(_ line: CommandLineState) -> [InspectorEffect] {
    guard line.field.text.contains(where: { $0 != " " }) else { return closeCommandLine() }
    do {
      let invocation = try CommandInvocation(line.field.text)
      remember(line.field.text)
      overlay = .none
      return try run(invocation)
    } catch {
      var failed = line
      failed.complaint = error.text
      overlay = .doing(.command(failed))
      return []
    }
  }

  private mutating func remember(_ line: String) {
    work.commands.removeAll { $0 == line }
    work.commands.append(line)
    if work.commands.count > Self.historyLimit { work.commands.removeFirst() }
  }
}

extension String {
  /// Whether a text is part of this one, whatever the case if it has no capital letter.
  fileprivate func localizedContains(_ text: String) -> Bool {
    text.contains(where: \.isUppercase) ? contains(text) : lowercased().contains(text)
  }
}
