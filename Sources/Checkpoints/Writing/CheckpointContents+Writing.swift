internal import Tensors
internal import Words

extension CheckpointContents {
  /// How much is copied at once.
  private static let chunkLengthInBytes = 4 << 20

  /// Writes a file, which appears under its name only when it is complete.
  ///
  /// It is written beside the target, flushed to disk and renamed over it; if anything fails,
  /// nothing is left behind and a file that was there is untouched. An existing file keeps its mode
  /// and, where that is allowed, its owner. Tensors that come unchanged from a `.params` file are
  /// copied as they stand there, sparse ones too, so that MXNet's own files come out byte for byte.
  ///
  /// - Parameters:
  ///   - path: The name of the file.
  ///   - format: The format; `.params` files with a scalar need NumPy's shapes to be read by MXNet.
  ///   - opened: Files that must not be written, under whatever name.
  ///   - report: Called with the fraction done.
  /// - Returns: The size of the file in bytes.
  /// - Throws: An error whose problem says why there is no new file.
  /// - Complexity: O(n) in the size of the file; memory for one tensor of those that are in memory.
  @discardableResult
  public func write(
    to path: String, as format: CheckpointFormat, sparing opened: [FileIdentity] = [],
    report: (Double) -> Void = { _ in }
  ) throws(CheckpointWriteError) -> Int {
    let parts = try parts(of: path, as: format, checkSums: true)
    let byteCount = parts.reduce(0) { $0 + $1.byteCount }
    let file = try AtomicFile(replacing: path, byteCount: byteCount, sparing: opened)
    var doneCount = 0
    for part in parts {
      for range in part.chunks(of: Self.chunkLengthInBytes) {
        guard !Task.isCancelled else { throw CheckpointWriteError(path, .cancelled) }
        try file.write(try part.bytes(range, writing: path))
        doneCount += range.count
        report(Double(doneCount) / Double(byteCount))
      }
    }
    try file.commit()
    return byteCount
  }

  /// How many bytes a file would have.
  ///
  /// - Parameters:
  ///   - path: The name that an error gives it.
  ///   - format: The format.
  /// - Returns: The size of the file.
  /// - Throws: An error whose problem says why there can be no such file.
  public func byteCount(
    of path: String, as format: CheckpointFormat
  ) throws(CheckpointWriteError) -> Int {
    try parts(of: path, as: format, checkSums: false).reduce(0) { $0 + $1.byteCount }
  }

  /// The parts of the file; without check sums, which cost a pass over all elements, only their sizes hold.
  private func parts(
    of path: String, as format: CheckpointFormat, checkSums: Bool
  ) throws(CheckpointWriteError) -> [FilePart] {
    do {
      try checkNames()
      switch format {
      case .safetensors: return try SafetensorsWriter(self).parts
      case .params: return try ParamsWriter(self).parts
      case .npy: return try NumPyWriter(array: self).parts
      case .npz: break
      }
    } catch {
      throw CheckpointWriteError(path, error)
    }
    return try NumPyWriter(archive: self, path: path, checkSums: checkSums).parts
  }

  private func checkNames() throws(CheckpointWriteError.Problem) {
    var keys = KeyTable()
    for tensor in tensors where keys.insert(JSONScanner.Key(text: tensor.name, offset: 0)) != nil {
      throw .duplicateName(tensor.name)
    }
  }
}

/// Some bytes of a file that is written, wherever they come from.
enum FilePart: Sendable {
  /// These bytes.
  case bytes([UInt8])
  /// The elements of a tensor.
  case elements(CheckpointContents.Source)
  /// A piece of another file, as it stands there.
  case copy(ReadableFile, Range<Int>)

  var byteCount: Int {
    switch self {
    case .bytes(let bytes): bytes.count
    case .elements(let source): source.byteCount
    case .copy(_, let range): range.count
    }
  }

  /// Ranges of its bytes that are read one after the other; all at once if they are in memory.
  func chunks(of length: Int) -> [Range<Int>] {
    switch self {
    case .bytes, .elements(.tensor): [0..<byteCount]
    case .elements(.stored), .copy:
      stride(from: 0, to: byteCount, by: length).map { $0..<min($0 + length, byteCount) }
    }
  }

  /// Reads some of its bytes.
  func bytes(_ range: Range<Int>, writing path: String) throws(CheckpointWriteError) -> [UInt8] {
    do {
      switch self {
      case .bytes(let bytes): return bytes
      case .elements(.tensor(let tensor)): return tensor.bytes
      case .elements(.stored(let source, let index)):
        return try source.readBytes(range, ofTensorAt: index)
      case .copy(let file, let whole):
        return try file.read(
          (whole.lowerBound + range.lowerBound)..<(whole.lowerBound + range.upperBound))
      }
    } catch let error as CheckpointError {
      throw CheckpointWriteError(path, .unreadable(error))
    } catch {
      throw CheckpointWriteError(path, .unreadableSource(Phrase(of: error)))
    }
  }
}
