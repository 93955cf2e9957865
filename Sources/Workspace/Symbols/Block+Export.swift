internal import Checkpoints
public import ModelEngine
internal import Tensors
internal import Words

extension HybridBlock {
  /// Reads a network that MXNet has exported, as Gluon's `SymbolBlock.imports` does.
  ///
  /// A chain of layers comes as a `HybridSequential`, anything else as a `GraphBlock`; it runs and
  /// learns as any other.
  ///
  /// - Parameters:
  ///   - path: The name of the graph, `x-symbol.json`.
  ///   - parameters: The name of the file of parameters; by default the newest `x-0012.params` beside it.
  /// - Returns: The network.
  /// - Throws: `WorkspaceError`, which says what is wrong and where.
  public static func imported(
    from path: String, parameters: String? = nil
  ) throws -> HybridBlock {
    let title = path.split(separator: "/").last.map(String.init) ?? path
    return try SymbolNetwork(reading: path, parameters: parameters, title: title).network
  }

  /// Writes the network as MXNet's `path-symbol.json` with `path-0000.params`, as Gluon's `export` does.
  ///
  /// MXNet's `SymbolBlock.imports` and `mx.mod` read both. Each file appears only when it is complete.
  ///
  /// - Parameters:
  ///   - path: What both names start with.
  ///   - epoch: The number in the name of the parameters.
  /// - Throws: `ExportError.notHybridized` in Gluon's words, if the network was not called since it was
  ///   hybridized; `SymbolError` for a block that MXNet has no operations for; `ParameterError`;
  ///   `CheckpointWriteError`.
  public func export(to path: String, epoch: Int = 0) throws {
    guard isHybridized, hasGraph else { throw ExportError.notHybridized }
    var exporter = SymbolExporter(file: path + "-symbol.json")
    let graph = try exporter.graph(of: self)
    let parameters = try collectParams()
    var contents = CheckpointContents()
    for variable in graph.variables {
      guard let parameter = parameters[variable.name] else { continue }
      contents.tensors.append(
        .init(name: variable.savedName, source: .tensor(try parameter.data())))
    }
    try contents.write(
      to: SymbolGraph.parametersPath(stem: path, epoch: epoch), as: .params)
    try graph.write(to: path + "-symbol.json")
  }
}

/// Why a network cannot be exported yet.
public enum ExportError: Error, Hashable, CustomStringConvertible {
  /// It was not called since it was hybridized.
  case notHybridized

  /// The message of Gluon.
  public var description: String {
    """
    Please first call block.hybridize() and then run forward with this block at least once before \
    calling export.
    """
  }
}
