/// Writes any file so that it appears under its name only when it is complete.
public enum WholeFile {
  /// Writes what `body` hands out, then gives the file its name.
  ///
  /// - Parameters:
  ///   - path: The name of the file.
  ///   - byteCount: How many bytes there will be, if that is known: room is asked for first.
  ///   - opened: Files that must not be replaced, under whatever name.
  ///   - body: Hands bytes to its argument, in order.
  /// - Throws: `CheckpointWriteError` that says why there is no new file, or what `body` throws.
  public static func write(
    to path: String, byteCount: Int = 0, sparing opened: [FileIdentity] = [],
    _ body: (_ write: ([UInt8]) throws -> Void) throws -> Void
  ) throws {
    let file = try AtomicFile(replacing: path, byteCount: byteCount, sparing: opened)
    try body { try file.write($0) }
    try file.commit()
  }
}
