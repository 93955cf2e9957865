private import Glibc

/// The few hidden names that the files of a folder have for as long as they are not complete.
///
/// Whoever writes one holds a lock on it from before it has such a name, and the lock ends with the
/// process. So a file with such a name and without a lock was left by a program that was killed.
enum UnfinishedName {
  private static let names = (0..<32).map { ".paramscope-\($0).unfinished" }

  /// Puts a file under the first name that is free.
  ///
  /// - Parameters:
  ///   - folder: The folder, with a slash at its end.
  ///   - claim: Creates the file; returns a negative number and sets `errno` where it cannot.
  /// - Returns: The path, and what `claim` returned for it; the path is nil where that is negative.
  static func take(in folder: String, _ claim: (String) -> Int32) -> (path: String?, result: Int32)
  {
    for name in names {
      let result = retrying { claim(folder + name) }
      if result >= 0 { return (folder + name, result) }
      guard errno == EEXIST else { break }
    }
    return (nil, -1)
  }

  /// Locks a file for as long as it is open; returns whether it is still there.
  ///
  /// Where the system has no locks nothing is ever removed.
  static func lock(_ descriptor: Int32) -> Bool {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK else { return false }
    var status = stat()
    return unsafe fstat(descriptor, &status) == 0 && status.st_nlink > 0
  }

  /// Removes what killed programs have left in a folder.
  static func sweep(_ folder: String) {
    for name in names {
      let path = folder + name
      let descriptor = retrying {
        unsafe open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
      }
      guard descriptor >= 0 else { continue }
      if isAbandoned(descriptor, path) { unsafe unlink(path) }
      close(descriptor)
    }
  }

  /// Whether a file has no writer any more, which is so for good once its lock is ours.
  private static func isAbandoned(_ descriptor: Int32, _ path: String) -> Bool {
    var (file, named) = (stat(), stat())
    guard unsafe fstat(descriptor, &file) == 0, file.st_mode & S_IFMT == S_IFREG,
      flock(descriptor, LOCK_EX | LOCK_NB) == 0,
      // Meanwhile its writer may have given it the name that it was written for.
      unsafe lstat(path, &named) == 0
    else { return false }
    return FileIdentity(file) == FileIdentity(named)
  }
}
