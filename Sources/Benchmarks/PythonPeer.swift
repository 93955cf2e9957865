import Foundation
import Glibc

/// Python programs in which a peer may be installed.
struct Pythons {
  let paths: [String]

  /// Starts a peer in the first Python that has the library.
  ///
  /// - Parameters:
  ///   - library: The module to import: `numpy`.
  ///   - setup: What to do before the first run.
  ///   - body: What to measure.
  ///   - answer: An expression that can be asked for.
  ///   - threadCount: How many threads OpenMP may use; nil leaves that to the system.
  /// - Returns: The peer, or nil if no Python has it.
  func peer(
    _ library: String, setup: String, body: String, answer: String = "0", threadCount: Int? = nil
  ) -> PythonPeer? {
    let script = """
      import sys, time
      import \(library)
      \(setup)
      def run():
      \(body.split(separator: "\n").map { "    \($0)\n" }.joined())
      print("ready", flush=True)
      for line in sys.stdin:
          if line == "time\\n":
              start = time.perf_counter()
              run()
              print(time.perf_counter() - start, flush=True)
          else:
              print(\(answer), flush=True)
      """
    var variables: [String] = []
    if let threadCount {
      variables = ["OMP_NUM_THREADS=\(threadCount)", "OPENBLAS_NUM_THREADS=\(threadCount)"]
    }
    return paths.lazy.compactMap { PythonPeer($0, script, variables) }.first
  }
}

/// A Python process that does a piece of work whenever it is told to.
///
/// Between its turns it is stopped: threads of OpenMP that wait for work take a core from the others.
/// A class, because it is one process, which ends with it.
final class PythonPeer {
  private let input: FileHandle
  private let output: FileHandle
  private let process: pid_t

  /// Starts a script and waits until it is ready; nil if it does not come to that.
  init?(_ python: String, _ script: String, _ variables: [String]) {
    guard let toChild = Self.pipe(), let fromChild = Self.pipe() else { return nil }
    let child = Self.spawn(
      ["env"] + variables + [python, "-c", script], input: toChild.end, output: fromChild.start)
    close(toChild.end)
    close(fromChild.start)
    input = FileHandle(fileDescriptor: toChild.start, closeOnDealloc: true)
    output = FileHandle(fileDescriptor: fromChild.end, closeOnDealloc: true)
    guard let child else { return nil }
    process = child
    guard answer() == "ready" else { return nil }
    kill(process, SIGSTOP)
  }

  deinit {
    try? input.close()
    kill(process, SIGCONT)
    waitpid(process, nil, 0)
  }

  /// Does the work once and says how long it took, in seconds.
  func time() -> Double { ask("time").flatMap(Double.init) ?? .nan }

  /// Evaluates the expression that can be asked for.
  func value() -> String? { ask("value") }

  private func ask(_ question: String) -> String? {
    kill(process, SIGCONT)
    defer { kill(process, SIGSTOP) }
    guard (try? input.write(contentsOf: Data("\(question)\n".utf8))) != nil else { return nil }
    return answer()
  }

  private func answer() -> String? {
    var line = Data()
    while let byte = try? output.read(upToCount: 1), let first = byte.first {
      if first == UInt8(ascii: "\n") { return String(decoding: line, as: UTF8.self) }
      line.append(first)
    }
    return nil
  }

  /// A pipe that no other program inherits: where it is written to, and where it is read from.
  private static func pipe() -> (start: Int32, end: Int32)? {
    var ends: [Int32] = [0, 0]
    guard unsafe Glibc.pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    return (start: ends[1], end: ends[0])
  }

  /// Starts a program from the search path with these ends of pipes; errors are not shown.
  private static func spawn(_ arguments: [String], input: Int32, output: Int32) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
    unsafe posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
    unsafe posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var copies: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) }
    unsafe copies.append(nil)
    defer { unsafe copies.forEach { unsafe free($0) } }
    var child: pid_t = 0
    let status = unsafe posix_spawnp(&child, "env", &actions, nil, copies, environ)
    return status == 0 ? child : nil
  }
}
