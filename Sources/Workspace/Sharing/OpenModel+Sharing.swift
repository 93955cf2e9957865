internal import ModelEngine
internal import Tensors
internal import Words

extension OpenModel {
  /// Ties or unties, as one change that can be undone.
  ///
  /// In a network blocks really hold the same object afterwards, or really no longer do. In a file
  /// the names stand for one tensor until they are saved, each with its own copy of it.
  ///
  /// - Returns: What changed.
  /// - Throws: An error that says why nothing was done.
  public func share(_ request: SharingRequest) async throws -> ModelChange {
    let before = outline.uses.map(\.parameter)
    var edit: Edit
    switch request {
    case .tie(let use, let parameter): edit = try tie(use, with: parameter)
    case .untie(let use): edit = try await untie(use)
    }
    let after = edit.sharing?.after ?? before
    edit.sharing = (before, after)
    share(after)
    undoStack.append(edit)
    redoStack = []
    var change = try await report(edit, .applied)
    guard let sharing = edit.summary.sharing else { return change }
    change.changed = [sharing.parameter]
    change.statistics[sharing.parameter]?.before = nil
    return change
  }

  // MARK: - Tying

  private func tie(_ use: Int, with parameter: Int) throws(WorkspaceError) -> Edit {
    guard outline.uses.indices.contains(use), outline.parameters.indices.contains(parameter),
      !outline.parameters[parameter].uses.isEmpty
    else { throw .usage("there is no such parameter") }
    let former = outline.uses[use].parameter
    let (own, other) = (outline.parameters[former], outline.parameters[parameter])
    guard former != parameter else {
      throw .usage("\(outline.uses[use].path) has \(own.name) already")
    }
    guard own.shape == other.shape, own.elementType == other.elementType else {
      throw .usage(
        """
        \(own.name) is \(own.shape.pythonDescription) \(own.elementType.name), \(other.name) is \
        \(other.shape.pythonDescription) \(other.elementType.name): one object cannot be both
        """)
    }
    let slot = try usesOfSlot(of: use)
    var mapping = outline.uses.map(\.parameter)
    for use in slot { mapping[use] = parameter }
    let version = currentVersion(of: parameter)
    return Edit(
      changes: [(parameter, version, version)], streams: (context.stream, context.stream),
      summary: summary(SharingChange(isTie: true, use: use, parameter: parameter, former: former)),
      sharing: (mapping, mapping))
  }

  // MARK: - Untying

  private func untie(_ use: Int) async throws -> Edit {
    guard outline.uses.indices.contains(use) else {
      throw WorkspaceError.usage("there is no such parameter")
    }
    let former = outline.uses[use].parameter
    let name = outline.parameters[former].name
    let slot = try usesOfSlot(of: use)
    let others = Set(outline.parameters[former].uses).subtracting(slot)
    guard !others.isEmpty else {
      throw WorkspaceError.usage(
        slot.count > 1
          ? "\(name) belongs to one block that is called \(slot.count) times: nothing can be untied"
          : "\(name) has no other user")
    }
    let (parameter, changes) = try await separate(use, from: former)
    var mapping = outline.uses.map(\.parameter)
    for use in slot { mapping[use] = parameter }
    return Edit(
      changes: changes, streams: (context.stream, context.stream),
      summary: summary(SharingChange(isTie: false, use: use, parameter: parameter, former: former)),
      sharing: (mapping, mapping))
  }

  /// A parameter with the values of another, for one use; and its versions.
  private func separate(
    _ use: Int, from former: Int
  ) async throws -> (
    parameter: Int, changes: [(parameter: Int, before: ParameterVersion, after: ParameterVersion)]
  ) {
    switch content {
    case .network(let live):
      let copy = Parameter(copying: live[former], as: freeName(for: use))
      let parameter = append(copy, origin: versions[former].origin)
      let version = versions[parameter]
      return (parameter, [(parameter, version, version)])
    case .checkpoint:
      let parameter = freePlace(for: use)
      let tensor = try await elements(of: former).read()
      let before = versions[parameter]
      lastVersionID += 1
      let after = ParameterVersion(
        id: lastVersionID, origin: versions[former].origin, elements: .overlay(tensor))
      versions[parameter] = after
      return (parameter, [(parameter, before, after)])
    }
  }

  /// The place in a file that a use had when it was opened, or that of whoever has left it.
  private func freePlace(for use: Int) -> Int {
    let own = openedUses[use]
    return outline.parameters[own].uses.isEmpty
      ? own : outline.parameters.indices.first { outline.parameters[$0].uses.isEmpty } ?? own
  }

  /// A name of the block's own that no parameter has.
  private func freeName(for use: Int) -> String {
    let node = outline.uses[use].node
    let key = blocks[node].attributes[use - outline.nodes[node].ownUses.lowerBound].key
    let taken = Set(outline.parameters.map(\.name))
    let name = blocks[node].prefix + key
    guard taken.contains(name) else { return name }
    return (1...).lazy.map { "\(name)_\($0)" }.first { !taken.contains($0) } ?? name
  }

  // MARK: - Uses

  /// All uses through one attribute of one block, which may be called several times.
  private func usesOfSlot(of use: Int) throws(WorkspaceError) -> [Int] {
    guard !blocks.isEmpty else { return [use] }
    let node = outline.uses[use].node
    let block = blocks[node]
    guard !block.holdsParametersInProperties else {
      throw .usage("\(block.name) holds its parameters in properties of its own code")
    }
    let offset = use - outline.nodes[node].ownUses.lowerBound
    return outline.nodes.indices.filter { blocks[$0] === block }
      .map { outline.nodes[$0].ownUses.lowerBound + offset }
  }

  private func summary(_ sharing: SharingChange) -> ChangeSummary {
    ChangeSummary(
      changed: [], untouched: [], initializer: sharing.isTie ? "tie" : "untie", seed: nil,
      sharing: sharing)
  }
}

extension Block {
  /// Whether its code has properties that would go on to hold the old parameter.
  fileprivate var holdsParametersInProperties: Bool {
    Mirror(reflecting: self).children.contains {
      $0.value is Registered<Parameter> || $0.value is Parameter
    }
  }
}

extension Elements {
  /// All elements, in memory.
  @concurrent
  fileprivate func read() async throws -> Tensor {
    switch self {
    case .memory(let tensor): return tensor
    case .source(let source, let index):
      let stored = source.tensors[index]
      let bytes = try source.readBytes(0..<stored.byteCount, ofTensorAt: index)
      return Tensor(bytes: bytes, elementType: stored.elementType, shape: stored.shape)
    }
  }
}
