import Foundation
import Glibc

/// A terminal of 120 columns and 36 rows that the measurement plays: it types and sees every byte.
///
/// A class, because it is one running process.
final class PlayedTerminal {
  /// What the program has sent and nobody has looked at yet.
  private var received: [UInt8] = []
  private let leader: Int32
  private let process: pid_t

  /// Starts a program on a terminal of its own; nil if that is not possible.
  ///
  /// - Parameters:
  ///   - command: The program and its arguments.
  ///   - isRaw: Whether the terminal itself echoes nothing and waits for no line.
  init?(_ command: [String], isRaw: Bool = false) {
    leader = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // TIOCSPTLCK and TIOCGPTN of <asm-generic/ioctls.h>: Glibc's wrappers are not in its module.
    var (locked, number): (Int32, UInt32) = (0, 0)
    guard
      unsafe leader >= 0 && ioctl(leader, 0x4004_5431, &locked) == 0
        && ioctl(leader, 0x8004_5430, &number) == 0
    else { return nil }
    var window = winsize(ws_row: 36, ws_col: 120, ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(leader, UInt(TIOCSWINSZ), &window)
    if isRaw {
      var modes = termios()
      unsafe tcgetattr(leader, &modes)
      unsafe cfmakeraw(&modes)
      unsafe tcsetattr(leader, TCSANOW, &modes)
    }
    let variables = ["TERM=xterm-256color", "COLORTERM=truecolor", "LANG=C.UTF-8"]
    guard let child = Self.spawn(["env"] + variables + command, on: "/dev/pts/\(number)") else {
      close(leader)
      return nil
    }
    process = child
  }

  deinit {
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    close(leader)
  }

  /// Types some keys, or answers.
  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = unsafe bytes.withUnsafeBytes { unsafe write(leader, $0.baseAddress, $0.count) }
  }

  /// Waits until the program has sent some texts, one after the other, and forgets all up to there.
  ///
  /// - Returns: Whether they came within five seconds.
  @discardableResult
  func wait(for texts: String...) -> Bool {
    let deadline = ContinuousClock.now + .seconds(5)
    while true {
      var end: Int? = 0
      for text in texts { end = end.flatMap { self.end(of: text, after: $0) } }
      if let end {
        received.removeFirst(end)
        return true
      }
      guard ContinuousClock.now < deadline else { return false }
      read(waiting: .milliseconds(100))
    }
  }

  /// Takes in what is sent during some time; returns when each piece came in which a text stands.
  @discardableResult
  func listen(for duration: Duration, noting text: String = "") -> [ContinuousClock.Instant] {
    let deadline = ContinuousClock.now + duration
    var times: [ContinuousClock.Instant] = []
    while case let rest = deadline - .now, rest > .zero {
      read(waiting: rest)
      while !text.isEmpty, let end = end(of: text, after: 0) {
        received.removeFirst(end)
        times.append(.now)
      }
    }
    return times
  }

  /// Forgets what has been sent.
  func forget() { received = [] }

  private func end(of text: String, after start: Int) -> Int? {
    let found = received[start...].firstRange(of: Array(text.utf8))
    return found?.upperBound
  }

  private func read(waiting patience: Duration) {
    var wanted = pollfd(fd: leader, events: Int16(POLLIN), revents: 0)
    let milliseconds = Int32(max(1, patience / .milliseconds(1)))
    guard unsafe poll(&wanted, 1, milliseconds) > 0 else { return }
    var chunk = [UInt8](repeating: 0, count: 65536)
    let count = unsafe chunk.withUnsafeMutableBytes {
      unsafe Glibc.read(leader, $0.baseAddress, $0.count)
    }
    if count > 0 { received += chunk.prefix(count) }
  }

  /// Starts a program from the search path as the leader of a session, which owns the terminal.
  private static func spawn(_ arguments: [String], on terminal: String) -> pid_t? {
    var files = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&files)
    defer { unsafe posix_spawn_file_actions_destroy(&files) }
    for file in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      unsafe posix_spawn_file_actions_addopen(&files, file, terminal, O_RDWR, 0)
    }
    // The threads of this process block signals, which the program would take over.
    var none = sigset_t()
    unsafe sigemptyset(&none)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    defer { unsafe posix_spawnattr_destroy(&attributes) }
    unsafe posix_spawnattr_setsigmask(&attributes, &none)
    unsafe posix_spawnattr_setflags(&attributes, 0x80 | Int16(POSIX_SPAWN_SETSIGMASK))  // SETSID
    var copies: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) }
    unsafe copies.append(nil)
    defer { unsafe copies.forEach { unsafe free($0) } }
    var child: pid_t = 0
    let status = unsafe posix_spawnp(&child, "env", &files, &attributes, copies, environ)
    return status == 0 ? child : nil
  }
}
