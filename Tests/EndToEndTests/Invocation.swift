import Dispatch
import Foundation
import Glibc
import Testing

/// How a program is to be run without a terminal.
struct Invocation {
  /// How long any program may take.
  static let patienceInSeconds = 30.0

  let executable: String
  let arguments: [String]
  /// All variables; at first those of the tests.
  var environment = ProcessInfo.processInfo.environment
  /// Where the output goes instead of back to the test.
  var outputPath: String?

  init(_ executable: String, _ arguments: [String]) {
    self.executable = executable
    self.arguments = arguments
  }

  /// Runs the program to its end.
  ///
  /// - Throws: If it cannot be started, or does not end in time.
  func run() throws -> Outcome {
    try withTemporaryFolder { folder in
      let output = outputPath ?? folder.appending(path: "output").path
      let errors = folder.appending(path: "errors").path
      let status = try end(of: spawn(output: output, errors: errors))
      let signal = status & 0x7F
      try #require(signal != SIGKILL, "\(executable) \(arguments) hangs")
      return Outcome(
        status: signal == 0 ? status >> 8 & 0xFF : signal, endedBySignal: signal != 0,
        output: outputPath == nil ? try String(contentsOfFile: output, encoding: .utf8) : "",
        errors: try String(contentsOfFile: errors, encoding: .utf8))
    }
  }

  /// Waits for the end of a process, which comes in time, if need be by force.
  private func end(of process: pid_t) -> Int32 {
    let force = DispatchWorkItem { kill(process, SIGKILL) }
    DispatchQueue.global().asyncAfter(deadline: .now() + Self.patienceInSeconds, execute: force)
    defer { force.cancel() }
    var status: Int32 = 0
    while unsafe waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status
  }
}

/// What a program that has ended left behind.
struct Outcome {
  let status: Int32
  let endedBySignal: Bool
  let output: String
  let errors: String

  /// The lines of the output.
  var lines: [Substring] {
    output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  /// Expects that the program failed as all commands do: one line for a person, nothing for a pipe.
  func expectFailure(
    _ status: Int32, saying words: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    #expect(self.status == status && !endedBySignal, sourceLocation: sourceLocation)
    #expect(output.isEmpty, sourceLocation: sourceLocation)
    #expect(
      errors.hasPrefix("paramscope: ") && errors.hasSuffix("\n"), sourceLocation: sourceLocation)
    #expect(!errors.dropLast().contains { $0.isControl }, sourceLocation: sourceLocation)
    #expect(errors.contains(words), sourceLocation: sourceLocation)
  }

  /// Expects that the program did what it was asked, in silence.
  func expectSuccess(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(status == 0 && !endedBySignal && errors.isEmpty, sourceLocation: sourceLocation)
  }
}

extension Character {
  /// Whether a terminal could take this for a command.
  var isControl: Bool { unicodeScalars.contains { $0.properties.generalCategory == .control } }
}
