import Glibc
import Foundation
import TerminalUI
import Testing

extension RealProgram {
  /// Ways out of the program, and the terminal they leave behind.
  struct Leaving {
    /// A signal and its name.
    struct Signal: CustomTestStringConvertible {
      let testDescription: String
      let number: Int32

      static let all =
        [
          Signal(testDescription: "HUP", number: SIGHUP),
          Signal(testDescription: "INT", number: SIGINT),
          Signal(testDescription: "QUIT", number: SIGQUIT),
          Signal(testDescription: "TERM", number: SIGTERM),
        ] + traps

      static let traps = [
        Signal(testDescription: "ILL", number: SIGILL),
        Signal(testDescription: "TRAP", number: SIGTRAP),
        Signal(testDescription: "ABRT", number: SIGABRT),
        Signal(testDescription: "BUS", number: SIGBUS),
        Signal(testDescription: "FPE", number: SIGFPE),
        Signal(testDescription: "SEGV", number: SIGSEGV),
      ]
    }

    /// Starts the program on a terminal whose modes are known.
    private func running(
      _ model: String = "example:mlp", variables: [String: String] = [:],
      _ body: (TmuxSession) throws -> Void
    ) throws {
      try TmuxSession.with(variables: variables) { session in
        try session.rememberModes()
        try session.enter("paramscope \(model)")
        try session.waitForSnapshot(of: model)
        try body(session)
      }
    }

    @Test(.needsTmux, arguments: ["q", "F10", "C-c"])
    func `a key leaves a model without changes at once`(key: String) throws {
      try running { session in
        try session.press(key)
        #expect(try session.waitForStatus() == 0)
        try session.expectRestored()
        #expect(try session.screen().contains("ready> paramscope example:mlp"))
      }
    }

    @Test(.needsTmux) func `q asks before it leaves changes behind`() throws {
      try running { session in
        try session.type("ione")
        try session.press("Enter")
        try session.waitForSnapshot(of: "example:mlp", keys: "ione<Enter>")
        try session.type("q")
        try session.wait(for: "y leave")
        try session.type("n")
        try session.waitForSnapshot(of: "example:mlp", keys: "ione<Enter>qn")
        try session.type("q")
        try session.wait(for: "y leave")
        try session.type("y")
        #expect(try session.waitForStatus() == 0)
        try session.expectRestored()
      }
    }

    @Test(.needsTmux) func `Ctrl-Z gives the terminal to the shell and fg takes it again`() throws {
      try running { session in
        try session.type("j")
        let screen = try session.waitForSnapshot(of: "example:mlp", keys: "j")
        for _ in 1...2 {
          try session.press("C-z")
          try session.waitForShell()
          try session.expectRestored()
          try session.enter("fg")
          try session.wait(for: "the screen before Ctrl-Z") { $0 == screen }
        }
        try session.type("jq")
        #expect(try session.waitForStatus() == 0)
        try session.expectRestored()
      }
    }

    @Test(.needsTmux) func `a window that changed while the program was stopped is noticed`() throws
    {
      try running { session in
        try session.press("C-z")
        try session.waitForShell()
        let size = Size(columns: 80, rows: 24)
        try session.resize(to: size)
        try session.enter("fg")
        try session.waitForSnapshot(of: "example:mlp", size: size)
      }
    }

    @Test(.needsTmux) func `a stop signal gives the terminal to the shell, too`() throws {
      try running { session in
        try session.send(signal: SIGTSTP)
        try session.waitForShell()
        try session.expectRestored()
        try session.enter("fg")
        try session.waitForSnapshot(of: "example:mlp")
      }
    }

    @Test(.needsTmux, arguments: Signal.all)
    func `a signal ends the program and leaves a sane terminal`(_ signal: Signal) throws {
      try running { session in
        try session.send(signal: signal.number)
        #expect(try session.waitForStatus() == 128 + signal.number)
        try session.expectRestored()
      }
    }

    @Test(.needsTmux, arguments: Signal.traps)
    func `a trap ends the program after Swift has told where it was`(_ signal: Signal) throws {
      let variables = ["SWIFT_BACKTRACE": "enable=yes,interactive=no,color=no,cache=no"]
      try running(variables: variables) { session in
        try session.send(signal: signal.number)
        #expect(try session.waitForStatus() == 128 + signal.number)
        try session.expectRestored()
      }
    }

    @Test(.needsTmux) func `the program ends when its window is closed`() throws {
      try running { session in
        let process = try session.processID()
        try session.tmux("kill-window")
        let deadline = ContinuousClock.now + .seconds(20)
        while Self.isRunning(process) {
          try #require(ContinuousClock.now < deadline, "process \(process) has outlived its window")
        }
      }
    }

    /// Whether a process runs; one that nobody has asked for its status yet does not.
    private static func isRunning(_ process: pid_t) -> Bool {
      let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8)
      guard let state = status?.split(separator: ")").last?.first(where: { $0 != " " }) else {
        return false
      }
      return state != "Z" && state != "X"
    }
  }
}
