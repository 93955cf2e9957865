private import Glibc
internal import ModelEngine
public import Tensors
internal import Words

/// The singular values of a parameter, read as a matrix.
public struct Spectrum: Hashable, Sendable {
  /// The number of rows: the first dimension.
  public let rows: Int
  /// The number of columns: the product of all others.
  public let columns: Int
  /// The singular values, largest first.
  public let values: [Float]

  /// The number of values above the rounding of the largest, as NumPy's `matrix_rank` counts them.
  public var rank: Int {
    let bound = (values.first ?? 0) * Float(max(rows, columns)) * Float.ulpOfOne
    return values.count { $0 > bound }
  }

  /// The exponential of the entropy of the values (Roy and Vetterli, 2007, "The effective rank").
  public var effectiveRank: Double {
    let total = values.reduce(0.0) { $0 + Double($1) }
    guard total > 0 else { return 0 }
    let entropy = values.reduce(0.0) { sum, value in
      let share = Double(value) / total
      return share > 0 ? sum - share * log(share) : sum
    }
    return exp(entropy)
  }
}

extension Elements {
  /// The largest matrix whose singular values are computed.
  private static let maximumElementCount = 1 << 24

  /// Computes the singular values, rounded to 32-bit floats.
  ///
  /// - Parameter shape: The shape; all dimensions but the first are taken together.
  /// - Returns: The values.
  /// - Throws: An error that says why there are none.
  /// - Complexity: O(n k), with n elements and k the smaller side of the matrix.
  @concurrent
  public func spectrum(_ shape: Shape) async throws -> Spectrum {
    let count = shape.elementCount
    guard shape.rank >= 2, count > 0 else {
      throw WorkspaceError.usage("only a matrix with elements has singular values")
    }
    guard count <= Self.maximumElementCount else {
      throw WorkspaceError.usage(
        """
        singular values are computed of up to \(NumberText.grouped(Self.maximumElementCount)) \
        values; these are \(NumberText.grouped(count))
        """)
    }
    let floats = try ElementReader(self).values(from: 0, count: count, stride: 1).map(Float.init)
    guard floats.allSatisfy(\.isFinite) else {
      throw WorkspaceError.usage("a matrix with NaN or Inf has no singular values")
    }
    let columns = count / shape[0]
    return Spectrum(
      rows: shape[0], columns: columns,
      values: try SingularValues.of(floats, rows: shape[0], columns: columns))
  }
}
