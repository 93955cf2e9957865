internal import Checkpoints
internal import Foundation
internal import ModelEngine
internal import Tensors
internal import Words

/// A graph that was read, as a network with its parameters.
struct SymbolNetwork {
  /// The graph, which is written again as it is.
  let graph: SymbolGraph
  /// The network.
  let network: HybridBlock
  /// The file of its parameters: not one to write to.
  let parametersFile: FileIdentity

  /// Reads a graph and its parameters.
  ///
  /// - Parameters:
  ///   - path: The name of the graph.
  ///   - parameters: The name of the file of parameters; by default the newest `x-0012.params` beside
  ///     `x-symbol.json`.
  ///   - title: What messages call the graph.
  /// - Throws: `checkpoint` or `symbol`, which say what is wrong and where.
  init(
    reading path: String, parameters: String? = nil, title: String
  ) throws(WorkspaceError) {
    do {
      graph = try SymbolGraph.read(path)
      guard let parameters = parameters ?? Self.newestParameters(beside: path) else {
        let stem = SymbolGraph.stem(of: title) ?? "x"
        throw SymbolError(file: title, .noParameters(expected: "\(stem)-0000.params"))
      }
      let checkpoint = try Checkpoint.open(parameters)
      parametersFile = checkpoint.identity
      network = try Self.network(graph, checkpoint, title: title)
    } catch let error as CheckpointError {
      throw .checkpoint(error)
    } catch let error as SymbolError {
      throw .symbol(error)
    } catch {
      throw .symbol(SymbolError(file: title, .refused(Phrase(verbatim: oneLine("\(error)")))))
    }
  }

  /// The file `x-0012.params` of the highest number beside `x-symbol.json`.
  private static func newestParameters(beside path: String) -> String? {
    guard let stem = SymbolGraph.stem(of: path) else { return nil }
    let url = URL(filePath: stem)
    let folder = url.deletingLastPathComponent()
    let start = url.lastPathComponent + "-"
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    let numbered = names.compactMap { name -> (epoch: Int, name: String)? in
      guard name.hasPrefix(start), name.hasSuffix(".params") else { return nil }
      let digits = name.dropFirst(start.count).dropLast(".params".count)
      guard digits.count >= 4, digits.allSatisfy(\.isWholeNumber) else { return nil }
      return Int(digits).map { ($0, name) }
    }
    let newest = numbered.max { ($0.epoch, $0.name) < ($1.epoch, $1.name) }
    return newest.map { folder.appending(path: $0.name).path }
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
}
