import Checkpoints
import Foundation
import Testing
import Words

/// The error of opening a file, or nil if it opens.
func openingError(of path: String) -> CheckpointError? {
  do throws(CheckpointError) {
    _ = try Checkpoint.open(path)
    return nil
  } catch {
    return error
  }
}

/// Expects what every message has to be: one line that names the file and cannot harm a terminal.
func expectOneHarmlessLine(
  _ error: CheckpointError, naming file: String,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let message = error.description
  #expect(message.contains(file), sourceLocation: sourceLocation)
  #expect(
    message.hasSuffix(".") || message.hasSuffix("git lfs pull"), sourceLocation: sourceLocation)
  let forbidden = message.unicodeScalars.filter {
    [.control, .format, .lineSeparator, .paragraphSeparator].contains($0.properties.generalCategory)
  }
  #expect(forbidden.isEmpty, sourceLocation: sourceLocation)
}

/// Expects lines to be those of a file, or records them if `RECORD_GOLDENS` is set.
func expectRecorded(
  _ lines: [String], in path: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let text = lines.joined(separator: "\n") + "\n"
  if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
    try text.write(toFile: path, atomically: true, encoding: .utf8)
  }
  let recorded = try String(contentsOfFile: path, encoding: .utf8)
  #expect(recorded.split(separator: "\n").map(String.init) == lines, sourceLocation: sourceLocation)
}
