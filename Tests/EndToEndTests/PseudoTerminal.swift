import Foundation
import Glibc
import TerminalUI
import Testing

/// A terminal that the test itself plays: it sees every byte and gives what answers it wants.
///
/// A class, because it is one running process.
final class PseudoTerminal {
  private static let patience = Duration.seconds(10)

  /// What the program has sent so far.
  private(set) var bytes: [UInt8] = []
  private let leader: Int32
  private let process: pid_t
  private let modesBefore: [UInt8]

  /// Starts the program on a new terminal.
  ///
  /// - Parameters:
  ///   - arguments: The command line.
  ///   - variables: All variables but the path of libraries.
  ///   - size: The dimensions.
  /// - Throws: If there is no terminal, or the program cannot be started.
  init(
    _ arguments: [String], variables: [String: String], size: Size = Size(columns: 120, rows: 30)
  ) throws {
    leader = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    // TIOCSPTLCK and TIOCGPTN of <asm-generic/ioctls.h>: Glibc's wrappers are not in its module.
    var (locked, number): (Int32, UInt32) = (0, 0)
    try #require(
      unsafe leader >= 0 && ioctl(leader, 0x4004_5431, &locked) == 0
        && ioctl(leader, 0x8004_5430, &number) == 0)
    var invocation = Invocation(try RealProgram.path(), arguments)
    invocation.environment = ["SWIFT_BACKTRACE": "enable=no", "LANG": "C.UTF-8"]
      .merging(variables) { $1 }
    invocation.environment["LD_LIBRARY_PATH"] =
      ProcessInfo.processInfo.environment["LD_LIBRARY_PATH"]
    Self.resize(leader, to: size)
    modesBefore = Self.modes(of: leader)
    process = try invocation.spawn(onTerminal: "/dev/pts/\(number)")
    _ = fcntl(leader, F_SETFL, O_NONBLOCK)
  }

  deinit {
    kill(process, SIGKILL)
    waitpid(process, nil, 0)
    close(leader)
  }

  /// Everything the program has sent, as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the terminal is set as it was before the program started.
  var isRestored: Bool { Self.modes(of: leader) == modesBefore }

  /// Sends keys or answers.
  func send(_ text: String) {
    var rest = ArraySlice(Array(text.utf8))
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes { unsafe write(leader, $0.baseAddress, $0.count) }
      if count < 0 && errno == EAGAIN { read() } else if count <= 0 { return }
      rest = rest.dropFirst(max(0, count))
    }
  }

  /// Sends a signal.
  func send(signal: Int32) { kill(process, signal) }

  /// Changes the dimensions, which the program is told.
  func resize(to size: Size) { Self.resize(leader, to: size) }

  /// Waits until the program has sent some text, counted from a position.
  @discardableResult
  func wait(
    for words: String, from start: Int = 0, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    let deadline = ContinuousClock.now + Self.patience
    while true {
      read()
      let sent = String(decoding: bytes.dropFirst(start), as: UTF8.self)
      if sent.contains(words) { return sent }
      try #require(
        ContinuousClock.now < deadline, "no \(words.debugDescription) in \(sent.debugDescription)",
        sourceLocation: sourceLocation)
    }
  }

  /// Waits until some text is on the screen, which is sent whole again and again.
  func waitForScreen(
    with words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let deadline = ContinuousClock.now + Self.patience
    while true {
      let start = bytes.count
      send("\u{C}")
      for _ in 0..<10 { read() }
      if String(decoding: bytes.dropFirst(start), as: UTF8.self).contains(words) { return }
      try #require(
        ContinuousClock.now < deadline, "no \(words)", sourceLocation: sourceLocation)
    }
  }

  /// Waits until the program has ended; returns its status as the shell would: 128 and the signal.
  func waitForEnd(sourceLocation: SourceLocation = #_sourceLocation) throws -> Int32 {
    let deadline = ContinuousClock.now + Self.patience
    var status: Int32 = 0
    while unsafe waitpid(process, &status, WNOHANG) == 0 {
      read()
      try #require(
        ContinuousClock.now < deadline, "the program hangs; it has sent \(text.suffix(400))",
        sourceLocation: sourceLocation)
    }
    read()
    return status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }

  /// Takes in what was sent, waiting for a moment.
  private func read() {
    var wanted = pollfd(fd: leader, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&wanted, 1, 20) > 0 else { return }
    var chunk = [UInt8](repeating: 0, count: 65536)
    let capacity = chunk.count
    let count = unsafe chunk.withUnsafeMutableBytes {
      unsafe Glibc.read(leader, $0.baseAddress, capacity)
    }
    if count > 0 { bytes += chunk.prefix(count) }
  }

  private static func resize(_ leader: Int32, to size: Size) {
    var window = winsize()
    window.ws_col = UInt16(size.columns)
    window.ws_row = UInt16(size.rows)
    _ = unsafe ioctl(leader, UInt(TIOCSWINSZ), &window)
  }

  private static func modes(of leader: Int32) -> [UInt8] {
    var modes = termios()
    guard unsafe tcgetattr(leader, &modes) == 0 else { return [] }
    return unsafe withUnsafeBytes(of: &modes) { unsafe Array($0) }
  }
}
