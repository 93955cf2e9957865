internal import Checkpoints
public import ModelEngine
internal import Synchronization
public import Tensors
internal import Words

/// A model that is open: its tree, its parameters, who shares what, and edits with undo.
///
/// A class, because it is the one live thing behind all snapshots; the opened file is never written.
@MainActor
public final class OpenModel {
  /// What there is to see now.
  public private(set) var outline: Outline
  private(set) var content: Content
  /// The block of each node; none for a file.
  let blocks: [Block]
  /// The parameter of each use when the model was opened.
  let openedUses: [Int]
  /// The parameter of each use when the model was opened or saved last.
  var savedUses: [Int]
  /// What the network made of its input when it was opened; nil without an input, or where that would
  /// have taken long.
  public internal(set) var firstOutput: Tensor?
  /// The graph that a network was opened from, with the file of its parameters.
  var symbol: SymbolNetwork?
  /// The counters and the stream of this model.
  let context: ModelContext
  /// The shape of an input of the network, batch first, where it is known.
  let inputShape: Shape?
  /// The training that steps go on with.
  var training: TrainingSession?
  /// Whether a step is changing live parameters off the main actor.
  var isBeingTrained = false
  var versions: [ParameterVersion]
  var undoStack: [Edit] = []
  var redoStack: [Edit] = []
  var lastVersionID = 0
  /// Where it was opened from; nil for a network of a program's own.
  var source: Source?
  /// The versions that the last change of each parameter replaced.
  var replaced: [Int: ParameterVersion] = [:]
  /// The versions that were opened or saved last, by parameter; 0 for those that were opened.
  var savedVersionIDs: [Int: Int] = [:]

  /// Where parameters live.
  enum Content {
    /// In a network; the parameters in the order of the outline, the blocks in that of its nodes.
    case network(parameters: [Parameter])
    /// In a file.
    case checkpoint(Checkpoint)
  }

  convenience init(
    _ description: NetworkDescription, locator: ModelLocator, options: BuildOptions
  ) throws(DescriptionError) {
    let seed = options.seed ?? description.seed ?? 0
    let context = ModelContext(seed: Int(seed))
    let input = options.input ?? description.input
    // A task local passes on errors without their type.
    let built = ModelContext.$current.withValue(context) {
      Result { () throws(DescriptionError) in
        var builder = NetworkBuilder(file: locator.title)
        return (try builder.build(description, input: input), builder.output)
      }
    }
    let (network, output) = try built.get()
    self.init(network, context: context, input: input, locator: locator) { parameter in
      let initializer = parameter.initializer ?? description.initializer
      return ParameterInfo.Origin(initializer, shape: parameter.shape, seed: seed)
    }
    firstOutput = output
  }

  /// Opens a network that a program has built: what changes here changes there, and the other way.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - title: What the screen calls it.
  ///   - input: The shape of an input, batch first, to train on a made-up task; a network that starts
  ///     with a dense layer does without.
  public convenience init(_ network: Block, title: String? = nil, input: Shape? = nil) {
    let locator = ModelLocator.file(title ?? network.name)
    self.init(network, context: .current, input: input, locator: locator) { _ in nil }
  }

  init(
    _ network: Block, context: ModelContext, input: Shape? = nil, locator: ModelLocator,
    origin: (Parameter) -> ParameterInfo.Origin?
  ) {
    var builder = OutlineBuilder()
    var positions: [ObjectIdentifier: Int] = [:]
    var parameters: [Parameter] = []
    builder.add(network, key: "", path: "", positions: &positions) { parameter in
      parameters.append(parameter)
      return ParameterInfo(parameter.snapshot)
    }
    builder.numberTies()
    self.context = context
    inputShape = input
    content = .network(parameters: parameters)
    versions = parameters.map {
      ParameterVersion(id: 0, origin: origin($0), elements: .network($0.snapshot))
    }
    outline = Outline(
      locator: locator.text, title: locator.title, format: "network", isNetwork: true,
      nodes: builder.nodes, parameters: builder.parameters, uses: builder.uses)
    blocks = network.outlined
    openedUses = outline.uses.map(\.parameter)
    savedUses = openedUses
    outline.explainUses(blocks: blocks)
    refreshOutline()
  }

  init(_ checkpoint: Checkpoint, locator: ModelLocator) {
    var builder = OutlineBuilder()
    builder.add(checkpoint.tensors, title: locator.title)
    context = ModelContext()
    inputShape = nil
    content = .checkpoint(checkpoint)
    versions = [ParameterVersion](
      repeating: ParameterVersion(id: 0, origin: nil, elements: .file),
      count: builder.parameters.count)
    outline = Outline(
      locator: locator.text, title: locator.title, format: checkpoint.format.name,
      isNetwork: false, nodes: builder.nodes, parameters: builder.parameters, uses: builder.uses,
      metadata: checkpoint.metadata, headerByteCount: checkpoint.headerByteCount)
    blocks = []
    openedUses = outline.uses.map(\.parameter)
    savedUses = openedUses
  }

  /// Brings the outline up to date with the versions.
  func refreshOutline() {
    for index in outline.parameters.indices {
      if let snapshot = snapshot(of: index) {
        let uses = outline.parameters[index].uses
        let tie = outline.parameters[index].tie
        outline.parameters[index] = ParameterInfo(snapshot)
        outline.parameters[index].uses = uses
        outline.parameters[index].tie = tie
      }
      outline.parameters[index].origin = versions[index].origin
      let isUsed = !outline.parameters[index].uses.isEmpty
      outline.parameters[index].isModified =
        isUsed && (hasOtherUses(index) || versions[index].id != savedVersionIDs[index] ?? 0)
    }
  }

  /// Adds a parameter of a network that nothing uses yet; returns its position.
  func append(_ parameter: Parameter, origin: ParameterInfo.Origin?) -> Int {
    guard case .network(var parameters) = content else {
      preconditionFailure("a file takes no new parameters")
    }
    parameters.append(parameter)
    content = .network(parameters: parameters)
    versions.append(
      ParameterVersion(id: 0, origin: origin, elements: .network(parameter.snapshot)))
    outline.parameters.append(ParameterInfo(parameter.snapshot))
    return parameters.count - 1
  }

  /// Lets each use have the parameter at a position, in the live network too.
  func share(_ parameterOfUse: [Int]) {
    if case .network(let live) = content {
      for (use, parameter) in parameterOfUse.enumerated() {
        let node = outline.uses[use].node
        let key = blocks[node].attributes[use - outline.nodes[node].ownUses.lowerBound].key
        guard blocks[node].parameter(key) !== live[parameter] else { continue }
        blocks[node].replaceParameter(key, with: live[parameter])
      }
    }
    outline.share(parameterOfUse, openedUses: openedUses, blocks: blocks)
    refreshOutline()
  }

  private func hasOtherUses(_ parameter: Int) -> Bool {
    outline.parameters[parameter].uses.contains { savedUses[$0] != parameter }
  }

  /// Where the elements of a parameter can be read, off the main actor.
  ///
  /// - Throws: Gluon's message if there are none.
  public func elements(of parameter: Int) throws(WorkspaceError) -> Elements {
    switch (versions[parameter].elements, content) {
    case (.overlay(let tensor), _): return .memory(tensor)
    case (_, .checkpoint(let checkpoint)):
      let index = outline.parameters[parameter].sourceIndex ?? parameter
      return .source(checkpoint, index: index)
    case (_, .network):
      return try read(parameter) { snapshot throws(ParameterError) in
        try snapshot.data()
      }
    }
  }

  /// The state of a parameter of a network, or nil for a file; during a training step that before it.
  ///
  /// Everything that may be asked for while a step runs reads this and not the live parameter.
  func snapshot(of parameter: Int) -> Parameter.Snapshot? {
    guard case .network(let live) = content else { return nil }
    if isBeingTrained, case .network(let before) = versions[parameter].elements { return before }
    return live[parameter].snapshot
  }

  /// Reads a tensor of a parameter of a network.
  ///
  /// - Throws: Gluon's message if there is none.
  func read(
    _ parameter: Int, _ tensor: (Parameter.Snapshot) throws(ParameterError) -> Tensor
  ) throws(WorkspaceError) -> Elements {
    guard let snapshot = snapshot(of: parameter) else {
      throw .noElements("\(outline.title): a file has no gradients")
    }
    do {
      return .memory(try tensor(snapshot))
    } catch {
      throw .noElements(Phrase(of: error))
    }
  }
}

/// One state of a parameter, to go back to.
struct ParameterVersion {
  /// A number that is never used twice for different elements; 0 for those that were opened.
  var id: Int
  /// What drew the elements.
  var origin: ParameterInfo.Origin?
  /// The elements.
  var elements: Saved

  /// How elements are kept.
  enum Saved {
    /// Values, gradient and state of a live parameter.
    case network(Parameter.Snapshot)
    /// As the file has them.
    case file
    /// In place of those in the file.
    case overlay(Tensor)
  }
}

extension ParameterInfo {
  /// What is known of a parameter of a network.
  init(_ parameter: Parameter.Snapshot) {
    let state: State
    do {
      _ = try parameter.data()
      state = .ready
    } catch {
      if case .deferred = parameter.state {
        state = .deferred(message: error.description)
      } else {
        state = .uninitialized(message: error.description)
      }
    }
    self.init(
      name: parameter.name, elementType: parameter.elementType, shape: parameter.shape,
      state: state)
    declaredInitializer = parameter.initializer.map { ((try? $0.resolved()) ?? $0).description }
    gradientRequest = parameter.gradReq.rawValue
  }
}

extension ParameterInfo.Origin {
  /// The origin of elements that an initializer has drawn.
  init(_ initializer: any Initializer, shape: Shape, seed: Int32?) {
    let known = (try? initializer.resolved()) ?? initializer
    let text = known.description
    let theory = shape.isKnown ? known.theory(for: shape) : .unknown
    self.init(name: String(text.prefix { $0 != "(" }), text: text, seed: seed, theory: theory)
  }
}
