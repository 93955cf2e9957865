private import Glibc

/// Paths that go on from what was typed, as a shell completes them.
public enum PathCompletion {
  /// The most entries of a folder that are looked at.
  private static let entryLimit = 20_000
  /// The most paths that are returned.
  private static let resultLimit = 200

  /// Lists the paths that start with a text, in natural order; folders end in a slash.
  ///
  /// Hidden files are listed only if the name begins with a dot.
  ///
  /// - Parameter text: The start of a path; `~/` is the home folder.
  /// - Returns: The paths, as they would be typed on.
  /// - Complexity: O(n) in the number of entries of the folder, at most 20,000.
  @concurrent
  public static func paths(startingWith text: String) async -> [String] {
    let typedFolder = text.lastIndex(of: "/").map { String(text[...$0]) } ?? ""
    let start = text.dropFirst(typedFolder.count)
    let folder = typedFolder.isEmpty ? "." : expanded(typedFolder)
    guard !folder.utf8.contains(0), let stream = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(stream) }
    var names: [(name: String, isFolder: Bool)] = []
    var seenCount = 0
    while seenCount < entryLimit, let entry = unsafe readdir(stream) {
      seenCount += 1
      // The entry is valid until the next call, and its name ends with a NUL.
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        unsafe pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          unsafe String(cString: $0)
        }
      }
      guard name.hasPrefix(start), name != ".", name != "..",
        !name.hasPrefix(".") || start.hasPrefix(".")
      else { continue }
      names.append((name, isFolder(folder + "/" + name)))
    }
    return names.sorted { naturallyPrecedes($0.name, $1.name) }.prefix(resultLimit)
      .map { typedFolder + $0.name + ($0.isFolder ? "/" : "") }
  }

  /// A path whose `~/` is the home folder.
  public static func expanded(_ path: String) -> String {
    guard path.hasPrefix("~/"), let home = unsafe getenv("HOME") else { return path }
    return unsafe String(cString: home) + path.dropFirst()
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
