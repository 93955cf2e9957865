public import Checkpoints
internal import Tensors
/// A text that is written to a file.
public enum TextExport {
  /// Writes a text to a file, which appears only when it is complete.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - path: The name of the file.
  ///   - opened: Files that must not be replaced.
  /// - Throws: `WorkspaceError` that says why there is no new file.
  @concurrent
  public static func write(
    _ text: String, to path: String, sparing opened: [FileIdentity] = []
  ) async throws {
    do {
      let bytes = Array(text.utf8)
      try WholeFile.write(to: path, byteCount: bytes.count, sparing: opened) { try $0(bytes) }
    } catch let error as CheckpointWriteError {
      throw WorkspaceError.output(error)
    }
  }
}

extension Elements {
  /// The text that NumPy prints for all elements, of which only those shown are read.
  ///
  /// - Returns: Lines without a last line end.
  /// - Throws: An error of the source.
  @concurrent
  public func numpyDescription() async throws -> String {
    try Tensor.numpyDescription(
      of: TensorSelection(all: shape), elementType: elementType, read: readBytes)
  }
}
