private import Glibc
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

extension WholeFile {
  /// What is at the name of a file that could be written.
  public enum Occupant: Hashable, Sendable {
    /// Nothing.
    case nothing
    /// A file of so many bytes.
    case file(byteCount: Int)
    /// A file that is open, under whatever name.
    case opened
  }

  /// Finds out whether a file could be written, without writing.
  ///
  /// - Parameters:
  ///   - path: The name of the file.
  ///   - opened: Files that are open.
  /// - Returns: What is there now.
  /// - Throws: An error if nothing can be written there.
  public static func check(
    _ path: String, opened: [FileIdentity]
  ) throws(CheckpointWriteError) -> Occupant {
    do {
      return try AtomicFile.occupant(of: path, opened: opened)
    } catch {
      throw CheckpointWriteError(path, error)
    }
  }

  /// How many bytes this user may write in the folder of a path; nil if the system does not say.
  public static func freeByteCount(beside path: String) -> Int? {
    var status = statvfs()
    guard unsafe statvfs(AtomicFile.folder(of: path), &status) == 0 else { return nil }
    let (product, overflows) = UInt64(status.f_bavail).multipliedReportingOverflow(
      by: UInt64(status.f_frsize))
    return overflows ? nil : Int(clamping: product)
  }
}
