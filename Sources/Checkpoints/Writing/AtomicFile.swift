private import Glibc

/// A file that appears under its name only when it is complete.
///
/// A class, because it owns a descriptor: the last reference closes it, and what was not committed
/// is gone.
final class AtomicFile {
  private let path: String
  private let byteCount: Int
  /// The path behind all symbolic links.
  private let target: String
  private let descriptor: Int32
  /// The name it has until it is complete; nil while it has none at all.
  private var temporaryPath: String?

  /// Creates a file without the name yet, with room for all of its bytes.
  ///
  /// - Parameters:
  ///   - path: The name it will have.
  ///   - byteCount: How many bytes will be written.
  ///   - opened: Files that must not be replaced.
  /// - Throws: An error if the name cannot be had, or there is no room.
  init(
    replacing path: String, byteCount: Int, sparing opened: [FileIdentity]
  ) throws(CheckpointWriteError) {
    self.path = path
    self.byteCount = byteCount
    target = Self.resolved(path)
    let replaced: stat?
    do {
      replaced = try Self.examine(target, sparing: opened)
      UnfinishedName.sweep(Self.folder(of: target))
      (descriptor, temporaryPath) = try Self.create(inFolderOf: target)
    } catch {
      throw CheckpointWriteError(path, error)
    }
    if let replaced {
      // Changing the owner is for the superuser, and clears some bits of the mode: it comes first.
      _ = fchown(descriptor, replaced.st_uid, replaced.st_gid)
      _ = fchmod(descriptor, replaced.st_mode & 0o7777)
    }
    // A full disk is known now, not after minutes; where this cannot be asked, writing will tell.
    let code = posix_fallocate(descriptor, 0, off_t(byteCount))
    if [ENOSPC, EDQUOT, EFBIG].contains(code) { throw failure(.write, code) }
  }

  deinit {
    // The name first: without the lock that closing gives up, it would be anybody's.
    if let temporaryPath { unsafe unlink(temporaryPath) }
    close(descriptor)
  }

  /// Writes all of some bytes at the end.
  func write(_ bytes: [UInt8]) throws(CheckpointWriteError) {
    var code: Int32 = 0
    unsafe bytes.withUnsafeBytes { buffer in
      var rest = unsafe buffer[...]
      while unsafe !rest.isEmpty {
        // The slice lies inside the buffer, and no more is written than it has.
        let slice = unsafe UnsafeRawBufferPointer(rebasing: rest)
        let count = retrying { unsafe Glibc.write(descriptor, slice.baseAddress, slice.count) }
        guard count > 0 else {
          code = count == 0 ? ENOSPC : errno
          return
        }
        unsafe rest = rest.dropFirst(count)
      }
    }
    if code != 0 { throw failure(.write, code) }
  }

  /// Flushes the file to disk and gives it its name, in place of what had it.
  func commit() throws(CheckpointWriteError) {
    guard fsync(descriptor) == 0 else { throw failure(.flush, errno) }
    if try !isNamedAtOnce() {
      guard let temporaryPath, unsafe rename(temporaryPath, target) == 0 else {
        throw failure(.rename, errno)
      }
      self.temporaryPath = nil
    }
    flushFolder()
  }

  /// Gives a file without a name its own one if that is free, which takes a single step; else an
  /// unfinished one, because the system renames only what has a name.
  private func isNamedAtOnce() throws(CheckpointWriteError) -> Bool {
    guard temporaryPath == nil else { return false }
    if linkAs(target) == 0 { return true }
    guard errno == EEXIST else { throw failure(.rename, errno) }
    temporaryPath = UnfinishedName.take(in: Self.folder(of: target), linkAs).path
    guard temporaryPath != nil else { throw failure(.rename, errno) }
    return false
  }

  private func linkAs(_ name: String) -> Int32 {
    let descriptorPath = "/proc/self/fd/\(descriptor)"
    return unsafe linkat(AT_FDCWD, descriptorPath, AT_FDCWD, name, Int32(AT_SYMLINK_FOLLOW))
  }

  /// Makes the new name durable; a file system that cannot is no reason to fail.
  private func flushFolder() {
    let folder = unsafe open(Self.folder(of: target), O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard folder >= 0 else { return }
    _ = fsync(folder)
    close(folder)
  }

  private func failure(
    _ operation: CheckpointWriteError.Operation, _ code: Int32
  ) -> CheckpointWriteError {
    let problem: CheckpointWriteError.Problem =
      switch code {
      case ENOSPC, EDQUOT: .noSpace(byteCount: byteCount)
      case EFBIG: .tooLarge(byteCount: byteCount)
      default: .system(operation, code: code)
      }
    return CheckpointWriteError(path, problem)
  }
}

extension AtomicFile {
  /// The path behind all symbolic links; the path itself if there is no file.
  private static func resolved(_ path: String) -> String {
    guard !path.utf8.contains(0), let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    // The system returns a terminated string.
    return unsafe String(cString: resolved)
  }

  /// What is at a path, or nil for nothing.
  private static func examine(
    _ path: String, sparing opened: [FileIdentity]
  ) throws(CheckpointWriteError.Problem) -> stat? {
    guard !path.isEmpty, !path.utf8.contains(0) else { throw .missingFolder }
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      switch errno {
      case ENOENT: return nil
      case ENOTDIR: throw .missingFolder
      case EACCES: throw .permissionDenied
      default: throw .system(.examine, code: errno)
      }
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG: break
    case S_IFDIR: throw .directory
    default: throw .notAFile
    }
    guard !opened.contains(FileIdentity(status)) else { throw .opened }
    // Renaming needs no permission to write the file; but its owner meant something by it.
    guard unsafe access(path, W_OK) == 0 else { throw .permissionDenied }
    return status
  }

  /// Creates a file in the folder: without a name where that is possible, so that even a killed
  /// program leaves nothing behind.
  private static func create(
    inFolderOf path: String
  ) throws(CheckpointWriteError.Problem) -> (descriptor: Int32, temporaryPath: String?) {
    let folder = folder(of: path)
    if unsafe access("/proc/self/fd", X_OK) == 0 {
      // Linux's O_TMPFILE; its macro is too complex to be imported.
      let nameless = 0o20_000_000 | O_DIRECTORY
      let descriptor = retrying {
        unsafe open(folder, nameless | O_WRONLY | O_CLOEXEC, 0o666)
      }
      if descriptor >= 0 {
        // Before it has any name: whoever finds it under an unfinished one knows that it is written.
        _ = UnfinishedName.lock(descriptor)
        return (descriptor, nil)
      }
    }
    let (temporaryPath, descriptor) = UnfinishedName.take(in: folder, createLocked)
    if let temporaryPath { return (descriptor, temporaryPath) }
    switch errno {
    case ENOENT, ENOTDIR: throw .missingFolder
    case EACCES, EPERM, EROFS: throw .permissionDenied
    case ENOSPC, EDQUOT: throw .noSpace(byteCount: 0)
    default: throw .system(.create, code: errno)
    }
  }

  /// What is at a path, and whether a file can be put there.
  static func occupant(
    of path: String, opened: [FileIdentity]
  ) throws(CheckpointWriteError.Problem) -> WholeFile.Occupant {
    let target = resolved(path)
    let status = try examine(target, sparing: [])
    guard unsafe access(folder(of: target), W_OK | X_OK) == 0 else {
      throw [ENOENT, ENOTDIR].contains(errno) ? .missingFolder : .permissionDenied
    }
    guard let status else { return .nothing }
    return opened.contains(FileIdentity(status)) ? .opened : .file(byteCount: Int(status.st_size))
  }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "./" }
    return String(path[...slash])
  }

  /// Creates a file under a name that is free, and locks it.
  private static func createLocked(_ path: String) -> Int32 {
    let creating = O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC | O_NOFOLLOW
    let descriptor = unsafe open(path, creating, 0o666)
    if descriptor < 0 || UnfinishedName.lock(descriptor) { return descriptor }
    // Somebody took it for abandoned in the instant before the lock.
    close(descriptor)
    errno = EEXIST
    return -1
  }
}
