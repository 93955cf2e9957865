private import Foundation

/// Calls a test with the path of a file that holds some bytes, and removes it afterwards.
///
/// - Parameters:
///   - bytes: The contents.
///   - name: The name of the file, in a folder of its own.
///   - body: What to do with the path.
/// - Returns: What `body` returns.
/// - Throws: What `body` throws, or an error if the file cannot be written.
public func withTemporaryFile<Result>(
  _ bytes: [UInt8], named name: String = "model.safetensors",
  _ body: (String) throws -> Result
) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  let file = folder.appending(path: name)
  try Data(bytes).write(to: file)
  return try body(file.path)
}

/// Takes away the end of a file, as if somebody wrote it anew.
///
/// - Parameters:
///   - path: The file.
///   - byteCount: How much of it stays.
/// - Throws: An error if the file cannot be written.
public func cut(_ path: String, to byteCount: Int) throws {
  let handle = try FileHandle(forWritingTo: URL(filePath: path))
  try handle.truncate(atOffset: UInt64(byteCount))
  try handle.close()
}
