internal import Checkpoints
internal import Foundation
internal import ModelEngine
internal import Tensors

/// The graph that a network was opened from.
struct OpenedSymbol {
  /// The graph, which is written again as it is.
  let graph: SymbolGraph
  /// The file of its parameters: not one to write to.
  let parametersFile: FileIdentity
}

extension OpenModel {
  /// Whether JSON text is a graph of MXNet's: one of its first keys is `nodes`.
  static func holdsSymbol(_ path: String) throws(WorkspaceError) -> Bool {
    if SymbolGraph.stem(of: path) != nil { return true }
    guard let handle = FileHandle(forReadingAtPath: path),
      let data = try? handle.read(upToCount: 1024)
    else { return false }
    return String(decoding: data, as: UTF8.self).contains("\"nodes\"")
  }

  /// Opens a graph, with the newest of the files of parameters beside it.
  static func open(
    symbol path: String, locator: ModelLocator, options: BuildOptions
  ) throws(WorkspaceError) -> OpenModel {
    let title = locator.title
    do {
      let graph = try SymbolGraph.read(path)
      guard let parametersPath = newestParameters(beside: path) else {
        let stem = SymbolGraph.stem(of: title) ?? "x"
        throw SymbolError(file: title, .noParameters(expected: "\(stem)-0000.params"))
      }
      let checkpoint = try Checkpoint.open(parametersPath)
      let context = ModelContext(seed: Int(options.seed ?? 0))
      let network = try ModelContext.$current.withValue(context) {
        try self.network(graph, checkpoint, title: title)
      }
      let output = try ModelContext.$current.withValue(context) {
        try run(network, on: options.input)
      }
      let model = OpenModel(network, context: context, locator: locator) { _ in nil }
      model.symbol = OpenedSymbol(graph: graph, parametersFile: checkpoint.identity)
      model.firstOutput = output
      return model
    } catch let error as CheckpointError {
      throw .checkpoint(error)
    } catch let error as SymbolError {
      throw .symbol(error)
    } catch {
      throw .symbol(SymbolError(file: title, .refused("\(error)")))
    }
  }

  /// The file `x-0012.params` of the highest number beside `x-symbol.json`.
  private static func newestParameters(beside path: String) -> String? {
    guard let stem = SymbolGraph.stem(of: path) else { return nil }
    let url = URL(filePath: stem)
    let folder = url.deletingLastPathComponent().path
    let start = url.lastPathComponent + "-"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    let epochs = names.compactMap { name -> Int? in
      guard name.hasPrefix(start), name.hasSuffix(".params") else { return nil }
      let digits = name.dropFirst(start.count).dropLast(".params".count)
      return digits.count >= 4 && digits.allSatisfy(\.isWholeNumber) ? Int(digits) : nil
    }
    return epochs.max().map { SymbolGraph.parametersPath(stem: stem, epoch: $0) }
  }

  private static func network(
    _ graph: SymbolGraph, _ checkpoint: Checkpoint, title: String
  ) throws -> HybridBlock {
    var saved: [String: TensorDescription] = [:]
    for tensor in checkpoint.tensors {
      let isMarked = tensor.name.hasPrefix("arg:") || tensor.name.hasPrefix("aux:")
      saved[isMarked ? String(tensor.name.dropFirst(4)) : tensor.name] = tensor
    }
    var importer = SymbolImporter(file: title, graph: graph, saved: saved)
    let network = try importer.network()
    try network.collectParams().load(
      checkpoint, fileName: checkpoint.path,
      options: LoadOptions(ignoreExtra: true, cast: .toSaved))
    return network
  }

  /// What a network makes of an input that is drawn, if one is asked for.
  private static func run(
    _ network: HybridBlock, on input: Shape?
  ) throws -> Tensor? {
    guard let input else { return nil }
    try network(shape: input)
    guard ForwardCost.isLow(network, input) else { return nil }
    return try network(ModelContext.current.uniform(shape: input))
  }
}

extension SymbolGraph {
  /// The name of the file of parameters that is written beside `x-symbol.json`: `x-0000.params`.
  static func parametersPath(beside path: String) -> String {
    parametersPath(stem: stem(of: path) ?? path, epoch: 0)
  }

  /// The name of a file of parameters: `x-0012.params`.
  static func parametersPath(stem: String, epoch: Int) -> String {
    let digits = "\(epoch)"
    return stem + "-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits + ".params"
  }
}
