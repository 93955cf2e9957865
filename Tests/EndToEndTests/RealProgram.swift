import Foundation
import Testing

/// All tests that start the real program, one after the other.
@Suite(.serialized)
struct RealProgram {
  /// The program: `PARAMSCOPE_BINARY`, else the one built beside the tests.
  ///
  /// - Throws: If there is none.
  static func path() throws -> String {
    if let path = ProcessInfo.processInfo.environment["PARAMSCOPE_BINARY"] { return path }
    let folder = try #require(Bundle.main.executableURL).deletingLastPathComponent()
    let path = folder.appending(path: "paramscope").path
    try #require(
      FileManager.default.isExecutableFile(atPath: path),
      "\(path) is missing: build it, or name another one in PARAMSCOPE_BINARY")
    return path
  }

  /// Runs the program without a terminal.
  static func run(
    _ arguments: String..., environment: [String: String]? = nil, outputPath: String? = nil
  ) throws -> Outcome {
    var invocation = Invocation(try path(), arguments)
    if let environment { invocation.environment = environment }
    invocation.outputPath = outputPath
    return try invocation.run()
  }

  /// The path of a damaged file of another test target.
  static func corruptFile(_ name: String, filePath: String = #filePath) -> String {
    URL(filePath: filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "CheckpointsTests/Fixtures/corrupt/\(name)").path
  }
}

/// Calls a test with a new folder, and removes it afterwards.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}
