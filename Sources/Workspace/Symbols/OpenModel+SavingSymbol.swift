internal import Checkpoints
internal import ModelEngine
internal import Words

extension OpenModel {
  /// The graph that a file of this name is to hold.
  ///
  /// It is the one that the network was opened from, unless sharing has changed since, or a new one.
  func graphToSave(
    as path: String, _ options: SaveOptions
  ) throws(WorkspaceError) -> SymbolGraph {
    guard let network = blocks.first else {
      throw .usage(
        "\(path): a graph is written of a network only; \(outline.title) is a file of parameters.")
    }
    guard options.elementType == nil else {
      throw .usage(
        "\(path): a graph keeps the types of its parameters; save .params to round them.")
    }
    if let symbol, outline.uses.map(\.parameter) == openedUses { return symbol.graph }
    do {
      var exporter = SymbolExporter(file: path)
      return try exporter.graph(of: network)
    } catch {
      throw .symbol(error)
    }
  }

  /// The values of a graph's parameters, in the order in which MXNet saves them.
  func contents(of graph: SymbolGraph) throws(WorkspaceError) -> CheckpointContents {
    let positions = Dictionary(
      zip(outline.parameters.map(\.name), outline.parameters.indices),
      uniquingKeysWith: { first, _ in first })
    var contents = CheckpointContents()
    for variable in graph.variables {
      guard let index = positions[variable.name] else { continue }
      contents.tensors.append(
        .init(name: variable.savedName, source: try elements(of: index).source))
    }
    return contents
  }

  /// Writes the text of a graph.
  func write(
    _ graph: SymbolGraph, to path: String, sparing opened: [FileIdentity]
  ) throws(WorkspaceError) -> Int {
    do {
      return try graph.write(to: path, sparing: opened)
    } catch {
      throw .output(error)
    }
  }
}
