public import Checkpoints
internal import ModelEngine
public import Tensors
/// A file that was written.
public struct SavedModel: Hashable, Sendable {
  /// The path, as it was given.
  public var path: String
  /// What kind of file it is.
  public var format: SaveFormat
  /// Its size in bytes.
  public var byteCount: Int
  /// How many tensors it holds.
  public var tensorCount: Int

  /// Its size in words: `1.3 KiB`.
  public var sizeText: String { NumberText.bytes(byteCount) }
}

/// How a model is saved.
public struct SaveOptions: Hashable, Sendable {
  /// The type that floating-point elements are rounded to; by default each keeps its own.
  public var elementType: ElementType?
  /// Whether the file that is open may be replaced.
  public var replacesOpenedFile = false

  /// Creates options; by default nothing is converted, and the opened file is spared.
  public init(elementType: ElementType? = nil) {
    self.elementType = elementType
  }

  /// Creates options that round to a type; nil if that is no type to round to.
  public init?(roundingTo name: String) {
    guard let type = ElementType(rawValue: name),
      [.float16, .bfloat16, .float32, .float64].contains(type)
    else { return nil }
    self.init(elementType: type)
  }
}

/// What a save writes, and where.
struct SavePlan: Sendable {
  /// What its name asks for.
  let format: SaveFormat
  /// The graph, where it is one that is saved.
  let graph: SymbolGraph?
  /// The parameters.
  let contents: CheckpointContents
  /// The file of the parameters: that of the name, or beside the graph.
  let parametersPath: String
  /// The format of that file.
  let parametersFormat: CheckpointFormat
}

extension OpenModel {
  /// Writes the model as it is now to another file, which appears only when it is complete.
  ///
  /// A network is saved as Gluon's `save_parameters` does: a tensor for each attribute path, so that
  /// a shared parameter stands under each of its paths. A file keeps its order, its names and, in
  /// its own format, what it says of itself; what did not change is copied in pieces. As
  /// `x-symbol.json` a network is written as a graph of MXNet's, with `x-0000.params` beside it.
  ///
  /// Where the opened file is replaced on purpose, elements go on to be read from the one that was
  /// opened, until it is closed.
  ///
  /// - Parameters:
  ///   - path: The name of the file.
  ///   - options: The element type, and whether the opened file may be replaced.
  ///   - report: Called with the fraction done.
  /// - Returns: What was written.
  /// - Throws: `WorkspaceError` that says why there is no new file, or `CancellationError`.
  public func save(
    to path: String, _ options: SaveOptions = SaveOptions(),
    report: @Sendable (Double) -> Void = { _ in }
  ) async throws -> SavedModel {
    let plan = try savePlan(as: path, options)
    let savedIDs = versions.map(\.id)
    let saved = outline.uses.map(\.parameter)
    let spared = options.replacesOpenedFile ? [] : openedFiles
    var byteCount = try await plan.contents.written(
      to: plan.parametersPath, as: plan.parametersFormat, sparing: spared, report: report)
    if let graph = plan.graph { byteCount += try write(graph, to: path, sparing: spared) }
    for (index, id) in savedIDs.enumerated() where options.elementType == nil {
      savedVersionIDs[index] = id
    }
    if options.elementType == nil { savedUses = saved }
    refreshOutline()
    return SavedModel(
      path: path, format: plan.format, byteCount: byteCount,
      tensorCount: plan.contents.tensors.count)
  }

  /// The files that must not be written unless that is asked for.
  public var openedFiles: [FileIdentity] {
    var files: [FileIdentity] = []
    if case .checkpoint(let checkpoint) = content { files.append(checkpoint.identity) }
    if let symbol { files.append(symbol.parametersFile) }
    if case .file(let path) = ModelLocator(outline.locator), let file = FileIdentity(path: path) {
      files.append(file)
    }
    return files
  }

  /// What a save of this name writes, and where.
  func savePlan(as path: String, _ options: SaveOptions) throws(WorkspaceError) -> SavePlan {
    switch SaveFormat(endingOf: path) {
    case .parameters(let format):
      return SavePlan(
        format: .parameters(format), graph: nil,
        contents: try contents(convertedTo: options.elementType), parametersPath: path,
        parametersFormat: format)
    case .graph:
      let graph = try graphToSave(as: path, options)
      return SavePlan(
        format: .graph, graph: graph, contents: try contents(of: graph),
        parametersPath: SymbolGraph.parametersPath(stem: SymbolGraph.stem(of: path) ?? path),
        parametersFormat: .params)
    }
  }

  /// What the model holds now, as a value.
  private func contents(
    convertedTo elementType: ElementType?
  ) throws(WorkspaceError) -> CheckpointContents {
    var contents = try contents()
    guard let elementType else { return contents }
    for index in contents.tensors.indices {
      contents.tensors[index].source = contents.tensors[index].source.rounded(to: elementType)
    }
    return contents
  }

  /// What the model holds now, as a value.
  func contents() throws(WorkspaceError) -> CheckpointContents {
    switch content {
    case .network:
      var contents = CheckpointContents()
      for use in outline.uses {
        contents.tensors.append(
          .init(name: use.path, source: try elements(of: use.parameter).source))
      }
      return contents
    case .checkpoint(let checkpoint):
      var contents = CheckpointContents(checkpoint)
      for (use, opened) in openedUses.enumerated() {
        let place = outline.parameters[opened].sourceIndex ?? opened
        contents.tensors[place].source = try elements(of: outline.uses[use].parameter).source
      }
      return contents
    }
  }
}

extension Elements {
  /// Where a file that is written finds them.
  var source: CheckpointContents.Source {
    switch self {
    case .memory(let tensor): .tensor(tensor)
    case .source(let source, let index): .stored(source, index: index)
    }
  }
}

extension CheckpointContents {
  /// Writes a file, off the main actor.
  @concurrent
  fileprivate func written(
    to path: String, as format: CheckpointFormat, sparing opened: [FileIdentity],
    report: @Sendable (Double) -> Void
  ) async throws -> Int {
    do {
      return try write(to: path, as: format, sparing: opened, report: report)
    } catch {
      if error.problem == .cancelled { throw CancellationError() }
      throw WorkspaceError.output(error)
    }
  }
}
