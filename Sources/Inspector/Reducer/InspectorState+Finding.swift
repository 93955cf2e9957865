internal import TerminalUI
internal import Words
internal import Workspace

extension InspectorState {
  /// Opens the line on which a pattern is typed.
  mutating func openPrompt(_ kind: SearchKind) {
    overlay = .prompt(PromptState(kind: kind, origin: place, previous: find))
  }

  /// Takes a key while a pattern is typed.
  mutating func reducePrompt(_ prompt: PromptState, _ key: Key) -> [InspectorEffect] {
    var prompt = prompt
    switch command(for: key) {
    case .escape: return leavePrompt(prompt)
    case .enter: return acceptPrompt(prompt)
    case .prompt(.older): recall(&prompt, by: 1)
    case .prompt(.newer): recall(&prompt, by: -1)
    default:
      if key == .backspace, prompt.field.text.isEmpty { return leavePrompt(prompt) }
      if !prompt.field.take(key) { return [] }
    }
    let isSame = overlay == .prompt(prompt)
    overlay = .prompt(prompt)
    return isSame ? [] : look(for: prompt.field.text, prompt)
  }

  /// Shows an older or newer pattern of the history.
  private func recall(_ prompt: inout PromptState, by step: Int) {
    let next = (prompt.recalled ?? -1) + step
    guard next < find.history.count else { return }
    prompt.recalled = next >= 0 ? next : nil
    prompt.field = TextField(next >= 0 ? find.history[find.history.count - 1 - next] : "")
  }

  /// Starts to look for what has been typed so far.
  private mutating func look(for text: String, _ prompt: PromptState) -> [InspectorEffect] {
    var effects: [InspectorEffect] = jobs.search.map { [.cancel($0)] } ?? []
    jobs.search = nil
    guard !text.isEmpty else {
      set(nil, for: prompt.kind)
      go(to: prompt.origin)
      return effects
    }
    let pattern = SearchPattern(text)
    // What was found before stays until something new is known, so that nothing flickers.
    let shown = current(prompt.kind)?.matches
    set(FindState.Search(pattern: pattern, matches: shown), for: prompt.kind, relisting: false)
    let id = jobs.next()
    jobs.search = id
    effects.append(.search(id, pattern, from: prompt.origin.node))
    return effects
  }

  private func current(_ kind: SearchKind) -> FindState.Search? {
    kind == .find ? find.search : find.filter
  }

  private mutating func set(
    _ search: FindState.Search?, for kind: SearchKind, relisting: Bool = true
  ) {
    switch kind {
    case .find: find.search = search
    case .filter:
      find.filter = search
      if relisting { listFiltered() }
    }
  }

  /// Lists what the filter leaves; the cursors stay where they are as far as that is left.
  mutating func listFiltered() {
    let use = selectedUse
    listTree()
    while rows.tree.position(of: tree.selection) == nil,
      let parent = outline.nodes[tree.selection].parent
    {
      tree.selection = parent
    }
    relistTable(keeping: use)
  }

  /// Takes in where the pattern occurs.
  mutating func hear(ofSearch id: JobID, _ matches: SearchMatches) {
    guard jobs.search == id else { return }
    if matches.isComplete { jobs.search = nil }
    let kind: SearchKind = if case .prompt(let prompt) = overlay { prompt.kind } else { searching }
    guard var search = current(kind) else { return }
    search.matches = matches
    set(search, for: kind)
    guard kind == .find else { return }
    if case .prompt(let prompt) = overlay {
      go(to: prompt.origin)
      _ = goToMatch(forward: true)
    } else if let origin = find.origin {
      go(to: origin)
      _ = goToMatch(forward: true)
      sayWhatWasFound()
    }
    if matches.isComplete { find.origin = nil }
  }

  /// Looks for a pattern as if it had been typed, and goes to the first match.
  mutating func look(for text: String, _ kind: SearchKind) -> [InspectorEffect] {
    openPrompt(kind)
    guard case .prompt(var prompt) = overlay else { return [] }
    prompt.field = TextField(text)
    overlay = .prompt(prompt)
    return look(for: text, prompt) + acceptPrompt(prompt)
  }

  /// Puts everything back as it was before the line was opened.
  private mutating func leavePrompt(_ prompt: PromptState) -> [InspectorEffect] {
    let effects: [InspectorEffect] = jobs.search.map { [.cancel($0)] } ?? []
    jobs.search = nil
    overlay = .none
    find = prompt.previous
    if prompt.kind == .filter { find.filter = nil }
    listFiltered()
    go(to: prompt.origin)
    return effects
  }

  private mutating func acceptPrompt(_ prompt: PromptState) -> [InspectorEffect] {
    overlay = .none
    let text = prompt.field.text
    guard !text.isEmpty else {
      if prompt.kind == .filter { return leavePrompt(prompt) }
      find = prompt.previous
      return goOn(forward: true)
    }
    find.history.removeAll { $0 == text }
    find.history.append(text)
    if find.history.count > FindState.longestHistory { find.history.removeFirst() }
    searching = prompt.kind
    guard prompt.kind == .find else { return [] }
    travel.leave(prompt.origin)
    // Who is quick goes to the first match as soon as it is found.
    if jobs.search != nil { find.origin = prompt.origin }
    sayWhatWasFound()
    return []
  }

  private mutating func sayWhatWasFound() {
    if find.search?.matches?.isComplete ?? false, find.search?.matches?.isEmpty ?? true {
      status = .text("no name matches \(find.search?.pattern.text ?? "")", .look)
    } else {
      sayWhichMatch(wrapped: nil)
    }
  }

  /// Goes to the next or previous match of what was looked for last.
  mutating func goOn(forward: Bool) -> [InspectorEffect] {
    guard let search = find.search else {
      status = .text("nothing was looked for yet: / finds")
      return []
    }
    guard let matches = search.matches, !matches.isEmpty else {
      status = .text("no name matches \(search.pattern.text)", .look)
      return []
    }
    let before = place
    if let wrapped = goToMatch(forward: forward) {
      if place != before { travel.leave(before) }
      sayWhichMatch(wrapped: wrapped ? forward : nil)
    }
    return []
  }

  /// Forgets what was looked for, so that nothing is highlighted.
  mutating func clearSearch() -> [InspectorEffect] {
    defer { jobs.search = nil }
    find.search = nil
    return jobs.search.map { [.cancel($0)] } ?? []
  }
}

extension SearchMatches {
  /// Whether nothing has been found.
  var isEmpty: Bool { nodes.count == 0 && uses.count == 0 }
}
