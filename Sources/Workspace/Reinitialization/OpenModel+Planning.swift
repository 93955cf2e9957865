internal import ModelEngine
internal import Tensors
internal import Words

extension OpenModel {
  /// Works out what a request means for this model, without drawing anything.
  ///
  /// - Throws: An error if the initializer cannot be understood or nothing is meant.
  func plan(_ request: ReinitializationRequest) throws(WorkspaceError) -> ReinitializationPlan {
    let initializer = try parse(request)
    let stream = request.seed.map { RandomStream(seed: $0) } ?? context.stream
    var plan = ReinitializationPlan(
      stream: stream, initializer: initializer, seed: request.seed, isEdit: request.isEdit)
    let (parameters, isNamed) = try meant(by: request.scope)
    let overrides = isNamed || request.isEdit
    for parameter in parameters {
      if request.isEdit, outline.parameters[parameter].state != .ready {
        plan.untouched.append(.init(parameter: parameter, reason: "it has no values yet"))
        continue
      }
      if let live = snapshot(of: parameter) {
        plan.items.append(item(for: parameter, live, initializer, overrides: overrides))
      } else {
        add(parameter, initializer, overrides: overrides, to: &plan)
      }
    }
    guard !plan.items.isEmpty else {
      guard let first = plan.untouched.first else {
        throw .nothingToInitialize("there is no parameter here to initialize")
      }
      throw .nothingToInitialize("\(outline.parameters[first.parameter].name): \(first.reason)")
    }
    return plan
  }

  private func parse(
    _ request: ReinitializationRequest
  ) throws(WorkspaceError) -> any Initializer {
    do {
      if request.isEdit { return try ExpressionRule(request.initializer) }
      return try InitializerCatalog.standard.parse(request.initializer).resolved()
    } catch {
      throw .initializer(Phrase(of: error))
    }
  }

  /// The parameters that a scope means, each once, and whether their own declarations give way.
  private func meant(
    by scope: ReinitializationRequest.Scope
  ) throws(WorkspaceError) -> (parameters: [Int], overrides: Bool) {
    switch scope {
    case .parameter(let parameter):
      guard outline.parameters.indices.contains(parameter) else { break }
      return ([parameter], true)
    case .layer(let node):
      guard outline.nodes.indices.contains(node) else { break }
      guard !outline.nodes[node].ownUses.isEmpty else {
        throw .nothingToInitialize("\(outline.nodes[node].name) has no parameters of its own")
      }
      return (uniqueParameters(outline.nodes[node].ownUses), false)
    case .subtree(let node):
      guard outline.nodes.indices.contains(node) else { break }
      return (uniqueParameters(outline.nodes[node].uses), false)
    case .blocks(let blocks):
      guard blocks.allSatisfy(outline.nodes.indices.contains) else { break }
      let used = blocks.flatMap { uniqueParameters(outline.nodes[$0].uses) }
      var seen = Set<Int>()
      return (used.filter { seen.insert($0).inserted }, false)
    case .network: return (outline.usedParameters, false)
    case .matching(let pattern):
      let found = try outline.parameters(matching: pattern)
      guard !found.isEmpty else {
        throw .nothingToInitialize("no parameter matches '\(pattern)'")
      }
      return (found, true)
    }
    throw .nothingToInitialize("there is no such parameter")
  }

  private func uniqueParameters(_ uses: Range<Int>) -> [Int] {
    var seen = Set<Int>()
    return outline.uses[uses].map(\.parameter).filter { seen.insert($0).inserted }
  }

  private func item(
    for parameter: Int, _ live: Parameter.Snapshot, _ initializer: any Initializer, overrides: Bool
  ) -> ReinitializationPlan.Item {
    let declared = overrides ? nil : live.initializer
    return ReinitializationPlan.Item(
      parameter: parameter,
      target: InitializerTarget(name: live.name, shape: live.shape, elementType: live.elementType),
      initializer: declared.map { (try? $0.resolved()) ?? $0 } ?? initializer,
      storedType: live.elementType, isDeclared: declared != nil, isDeferred: !live.shape.isKnown)
  }

  /// A file declares no initializers: the end of the name decides, unless one parameter was named.
  private func add(
    _ parameter: Int, _ initializer: any Initializer, overrides: Bool,
    to plan: inout ReinitializationPlan
  ) {
    let info = outline.parameters[parameter]
    guard let drawnType = info.elementType.drawnType else {
      plan.untouched.append(
        .init(parameter: parameter, reason: "\(info.elementType.name) elements are not drawn"))
      return
    }
    do {
      let chosen =
        overrides
        ? initializer
        : try NameRoute.initializer(
          forParameterNamed: info.name, rank: info.shape.rank, given: initializer)
      plan.items.append(
        ReinitializationPlan.Item(
          parameter: parameter,
          target: InitializerTarget(name: info.name, shape: info.shape, elementType: drawnType),
          initializer: chosen, storedType: info.elementType,
          isDeclared: !chosen.isEqual(to: initializer), isDeferred: false))
    } catch {
      plan.untouched.append(
        .init(parameter: parameter, reason: "its name says nothing of its role"))
    }
  }
}

extension ElementType {
  /// The type that initializers draw for this one; nil if it cannot be drawn.
  fileprivate var drawnType: ElementType? {
    switch self {
    case .float32, .float16, .bfloat16: .float32
    case .float64: .float64
    default: nil
    }
  }
}
