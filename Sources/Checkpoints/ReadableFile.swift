private import Glibc
/// A regular file held open for reading at any offset.
///
/// A class, because it owns a descriptor: the last reference closes it.
final class ReadableFile: Sendable {
  /// The path, as it was given.
  let path: String
  /// The size in bytes when the file was opened.
  let byteCount: Int
  /// Which file it is, whatever its name.
  let identity: FileIdentity
  private let descriptor: Int32

  /// Opens a regular file.
  ///
  /// - Throws: An error if there is no file, it may not be read, or it is not a regular file.
  init(opening path: String) throws(CheckpointError) {
    // A C string ends at the first NUL: the system would open a file of another name.
    guard !path.utf8.contains(0) else { throw CheckpointError(path, .missing) }
    // O_NONBLOCK: opening a pipe that nobody writes to must not wait. Regular files ignore it.
    let descriptor = retrying { unsafe Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw CheckpointError(path, .opening(errno)) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw CheckpointError(path, .system(.examine, code: code))
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      close(descriptor)
      throw CheckpointError(path, status.st_mode & S_IFMT == S_IFDIR ? .directory : .notAFile)
    }
    self.path = path
    self.descriptor = descriptor
    byteCount = Int(status.st_size)
    identity = FileIdentity(status)
  }

  deinit { close(descriptor) }

  /// Reads bytes that lie inside the file.
  ///
  /// - Parameter range: Byte offsets from the start of the file.
  /// - Returns: As many bytes as `range` has.
  /// - Throws: An error if the file ends before `range` does, or cannot be read.
  func read(_ range: Range<Int>) throws(CheckpointError) -> [UInt8] {
    var failure: CheckpointError?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: range.count) { buffer, count in
      while count < range.count {
        // `count` is below the capacity, and no more than the rest is asked for.
        let rest = unsafe UnsafeMutableRawBufferPointer(
          rebasing: UnsafeMutableRawBufferPointer(buffer)[count...])
        let offset = range.lowerBound + count
        let result = retrying {
          unsafe pread(descriptor, rest.baseAddress, rest.count, offset)
        }
        guard result > 0 else {
          failure =
            result == 0
            ? CheckpointError(path, .cut(neededEnd: range.upperBound, end: offset))
            : CheckpointError(path, .system(.read, code: errno), offset: offset)
          return
        }
        count += result
      }
    }
    if let failure { throw failure }
    return bytes
  }
}

extension CheckpointError.Problem {
  /// What a failed attempt to open a file means.
  fileprivate static func opening(_ code: Int32) -> Self {
    switch code {
    case ENOENT, ENOTDIR: .missing
    case EACCES, EPERM: .permissionDenied
    default: .system(.open, code: code)
    }
  }
}
