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
  /// All variables; nil for those of the tests.
  var environment: [String: String]?
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
      let output = folder.appending(path: "output")
      let errors = folder.appending(path: "errors")
      let process = Process()
      process.executableURL = URL(filePath: executable)
      process.arguments = arguments
      if let environment { process.environment = environment }
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = try handle(writingTo: outputPath.map { URL(filePath: $0) } ?? output)
      process.standardError = try handle(writingTo: errors)
      try end(process)
      return Outcome(
        status: process.terminationStatus,
        endedBySignal: process.terminationReason == .uncaughtSignal,
        output: outputPath == nil ? try String(contentsOf: output, encoding: .utf8) : "",
        errors: try String(contentsOf: errors, encoding: .utf8))
    }
  }

  private func end(_ process: Process) throws {
    let end = DispatchSemaphore(value: 0)
    process.terminationHandler = { _ in end.signal() }
    try process.runWithoutBlockedSignals()
    guard end.wait(timeout: .now() + Self.patienceInSeconds) == .timedOut else { return }
    process.terminate()
    try #require(Bool(false), "\(executable) \(arguments) hangs")
  }

  private func handle(writingTo file: URL) throws -> FileHandle {
    if !FileManager.default.fileExists(atPath: file.path) { try Data().write(to: file) }
    return try FileHandle(forWritingTo: file)
  }
}

extension Process {
  /// Runs the process as a shell would.
  ///
  /// The threads that tests run on block most signals, and a new process blocks what its creator
  /// does: it would not notice Ctrl-C or a new size of its window.
  func runWithoutBlockedSignals() throws {
    var all = sigset_t()
    var before = sigset_t()
    unsafe sigfillset(&all)
    unsafe pthread_sigmask(SIG_UNBLOCK, &all, &before)
    defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
    try run()
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
