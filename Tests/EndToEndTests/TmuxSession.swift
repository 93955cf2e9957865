import Foundation
import Glibc
import TerminalUI
import Testing

extension Trait where Self == ConditionTrait {
  /// Skips a test where there is no terminal to run the program on.
  static var needsTmux: Self {
    .enabled(if: TmuxSession.tmux != nil, "tmux is not installed: apt-get install tmux")
  }
}

/// A terminal with a shell, on a tmux server of its own.
///
/// The shell finds the program as `paramscope`. Nothing sleeps: whatever is waited for is looked for
/// on the screen again and again until a deadline.
///
/// A class, because it is one running server.
final class TmuxSession {
  /// What the shell writes when it waits for a command.
  static let prompt = "ready>"
  /// The path of tmux.
  static let tmux = ProcessInfo.processInfo.environment["PATH", default: ""].split(separator: ":")
    .map { "\($0)/tmux" }.first { FileManager.default.isExecutableFile(atPath: $0) }

  private static let patience = Duration.seconds(20)

  /// A folder of this session, where its shell starts.
  let folder: URL
  private let tmux: String
  private let environment: [String: String]
  private var commandCount = 0

  /// Calls a test with a shell that is ready, and ends it and what it started afterwards.
  ///
  /// - Parameters:
  ///   - size: The dimensions of the terminal.
  ///   - variables: What is added to a small, fixed environment.
  ///   - body: The test.
  /// - Returns: What `body` returns.
  /// - Throws: What `body` throws, or an error if there is no shell in time.
  static func with<Result>(
    size: Size = Size(columns: 100, rows: 30), variables: [String: String] = [:],
    _ body: (TmuxSession) throws -> Result
  ) throws -> Result {
    try withTemporaryFolder { folder in
      let session = try TmuxSession(folder: folder, variables: variables)
      try session.start(size)
      defer { _ = try? session.tmux("kill-server") }
      try session.wait(for: "the prompt of the shell") { $0.isAtPrompt }
      return try body(session)
    }
  }

  private init(folder: URL, variables: [String: String]) throws {
    self.folder = folder
    tmux = try #require(Self.tmux)
    let inherited = ProcessInfo.processInfo.environment
    var base = [
      "PATH": folder.path + ":" + inherited["PATH", default: "/usr/bin:/bin"], "HOME": folder.path,
      "LANG": "C.UTF-8", "TMUX_TMPDIR": folder.path, "ENV": folder.appending(path: "profile").path,
      "SWIFT_BACKTRACE": "enable=no",
    ]
    base["LD_LIBRARY_PATH"] = inherited["LD_LIBRARY_PATH"]
    environment = base.merging(variables) { $1 }
  }

  private func start(_ size: Size) throws {
    let program = folder.appending(path: "paramscope")
    let script = """
      #!/bin/sh
      echo $$ > '\(folder.path)/pid'
      exec '\(try RealProgram.path())' "$@"

      """
    try script.write(to: program, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: program.path)
    // A shell of the superuser takes its prompt from nowhere else.
    try "PS1='\(Self.prompt) '".write(
      to: folder.appending(path: "profile"), atomically: true, encoding: .utf8)
    let size = ["-x", "\(size.columns)", "-y", "\(size.rows)"]
    // Without its window the server still answers.
    let afterwards = [";", "set-option", "-g", "exit-empty", "off"]
    try tmux(["new-session", "-d", "-c", folder.path] + size + ["sh -i"] + afterwards)
  }

  /// Runs a command of tmux.
  @discardableResult
  func tmux(_ arguments: String...) throws -> String { try tmux(arguments) }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    var invocation = Invocation(
      tmux, ["-L", "paramscope", "-f", "/dev/null", "-u"] + arguments)
    invocation.environment = environment
    let outcome = try invocation.run()
    try #require(outcome.status == 0, "tmux \(arguments): \(outcome.errors)")
    return outcome.output
  }
}

// MARK: Keys and screens

extension TmuxSession {
  /// Types some text.
  func type(_ text: String) throws { try tmux("send-keys", "-l", text) }

  /// Presses a key that tmux knows by name: `Enter`, `C-z`.
  func press(_ key: String) throws { try tmux("send-keys", key) }

  /// What is on the screen now.
  func screen() throws -> ShownScreen { ShownScreen(try tmux("capture-pane", "-p")) }

  /// Changes the dimensions of the terminal.
  func resize(to size: Size) throws {
    try tmux("resize-window", "-x", "\(size.columns)", "-y", "\(size.rows)")
  }

  /// Waits until the screen is as it should be.
  ///
  /// - Throws: If it is not so in time; the message shows the last screen.
  @discardableResult
  func wait(
    for expectation: String, sourceLocation: SourceLocation = #_sourceLocation,
    _ isMet: (ShownScreen) throws -> Bool
  ) throws -> ShownScreen {
    let deadline = ContinuousClock.now + Self.patience
    while true {
      let screen = try screen()
      if try isMet(screen) { return screen }
      try #require(
        ContinuousClock.now < deadline, "no sign of \(expectation); the screen is\n\(screen)",
        sourceLocation: sourceLocation)
    }
  }

  /// Waits until some text is on the screen.
  @discardableResult
  func wait(
    for text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ShownScreen {
    try wait(for: "'\(text)'", sourceLocation: sourceLocation) { $0.contains(text) }
  }

  /// Waits until the screen is what `snapshot` prints for the size and the keys.
  @discardableResult
  func waitForSnapshot(
    of model: String, size: Size = Size(columns: 100, rows: 30), keys: String = "",
    options: [String] = [], sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> ShownScreen {
    let words = ["snapshot", model, "--size", "\(size)", "--keys", keys] + options
    let snapshot = try Invocation(RealProgram.path(), words).run()
    let expected = ShownScreen(snapshot.output)
    return try wait(for: "this snapshot\n\(expected)\n", sourceLocation: sourceLocation) {
      $0 == expected
    }
  }
}

// MARK: The shell and the program

extension TmuxSession {
  /// Runs a command in the shell and returns its exit status; the shell must be waiting for one.
  @discardableResult
  func shell(
    _ command: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Int32 {
    commandCount += 1
    let mark = "end \(commandCount):"
    try enter("\(command); echo \"\(mark)\" $?")
    let screen = try wait(for: "the end of \(command)", sourceLocation: sourceLocation) {
      $0.isAtPrompt && $0.rows.contains { $0.hasPrefix(mark) }
    }
    let row = try #require(screen.rows.last { $0.hasPrefix(mark) })
    return try #require(Int32(row.dropFirst(mark.count + 1)))
  }

  /// Types a command for the shell without waiting for its end.
  func enter(_ command: String) throws {
    try type(command)
    try press("Enter")
  }

  /// Waits until the program has given the terminal back to the shell.
  func waitForShell(sourceLocation: SourceLocation = #_sourceLocation) throws {
    try wait(for: "the prompt after the program", sourceLocation: sourceLocation) {
      $0.isAtPrompt
    }
  }

  /// Waits until the program has left, and returns its exit status: 128 and more for a signal.
  func waitForStatus(sourceLocation: SourceLocation = #_sourceLocation) throws -> Int32 {
    try waitForShell(sourceLocation: sourceLocation)
    return try shell("(exit $?)", sourceLocation: sourceLocation)
  }

  /// The process of the program started last.
  func processID() throws -> pid_t {
    let text = try String(contentsOf: folder.appending(path: "pid"), encoding: .utf8)
    return try #require(pid_t(text.trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  /// Sends a signal to the program started last.
  func send(signal: Int32) throws {
    let status = kill(try processID(), signal)
    try #require(status == 0)
  }

  /// Notes how the terminal is set; the shell must be waiting for a command.
  func rememberModes() throws {
    let status = try shell("stty -a > before; clear")
    #expect(status == 0)
  }

  /// Expects that the terminal is as it was noted: its modes, one screen, and keys that show.
  func expectRestored(sourceLocation: SourceLocation = #_sourceLocation) throws {
    #expect(
      try tmux("display-message", "-p", "#{alternate_on} #{cursor_flag} #{keypad_cursor_flag}")
        == "0 1 0\n", sourceLocation: sourceLocation)
    #expect(
      try shell("stty -a > after; cmp before after", sourceLocation: sourceLocation) == 0,
      sourceLocation: sourceLocation)
    try enter("echo typed an'd' seen")
    let screen = try wait(for: "an echo", sourceLocation: sourceLocation) {
      $0.rows.contains("typed and seen") && $0.isAtPrompt
    }
    #expect(
      screen.rows.contains("\(Self.prompt) echo typed an'd' seen"), sourceLocation: sourceLocation)
  }
}
