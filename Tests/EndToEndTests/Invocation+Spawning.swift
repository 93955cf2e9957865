import Foundation
import Glibc
import Testing

extension Invocation {
  /// Starts the program as a shell would, with no input and its outputs in files.
  ///
  /// The threads that tests run on block most signals, and a new process blocks what its creator
  /// does: it would not notice Ctrl-C or a new size of its window. So it starts with none blocked.
  /// Foundation's `Process` cannot do that, and in Swift 6.3 it crashes now and then: it reads
  /// beyond a directory entry (swiftlang/swift-corelibs-foundation, pull request 5472).
  ///
  /// - Throws: If it cannot be started.
  func spawn(output: String, errors: String) throws -> pid_t {
    var files = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&files)
    defer { unsafe posix_spawn_file_actions_destroy(&files) }
    let creating = O_WRONLY | O_CREAT | O_TRUNC
    unsafe posix_spawn_file_actions_addopen(&files, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&files, STDOUT_FILENO, output, creating, 0o600)
    unsafe posix_spawn_file_actions_addopen(&files, STDERR_FILENO, errors, creating, 0o600)
    return try unsafe spawn(&files, flags: 0)
  }

  /// Starts the program on a terminal of its own, as a terminal emulator would.
  ///
  /// - Throws: If it cannot be started.
  func spawn(onTerminal path: String) throws -> pid_t {
    var files = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&files)
    defer { unsafe posix_spawn_file_actions_destroy(&files) }
    // The first terminal that the leader of a session opens becomes its own.
    for file in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      unsafe posix_spawn_file_actions_addopen(&files, file, path, O_RDWR, 0)
    }
    return try unsafe spawn(&files, flags: 0x80)  // POSIX_SPAWN_SETSID
  }

  private func spawn(
    _ files: UnsafePointer<posix_spawn_file_actions_t>, flags: Int16
  ) throws -> pid_t {
    var none = sigset_t()
    var all = sigset_t()
    unsafe sigemptyset(&none)
    unsafe sigfillset(&all)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setsigdefault(&attributes, &all)
    let flags = flags | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
    unsafe posix_spawnattr_setflags(&attributes, flags)

    let words = unsafe CStrings([executable] + arguments)
    let variables = unsafe CStrings(environment.map { "\($0.key)=\($0.value)" })
    defer {
      unsafe words.free()
      unsafe variables.free()
    }
    var process = pid_t()
    let code = unsafe posix_spawn(
      &process, executable, files, &attributes, words.pointers, variables.pointers)
    try #require(code == 0, "\(executable) cannot be started")
    return process
  }
}

/// Strings as a C function takes a list of them, in memory of their own until `free()`.
@unsafe private struct CStrings {
  let pointers: [UnsafeMutablePointer<CChar>?]

  init(_ strings: [String]) {
    unsafe pointers = strings.map { unsafe strdup($0) } + [nil]
  }

  func free() {
    unsafe pointers.forEach { unsafe Glibc.free($0) }
  }
}
