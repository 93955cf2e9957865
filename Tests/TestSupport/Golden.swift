private import Foundation
public import TerminalUI
public import Testing

/// Expects `frame` to look like `Goldens/<name>.txt` beside the calling test.
///
/// Characters first, then the runs of cells with a style. `RECORD_GOLDENS=1 swift test` rewrites the
/// files, except where `CI` is set; review them with `git diff`. A missing file fails the test.
///
/// - Parameters:
///   - frame: The screen.
///   - name: The name of the file without its ending.
///   - filePath: The test.
///   - sourceLocation: Where a difference is reported.
/// - Throws: An error if a file cannot be written.
public func expectGolden(
  _ frame: CellBuffer, _ name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  try expectGolden(
    text: frame.description, name + ".txt", filePath: filePath, sourceLocation: sourceLocation)
}

/// Expects a text to be what `Goldens/<name>` beside the calling test holds, recorded likewise.
///
/// - Parameters:
///   - actual: The text.
///   - name: The name of the file.
///   - filePath: The test.
///   - sourceLocation: Where a difference is reported.
/// - Throws: An error if a file cannot be written.
public func expectGolden(
  text actual: String, _ name: String, filePath: String = #filePath,
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let folder = URL(filePath: filePath).deletingLastPathComponent().appending(path: "Goldens")
  let file = folder.appending(path: name)
  let environment = ProcessInfo.processInfo.environment
  if environment["RECORD_GOLDENS"] == "1", (environment["CI"] ?? "").isEmpty {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(actual.utf8).write(to: file)
    return
  }
  guard let expected = try? String(contentsOf: file, encoding: .utf8) else {
    Issue.record(
      "No golden \(file.path): run RECORD_GOLDENS=1 swift test", sourceLocation: sourceLocation)
    return
  }
  guard actual != expected else { return }
  Attachment.record(actual, named: "actual-\(name)", sourceLocation: sourceLocation)
  Issue.record(
    "\(name) differs. Expected:\n\(expected)\nActual:\n\(actual)", sourceLocation: sourceLocation)
}
