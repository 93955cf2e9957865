internal import Tensors

/// One array of a `.params` file, without its name.
struct ParamsArray: Sendable {
  let version: ParamsFormat.Version
  let elementType: ElementType
  let shape: Shape
  let storage: Storage
  /// Everything that belongs to it, from the number in front to the last value.
  let record: Range<Int>

  /// Where the elements are.
  enum Storage: Sendable {
    /// In C order from an offset in the file.
    case dense(offset: Int)
    /// Some of them; the others are zero.
    case sparse(SparseArray)
  }

  /// The size with all zeros in bytes.
  ///
  /// The reader has checked that it is representable.
  var byteCount: Int { elementType.byteCount(ofElementCount: shape.elementCount) ?? 0 }

  /// The offset of the first element, where all of them are stored.
  var offsetInFile: Int? {
    if case .dense(let offset) = storage { offset } else { nil }
  }

  /// What of a sparse array is stored, as words.
  var sparseSummary: String? {
    guard case .sparse(let sparse) = storage else { return nil }
    return switch sparse.kind {
    case .rowSparse: "row_sparse, \(sparse.storedCount) of \(sparse.rowCount) rows stored"
    case .csr: "csr, \(sparse.storedCount) of \(shape.elementCount) elements stored"
    }
  }
}
