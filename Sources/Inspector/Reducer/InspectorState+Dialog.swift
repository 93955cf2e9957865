internal import ModelEngine
internal import TerminalUI
internal import Words
internal import Workspace

extension InspectorState {
  /// Opens the reinitialize dialog for what is selected.
  mutating func openDialog() -> [InspectorEffect] {
    guard let parameter = selectedParameter else {
      status = .text("there is no parameter here to initialize", .look)
      return []
    }
    let position = InitializerCatalog.standard.position(of: lastInitializerName) ?? 0
    var dialog = DialogState(
      scopes: DialogState.ScopeKind.allCases, scope: defaultScope, node: tree.selection,
      parameter: parameter, initializer: position, arguments: [])
    dialog.likeNodes = counterparts(of: tree.selection)
    dialog.choose(position)
    overlay = .dialog(dialog)
    return preview()
  }

  /// Opens the dialog that edits values by an expression.
  mutating func openEditDialog() -> [InspectorEffect] {
    guard let parameter = selectedParameter else {
      status = .text("there is no parameter here to edit", .look)
      return []
    }
    var dialog = DialogState(
      scopes: DialogState.ScopeKind.allCases, scope: defaultScope, node: tree.selection,
      parameter: parameter, initializer: 0, arguments: [])
    let last = lastRequest.flatMap { $0.isEdit ? $0.initializer : nil }
    dialog.expression = TextField(last ?? "x * 0.5")
    dialog.field = .expression
    dialog.likeNodes = counterparts(of: tree.selection)
    overlay = .dialog(dialog)
    return preview()
  }

  /// Layer in the tree, parameter in the table; a container without parameters means what is below.
  private var defaultScope: DialogState.ScopeKind {
    if focus != .tree { return .parameter }
    if !outline.nodes[tree.selection].ownUses.isEmpty { return .layer }
    return tree.selection == 0 ? .network : .subtree
  }

  private var lastInitializerName: String {
    guard let last = lastRequest, !last.isEdit else { return "uniform" }
    let text = last.initializer
    return String(text.prefix { $0 != "(" })
  }

  /// Does the last reinitialization again, on what is selected now.
  mutating func initializeAgain() -> [InspectorEffect] {
    guard var request = lastRequest, let parameter = selectedParameter else { return openDialog() }
    request.scope = selectedScope(parameter)
    request.seed = nil
    return apply(request)
  }

  /// What is selected, with a parameter under the cursor.
  func selectedScope(_ parameter: Int) -> ReinitializationRequest.Scope {
    let nodes = counterparts(of: tree.selection)
    return switch defaultScope {
    case .parameter: .parameter(parameter)
    case .layer: nodes.count > 1 ? .blocks(nodes) : .layer(node: tree.selection)
    case .subtree: nodes.count > 1 ? .blocks(nodes) : .subtree(node: tree.selection)
    case .network, .matching: .network
    }
  }

  /// Asks for a reinitialization, and remembers it to be done again.
  mutating func apply(_ request: ReinitializationRequest) -> [InspectorEffect] {
    lastRequest = request
    let id = jobs.next()
    jobs.changes.append(id)
    return [.reinitialize(id, request)]
  }

  /// Takes a key while the dialog is open.
  mutating func reduceDialog(_ dialog: DialogState, _ key: Key) -> [InspectorEffect] {
    var changed = dialog
    switch command(for: key) {
    case .escape: return closeDialog()
    case .enter: return applyDialog(dialog)
    case .dialog(let command): changed.perform(command)
    default: changed.take(key)
    }
    overlay = .dialog(changed)
    let isSameRequest = changed.request == dialog.request
    return isSameRequest ? [] : preview()
  }

  private mutating func closeDialog() -> [InspectorEffect] {
    overlay = .none
    defer { jobs.preview = nil }
    return jobs.preview.map { [.cancel($0)] } ?? []
  }

  private mutating func applyDialog(_ dialog: DialogState) -> [InspectorEffect] {
    guard case .success(let request) = dialog.request else { return [] }
    if case .failed = dialog.preview { return [] }
    return closeDialog() + apply(request)
  }

  /// Asks for the preview of what the dialog says now.
  private mutating func preview() -> [InspectorEffect] {
    guard case .dialog(var dialog) = overlay else { return [] }
    var effects: [InspectorEffect] = jobs.preview.map { [.cancel($0)] } ?? []
    jobs.preview = nil
    switch dialog.request {
    case .success(let request):
      let id = jobs.next()
      jobs.preview = id
      dialog.preview = .drawing(last: dialog.preview.shown)
      effects.append(.preview(id, request))
    case .failure(let complaint): dialog.preview = .failed(complaint.text)
    }
    overlay = .dialog(dialog)
    return effects
  }

  /// Takes in a preview that was asked for.
  mutating func showPreview(_ id: JobID, _ result: Result<Preview, DialogComplaint>) {
    guard jobs.preview == id, case .dialog(var dialog) = overlay else { return }
    jobs.preview = nil
    switch result {
    case .success(let preview): dialog.preview = .ready(preview)
    case .failure(let complaint): dialog.preview = .failed(complaint.text)
    }
    overlay = .dialog(dialog)
  }
}

extension DialogState {
  /// Does what a key asks for in whatever field.
  mutating func perform(_ command: DialogCommand) {
    switch command {
    case .nextField: moveField(by: 1)
    case .previousField: moveField(by: -1)
    case .nextSeed: seed = TextField(String(nextSeed))
    }
  }

  private mutating func moveField(by step: Int) {
    let position = fields.firstIndex(of: field) ?? 0
    field = fields[(position + step + fields.count) % fields.count]
  }

  /// Takes a key that is the field's.
  mutating func take(_ key: Key) {
    switch (field, key) {
    case (.list, _): takeInList(key)
    case (.scope, .left), (.scope, .character("h")): moveScope(by: -1)
    case (.scope, .right), (.scope, .character("l")), (.scope, .character(" ")): moveScope(by: 1)
    case (.scope, _): moveFieldByArrow(key)
    case (_, .up), (_, .down): moveFieldByArrow(key)
    case (.expression, _): _ = expression?.take(key)
    case (.argument(let position), _): takeInArgument(position, key)
    case (.seed, _): _ = seed.take(key)
    case (.pattern, _): _ = pattern.take(key)
    }
  }

  private mutating func moveFieldByArrow(_ key: Key) {
    if key == .up { moveField(by: -1) } else if key == .down { moveField(by: 1) }
  }

  private mutating func moveScope(by step: Int) {
    let position = scopes.firstIndex(of: scope) ?? 0
    scope = scopes[(position + step + scopes.count) % scopes.count]
  }

  private mutating func takeInArgument(_ position: Int, _ key: Key) {
    guard case .choice(let choices) = entry.arguments[position].kind, key == .left || key == .right
    else {
      _ = arguments[position].take(key)
      return
    }
    let current = choices.firstIndex(of: arguments[position].text) ?? 0
    let next = (current + (key == .right ? 1 : choices.count - 1)) % choices.count
    arguments[position] = TextField(choices[next])
  }

  private mutating func takeInList(_ key: Key) {
    let count = InitializerCatalog.standard.entries.count
    switch key {
    case .down: leaveQuery(choosing: min(initializer + 1, count - 1))
    case .up: leaveQuery(choosing: max(initializer - 1, 0))
    case .home, .pageUp: leaveQuery(choosing: 0)
    case .end, .pageDown: leaveQuery(choosing: count - 1)
    case .backspace:
      query = String(query.dropLast())
      find()
    case .control("u"):
      query = ""
      find()
    case .character(let character) where query.count < TextField.maximumLength:
      query.append(character)
      find()
    default: break
    }
  }

  private mutating func leaveQuery(choosing position: Int) {
    (query, complaint) = ("", nil)
    choose(position)
  }

  /// Finds the initializer that was typed: the start of a name, or the whole grammar.
  private mutating func find() {
    complaint = nil
    guard !query.isEmpty else { return }
    if let position = InitializerCatalog.standard.firstPosition(startingWith: query) {
      if position != initializer { choose(position) }
      return
    }
    do {
      let parsed = try InitializerCatalog.standard.parse(query)
      guard let position = InitializerCatalog.standard.position(of: type(of: parsed).name) else {
        return
      }
      choose(position)
      arguments = parsed.arguments.map { TextField($0.value.description) }
    } catch {
      complaint = Phrase(of: error)
    }
  }
}

extension InitializerCatalog {
  /// The position of an initializer among the entries, by its name or an alias.
  fileprivate func position(of name: String) -> Int? {
    entries.firstIndex { $0.name == name || $0.aliases.contains(name) }
  }

  /// The position of the first entry with a name or an alias that starts with a text.
  fileprivate func firstPosition(startingWith text: String) -> Int? {
    let text = text.lowercased()
    return entries.firstIndex { $0.name.hasPrefix(text) }
      ?? entries.firstIndex { $0.aliases.contains { $0.hasPrefix(text) } }
  }
}
