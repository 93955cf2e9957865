public import Checkpoints
public import Tensors
/// A kind of file that the elements of one parameter are written to.
public enum TensorExport: String, Hashable, Sendable, CaseIterable {
  /// NumPy's format for one array.
  case npy
  /// Decimals parted by commas, a line for each innermost row.
  case csv
  /// Decimals parted by spaces, a line for each innermost row.
  case txt

  /// The kind that a name ends with, or nil.
  public init?(endingOf path: String) {
    let path = path.lowercased()
    guard let kind = Self.allCases.first(where: { path.hasSuffix("." + $0.rawValue) }) else {
      return nil
    }
    self = kind
  }

  /// Writes elements to a file, which appears only when it is complete.
  ///
  /// Decimals are the shortest that give each element back in its own type. NumPy has no type for
  /// bfloat16 and smaller floats: they become 32-bit floats, which hold each of their values.
  ///
  /// - Parameters:
  ///   - elements: What to choose from.
  ///   - selection: What to write.
  ///   - path: The name of the file.
  ///   - opened: Files that must not be replaced.
  /// - Throws: `WorkspaceError` that says why there is no new file, what reading throws, or
  ///   `CancellationError`.
  /// - Complexity: O(n) in the number of elements; bounded memory.
  @concurrent
  public func write(
    _ elements: Elements, _ selection: TensorSelection, to path: String,
    sparing opened: [FileIdentity] = []
  ) async throws {
    do {
      switch self {
      case .npy: try writeArray(elements, selection, path, opened)
      case .csv: try writeText(elements, selection, path, opened, separator: ",")
      case .txt: try writeText(elements, selection, path, opened, separator: " ")
      }
    } catch let error as CheckpointWriteError {
      throw WorkspaceError.output(error)
    }
  }

  private func writeArray(
    _ elements: Elements, _ selection: TensorSelection, _ path: String, _ opened: [FileIdentity]
  ) throws {
    let stored = TensorSelection.resultType(of: elements.elementType)
    let header = NumPyHeader(elementType: stored, shape: selection.shape)
    let byteCount = header.bytes.count + selection.elementCount * header.elementByteCount
    try WholeFile.write(to: path, byteCount: byteCount, sparing: opened) { write in
      try write(header.bytes)
      try selection.forEachPiece(of: elements.elementType, read: elements.readBytes) { piece in
        guard header.widens else { return try write(piece) }
        let count = piece.count * 8 / stored.bitCount
        let floats = stored.decodedFloats(from: piece, elementCount: count)
        try write(Tensor(floats, shape: [count]).bytes)
      }
    }
  }

  private func writeText(
    _ elements: Elements, _ selection: TensorSelection, _ path: String,
    _ opened: [FileIdentity], separator: String
  ) throws {
    let stored = TensorSelection.resultType(of: elements.elementType)
    let rowLength = max(1, selection.shape.dimensions.last ?? 1)
    let isColumn = selection.shape.rank < 2
    try WholeFile.write(to: path, sparing: opened) { write in
      var position = 0
      try selection.forEachPiece(of: elements.elementType, read: elements.readBytes) { piece in
        let count = piece.count * 8 / stored.bitCount
        let tensor = Tensor(bytes: piece, elementType: stored, shape: [count])
        var text = ""
        for decimal in tensor.shortestDecimals {
          position += 1
          let endsRow = isColumn || position.isMultiple(of: rowLength)
          text += decimal + (endsRow ? "\n" : separator)
        }
        try write(Array(text.utf8))
      }
    }
  }
}
