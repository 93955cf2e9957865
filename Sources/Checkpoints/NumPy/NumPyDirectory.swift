internal import Tensors
internal import Words

/// What a file of NumPy holds: one array, or an archive of them.
struct NumPyDirectory: Sendable {
  let arrays: [NumPyArray]
  let metadata: [Checkpoint.MetadataEntry]
  /// The size of the headers in bytes.
  let headerByteCount: Int

  /// Reads the header of a file with one array, whose name is that of the file.
  init(array file: ReadableFile) throws(CheckpointError) {
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    let ending = ".npy"
    let isNamed = name.lowercased().hasSuffix(ending) && name.count > ending.count
    self.init(
      [
        try NumPyArray(
          isNamed ? String(name.dropLast(ending.count)) : name, at: .file(file), of: file.path)
      ], notes: [])
  }

  /// Reads the directory of an archive and the headers of its arrays.
  ///
  /// An array that cannot be shown is left out and noted, as long as there is another one.
  ///
  /// - Throws: An error if the archive is damaged, is no archive of arrays, or has none to show.
  init(archive file: ReadableFile) throws(CheckpointError) {
    let archive = try ZipArchive(reading: file)
    let members = archive.entries.filter { $0.name.hasSuffix(".npy") }
    let isForeign = archive.entries.contains { entry in
      ["data.pkl", "constants.pkl", "model.weights.h5"].contains(
        entry.name.split(separator: "/").last.map(String.init) ?? "")
    }
    if isForeign || members.isEmpty && CheckpointFormat(endingOf: file.path) != .npz {
      throw CheckpointError(file.path, .foreign(.zip))
    }
    var (arrays, notes, first): ([NumPyArray], [Checkpoint.MetadataEntry], CheckpointError?) =
      ([], [], nil)
    for entry in members {
      let name = String(entry.name.dropLast(".npy".count))
      do {
        arrays.append(
          try NumPyArray(name, at: .member(try ZipMember(entry, in: file)), of: file.path))
      } catch {
        let error = error.naming(name)
        first = first ?? error
        notes.append(
          Checkpoint.MetadataEntry(key: name, value: "not shown: \(error.problem.phrase.english)"))
      }
    }
    if arrays.isEmpty, let first { throw first }
    self.init(arrays, notes: notes)
  }

  private init(_ arrays: [NumPyArray], notes: [Checkpoint.MetadataEntry]) {
    self.arrays = arrays
    headerByteCount = arrays.reduce(0) { $0 + $1.header.byteCount }
    metadata =
      notes
      + arrays.compactMap { array in
        array.note.map { Checkpoint.MetadataEntry(key: array.name, value: $0) }
      }
  }
}
