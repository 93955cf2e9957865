private import Foundation

/// Calls a test with the path of an empty folder, and removes it afterwards.
///
/// - Parameter body: What to do with the path.
/// - Returns: What `body` returns.
/// - Throws: What `body` throws, or an error if there can be no folder.
public func withTemporaryFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder.path)
}

/// Runs some asynchronous work with a folder that is removed afterwards.
///
/// - Parameter body: Is given the path of the empty folder.
/// - Returns: What `body` returns.
/// - Throws: What `body` throws, or an error of the file system.
@MainActor
public func withTemporaryFolder<Result>(
  _ body: @MainActor (String) async throws -> Result
) async throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder.path)
}

/// The names of the files in a folder, hidden ones too, in alphabetical order.
///
/// - Parameter folder: The path of the folder.
/// - Returns: The names.
/// - Throws: An error if the folder cannot be read.
public func files(in folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

/// Calls a test with the path of an empty folder, and removes it afterwards.
///
/// - Parameters:
///   - isolation: Where `body` runs.
///   - body: What to do with the path.
/// - Returns: What `body` returns.
/// - Throws: What `body` throws, or an error if there can be no folder.
public func withTemporaryFolder<Result>(
  isolation: isolated (any Actor)? = #isolation, _ body: (String) async throws -> Result
) async throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try await body(folder.path)
}

/// Gives a file a second name.
///
/// - Parameters:
///   - path: The file.
///   - other: The other name.
/// - Throws: An error if that is not possible.
public func hardLink(_ path: String, to other: String) throws {
  try FileManager.default.linkItem(atPath: path, toPath: other)
}
