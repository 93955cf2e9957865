internal import Tensors
extension Elements {
  /// The L2 norm of the difference to others of the same shape; nil of another.
  ///
  /// - Parameters:
  ///   - other: The others.
  ///   - statistics: Those of these elements.
  /// - Returns: The norm.
  /// - Throws: An error of a source, or `CancellationError`.
  @concurrent
  func distance(to other: Elements, _ statistics: ScannedTensor?) async throws -> Double? {
    guard shape == other.shape, let l2 = statistics?.components.first?.summary.l2 else {
      return nil
    }
    let difference = try await difference(to: other)
    if let relative = difference.relativeL2 { return relative * l2 }
    return try await other.scan(ScanOptions(quantiles: false, distribution: false))
      .components.first?.summary.l2
  }
}
