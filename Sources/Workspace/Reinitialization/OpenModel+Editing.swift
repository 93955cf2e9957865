internal import ModelEngine
internal import Tensors
internal import Words

extension OpenModel {
  /// Reinitializes what a request means; every user of a shared parameter sees it at once.
  ///
  /// A parameter is drawn once, however many blocks use it. Nothing changes if anything fails.
  ///
  /// - Parameters:
  ///   - request: What to draw anew, with what.
  ///   - measuring: Whether the statistics before and after are wanted, which means reading what is
  ///     replaced.
  ///   - progress: Called with the fraction drawn.
  /// - Returns: What changed, with the statistics of every changed parameter if they are wanted.
  /// - Throws: An error that says why nothing was done.
  public func reinitialize(
    _ request: ReinitializationRequest, measuring: Bool = true,
    report progress: @Sendable (Double) -> Void = { _ in }
  ) async throws -> ModelChange {
    let plan = try await placed(try plan(request))
    let drawn = try await plan.draw(report: progress)
    let streamBefore = context.stream
    let changes = plan.items.map { item in
      let before = currentVersion(of: item.parameter)
      let origin = origin(of: item, request)
      let tensor = drawn.tensors[item.parameter]
      let isSame = tensor != nil && tensor == elements(before, of: item.parameter)?.tensor
      if !isSame { lastVersionID += 1 }
      let after = ParameterVersion(
        id: isSame ? before.id : lastVersionID, origin: origin,
        elements: adopt(tensor, for: item, asEdit: request.isEdit))
      versions[item.parameter] = after
      return (parameter: item.parameter, before: before, after: after)
    }
    context.stream = drawn.stream
    let edit = Edit(
      changes: changes, streams: (streamBefore, drawn.stream), summary: plan.summary)
    undoStack.append(edit)
    redoStack = []
    return try await report(edit, .applied) { _ in measuring }
  }

  /// Draws what a request would give, without changing anything.
  ///
  /// - Returns: The first parameter that the initializer draws, now and then, over one axis; without
  ///   values if all shapes still wait.
  /// - Throws: An error that says why the request cannot be applied.
  public func preview(_ request: ReinitializationRequest) async throws -> Preview {
    let plan = try await placed(try plan(request))
    let drawable = plan.items.filter { !$0.isDeferred }
    guard let shown = drawable.first(where: { !$0.isDeclared }) ?? drawable.first else {
      return Preview(
        parameter: plan.items[0].parameter, before: nil, after: nil, theory: .unknown,
        summary: plan.summary)
    }
    let before = try? elements(of: shown.parameter)
    let drawn = try await plan.draw()
    guard let tensor = drawn.tensors[shown.parameter] else {
      throw WorkspaceError.nothingToInitialize("nothing is drawn")
    }
    // What is unreadable now may well be drawn anew.
    let now = try? await before?.scan(ScanOptions())
    let then = try await Elements.memory(tensor).scan(ScanOptions())
    let axis = widest(now, then)
    let options = ScanOptions(axis: axis)
    return Preview(
      parameter: shown.parameter, before: now == nil ? nil : try await before?.scan(options),
      after: try await Elements.memory(tensor).scan(options),
      theory: shown.initializer.theory(for: shown.target.shape), summary: plan.summary)
  }

  private func widest(_ left: ScannedTensor?, _ right: ScannedTensor) -> DisplayAxis? {
    let axes = [left, right].compactMap { $0?.components.first?.distribution?.axis }
    return axes.max { $0.high - $0.low < $1.high - $1.low }
  }

  /// Takes back the last change, exactly: elements, gradients and stream.
  ///
  /// - Throws: An error if there is nothing to undo.
  public func undo() async throws -> ModelChange { try await go(toUndoCount: undoStack.count - 1) }

  /// Does the change that was undone last again, exactly.
  ///
  /// - Throws: An error if there is nothing to redo.
  public func redo() async throws -> ModelChange { try await go(toUndoCount: undoStack.count + 1) }

  /// The number of changes that can be undone.
  public var undoCount: Int { undoStack.count }

  /// All changes that can be undone or redone, in the order in which they were made.
  public var edits: [ChangeSummary] {
    undoStack.map(\.summary) + redoStack.reversed().map(\.summary)
  }

  /// Undoes or redoes until so many changes can be undone, exactly, as one change.
  ///
  /// - Throws: An error if there are not so many changes.
  public func go(toUndoCount count: Int) async throws -> ModelChange {
    guard count >= 0 else { throw WorkspaceError.usage("nothing to undo") }
    guard count <= undoStack.count + redoStack.count else {
      throw WorkspaceError.usage("nothing to redo")
    }
    var walk = EditWalk()
    let isUndo = count < undoStack.count
    while count < undoStack.count, let edit = undoStack.popLast() {
      step(through: edit, isUndo: true)
      redoStack.append(edit)
      walk.add(edit, isUndo: true)
    }
    while count > undoStack.count, let edit = redoStack.popLast() {
      step(through: edit, isUndo: false)
      undoStack.append(edit)
      walk.add(edit, isUndo: false)
    }
    guard let edit = walk.whole else { throw WorkspaceError.usage("nothing to do") }
    return try await report(edit, isUndo ? .undone : .redone)
  }

  /// Puts everything as it was at one end of a change.
  private func step(through edit: Edit, isUndo: Bool) {
    for change in edit.changes {
      restore(isUndo ? change.before : change.after, of: change.parameter)
    }
    if let sharing = edit.sharing { share(isUndo ? sharing.before : sharing.after) }
    context.stream = isUndo ? edit.streams.before : edit.streams.after
    if let ends = edit.training {
      resume(ends.session, at: isUndo ? ends.before : ends.after)
    }
  }

  /// What the elements of an item come from: an initializer, or an expression over those before.
  private func origin(
    of item: ReinitializationPlan.Item, _ request: ReinitializationRequest
  ) -> ParameterInfo.Origin {
    var origin = ParameterInfo.Origin(
      item.initializer, shape: item.target.shape, seed: request.seed)
    if request.isEdit, let rule = item.initializer as? ExpressionRule {
      (origin.name, origin.text) = ("edit", rule.source)
    }
    return origin
  }

  /// The version of a parameter, with its live state.
  func currentVersion(of parameter: Int) -> ParameterVersion {
    var version = versions[parameter]
    if case .network(let live) = content { version.elements = .network(live[parameter].snapshot) }
    return version
  }

  /// Puts drawn elements in place, as a new initialization does.
  private func adopt(
    _ tensor: Tensor?, for item: ReinitializationPlan.Item, asEdit isEdit: Bool
  ) -> ParameterVersion.Saved {
    switch content {
    case .network(let live):
      let parameter = live[item.parameter]
      // An edit is what `set_data` does: the gradient and the array stay.
      if isEdit, let tensor, (try? parameter.setData(tensor)) != nil {
        return .network(parameter.snapshot)
      }
      ModelContext.$current.withValue(context) {
        parameter.adopt(tensor, drawnBy: item.initializer)
      }
      return .network(parameter.snapshot)
    case .checkpoint: return tensor.map(ParameterVersion.Saved.overlay) ?? .file
    }
  }

  func restore(_ version: ParameterVersion, of parameter: Int) {
    versions[parameter] = version
    if case .network(let live) = content, case .network(let snapshot) = version.elements {
      live[parameter].restore(snapshot)
    }
  }

  /// The change as the screen needs it, with the statistics of both ends over one axis.
  func report(
    _ edit: Edit, _ kind: ModelChange.Kind, measuring: (Int) -> Bool = { _ in true }
  ) async throws -> ModelChange {
    refreshOutline()
    let (undoCount, redoCount) = (undoStack.count, redoStack.count)
    let (outline, edits) = (outline, edits)
    var statistics: [Int: ChangedStatistics] = [:]
    if edit.summary.step == nil { training?.axes = [:] }
    for change in edit.changes {
      replaced[change.parameter] = kind == .undone ? change.after : change.before
    }
    for change in edit.changes where measuring(change.parameter) {
      let ends = kind == .undone ? (change.after, change.before) : (change.before, change.after)
      // The change has happened: elements that cannot be read only have no statistics.
      guard let after = elements(ends.1, of: change.parameter),
        let now = try? await after.scan(ScanOptions(keptAxis: training?.axes[change.parameter]))
      else { continue }
      let axis = now.components.first?.distribution?.axis
      if edit.summary.step != nil { training?.axes[change.parameter] = axis }
      let options = ScanOptions(axis: axis)
      let former = elements(ends.0, of: change.parameter)
      let before = try? await former?.scan(options)
      statistics[change.parameter] = ChangedStatistics(
        after: now, before: before, distance: try? await former?.distance(to: after, before))
    }
    let changed = edit.changes.filter { $0.before.id != $0.after.id }.map(\.parameter)
    return ModelChange(
      kind: kind, summary: edit.summary, changed: changed, outline: outline,
      statistics: statistics, undoCount: undoCount, redoCount: redoCount,
      edits: edits, training: training?.progress)
  }

  /// What a parameter had before its last change, if that is known.
  public func formerElements(of parameter: Int) -> Elements? {
    replaced[parameter].flatMap { elements($0, of: parameter) }
  }

  private func elements(_ version: ParameterVersion, of parameter: Int) -> Elements? {
    switch (version.elements, content) {
    case (.overlay(let tensor), _): .memory(tensor)
    case (.network(let snapshot), _): (try? snapshot.data()).map(Elements.memory)
    case (.file, .checkpoint(let checkpoint)):
      .source(checkpoint, index: outline.parameters[parameter].sourceIndex ?? parameter)
    case (.file, .network): nil
    }
  }
}
