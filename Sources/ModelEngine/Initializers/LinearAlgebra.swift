internal import CLinearAlgebra

/// The factorizations that initializers need, by LAPACK.
enum LinearAlgebra {
  /// Replaces a matrix in C order by its singular vectors on the long side, of the same shape.
  ///
  /// - Throws: `factorizationFailed` if LAPACK refuses, or the matrix is too large for it.
  /// - Complexity: O(`rows` `columns` min(`rows`, `columns`)).
  static func replaceBySingularVectors(
    _ matrix: inout [Float], rows: Int, columns: Int
  ) throws(InitializerError) {
    try unsafe factorize(&matrix, rows, columns) { unsafe la_singular_vectors($0, $1, $2) }
  }

  /// Replaces a matrix of columns by the Q of its QR factorization, with a diagonal of R above 0.
  ///
  /// - Precondition: There are at least as many rows as columns.
  /// - Throws: `factorizationFailed` if LAPACK refuses, or the matrix is too large for it.
  /// - Complexity: O(`rows` `columns`²).
  static func replaceByOrthonormalColumns(
    _ matrix: inout [Float], rows: Int, columns: Int
  ) throws(InitializerError) {
    precondition(rows >= columns, "there are more columns than rows")
    try unsafe factorize(&matrix, rows, columns) { unsafe la_orthonormal_columns($0, $1, $2) }
  }

  /// The singular values of a matrix in C order, largest first.
  ///
  /// - Throws: `factorizationFailed` if LAPACK refuses, or the matrix is too large for it.
  static func singularValues(
    _ elements: [Float], rows: Int, columns: Int
  ) throws(InitializerError) -> [Float] {
    var matrix = elements
    var values = [Float](repeating: 0, count: min(rows, columns))
    guard !values.isEmpty else { return [] }
    try unsafe factorize(&matrix, rows, columns) { matrix, rows, columns in
      // LAPACK writes as many values as the smaller side has.
      unsafe values.withUnsafeMutableBufferPointer { buffer in
        unsafe buffer.baseAddress.map { unsafe la_singular_values(matrix, rows, columns, $0) } ?? 0
      }
    }
    return values
  }

  @unsafe
  private static func factorize(
    _ matrix: inout [Float], _ rows: Int, _ columns: Int,
    _ body: (UnsafeMutablePointer<Float>, Int32, Int32) -> Int32
  ) throws(InitializerError) {
    precondition(matrix.count == rows * columns, "elements do not fill the matrix")
    guard !matrix.isEmpty else { return }
    guard let rows = Int32(exactly: rows), let columns = Int32(exactly: columns),
      matrix.count <= Int(Int32.max)
    else { throw .factorizationFailed(status: -1) }
    let status = unsafe matrix.withUnsafeMutableBufferPointer { buffer in
      // The buffer holds `rows * columns` floats and is not empty, so it has an address.
      unsafe buffer.baseAddress.map { unsafe body($0, rows, columns) } ?? 0
    }
    guard status == 0 else { throw .factorizationFailed(status: Int(status)) }
  }
}
