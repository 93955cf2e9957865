public import Checkpoints
internal import ModelEngine
internal import Tensors

/// A file that was written.
public struct SavedModel: Hashable, Sendable {
  /// The path, as it was given.
  public var path: String
  /// What kind of file it is.
  public var format: CheckpointFormat
  /// Its size in bytes.
  public var byteCount: Int
  /// How many tensors it holds.
  public var tensorCount: Int
}

extension OpenModel {
  /// Writes the model as it is now to another file, which appears only when it is complete.
  ///
  /// A network is saved as Gluon's `save_parameters` does: a tensor for each attribute path, so that
  /// a shared parameter stands under each of its paths. A file keeps its order, its names and, in
  /// its own format, what it says of itself; what did not change is copied in pieces.
  ///
  /// - Parameters:
  ///   - path: The name of the file; never that of the opened one.
  ///   - format: The format; by default the one that the name ends with, else safetensors.
  ///   - report: Called with the fraction done.
  /// - Returns: What was written.
  /// - Throws: `WorkspaceError` that says why there is no new file, or `CancellationError`.
  public func save(
    to path: String, as format: CheckpointFormat? = nil,
    report: @Sendable (Double) -> Void = { _ in }
  ) async throws -> SavedModel {
    let format = format ?? CheckpointFormat(endingOf: path) ?? .safetensors
    let contents = try contents()
    let byteCount = try await contents.written(
      to: path, as: format, sparing: openedFiles, report: report)
    return SavedModel(
      path: path, format: format, byteCount: byteCount, tensorCount: contents.tensors.count)
  }

  /// The files that must not be written.
  private var openedFiles: [FileIdentity] {
    var files: [FileIdentity] = []
    if case .checkpoint(let checkpoint) = content { files.append(checkpoint.identity) }
    if case .file(let path) = ModelLocator(outline.locator), let file = FileIdentity(path: path) {
      files.append(file)
    }
    return files
  }

  /// What the model holds now, as a value.
  private func contents() throws(WorkspaceError) -> CheckpointContents {
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
      for (index, parameter) in outline.parameters.enumerated() {
        contents.tensors[parameter.sourceIndex ?? index].source = try elements(of: index).source
      }
      return contents
    }
  }
}

extension Elements {
  /// Where a file that is written finds them.
  fileprivate var source: CheckpointContents.Source {
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
