private import Dispatch
private import Glibc
internal import Inspector

/// Notices what becomes of a file on disk: written in place, replaced, deleted, there again.
///
/// The folder is watched by inotify, so that a file with the same name is noticed, too; where that
/// is not possible, the file is looked at every two seconds. A class, because it owns a descriptor
/// and remembers what it has seen.
@MainActor
final class FileWatch {
  /// How long a file must be quiet before it counts as changed.
  private static let quietTimeInMilliseconds = 250
  /// How often a file is looked at that cannot be watched.
  private static let fallbackIntervalInSeconds = 2

  private let path: String
  private let report: @MainActor (FileState) -> Void
  private var seen: Signature?
  private var source: (any DispatchSourceProtocol)?
  private var timer: (any DispatchSourceTimer)?

  /// What tells one state of a file from another.
  private struct Signature: Equatable {
    let device: UInt64
    let number: UInt64
    let byteCount: Int
    let seconds: Int
    let nanoseconds: Int

    init?(_ path: String) {
      var status = stat()
      guard !path.utf8.contains(0), unsafe stat(path, &status) == 0 else { return nil }
      (device, number) = (UInt64(status.st_dev), UInt64(status.st_ino))
      byteCount = Int(status.st_size)
      (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
    }
  }

  /// Starts to watch a file.
  init(_ path: String, report: @escaping @MainActor (FileState) -> Void) {
    self.path = path
    self.report = report
    seen = Signature(path)
    if !watchFolder() { look(afterMilliseconds: 1000 * Self.fallbackIntervalInSeconds) }
  }

  /// Takes the present state of the file as known: it was just read or written.
  func acknowledge() {
    seen = Signature(path)
  }

  /// Stops watching.
  func cancel() {
    source?.cancel()
    timer?.cancel()
    (source, timer) = (nil, nil)
  }

  private func watchFolder() -> Bool {
    let descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
    guard descriptor >= 0 else { return false }
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let events = IN_CLOSE_WRITE | IN_MODIFY | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE
    guard unsafe inotify_add_watch(descriptor, folder, UInt32(events)) >= 0 else {
      close(descriptor)
      return false
    }
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .main)
    source.setEventHandler { [weak self] in
      // Which file it was does not matter: the signature tells.
      var buffer = [UInt8](repeating: 0, count: 16384)
      while unsafe read(descriptor, &buffer, buffer.count) > 0 {}
      MainActor.assumeIsolated { self?.notice() }
    }
    source.setCancelHandler { close(descriptor) }
    source.activate()
    self.source = source
    return true
  }

  /// Waits until the file is quiet, if it is the one that something happened to.
  private func notice() {
    guard Signature(path) != seen else { return }
    look(afterMilliseconds: Self.quietTimeInMilliseconds)
  }

  private func look(afterMilliseconds delay: Int) {
    timer?.cancel()
    let timer = DispatchSource.makeTimerSource(queue: .main)
    timer.schedule(deadline: .now() + .milliseconds(delay))
    timer.setEventHandler { [weak self] in MainActor.assumeIsolated { self?.look() } }
    timer.activate()
    self.timer = timer
  }

  private func look() {
    let present = Signature(path)
    if present != seen {
      seen = present
      report(present == nil ? .deleted : .changed)
    }
    if source == nil { look(afterMilliseconds: 1000 * Self.fallbackIntervalInSeconds) }
  }
}
