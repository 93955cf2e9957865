internal import CLinearAlgebra

/// The singular values of matrices, by LAPACK.
public enum SingularValues {
  /// The singular values of a matrix in C order, largest first.
  ///
  /// - Throws: `factorizationFailed` if LAPACK refuses, or the matrix is too large for it.
  /// - Precondition: The elements fill the matrix and are finite.
  /// - Complexity: O(`rows` `columns` min(`rows`, `columns`)).
  public static func of(
    _ elements: [Float], rows: Int, columns: Int
  ) throws(InitializerError) -> [Float] {
    try LinearAlgebra.singularValues(elements, rows: rows, columns: columns)
  }
}
