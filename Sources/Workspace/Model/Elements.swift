public import Tensors
/// The elements of one parameter, readable from any thread.
public enum Elements: Sendable {
  /// Here.
  case memory(Tensor)
  /// In a source, at a position.
  case source(any TensorSource, index: Int)

  /// The tensor, if it is in memory.
  var tensor: Tensor? {
    if case .memory(let tensor) = self { tensor } else { nil }
  }

  /// Computes statistics chunk by chunk, off the main actor.
  ///
  /// - Parameters:
  ///   - options: What to compute.
  ///   - report: Called with the fraction done.
  /// - Returns: The statistics.
  /// - Throws: An error of the source, or `CancellationError` if the task is cancelled.
  /// - Complexity: O(n) in the number of elements; bounded memory for a source.
  @concurrent
  public func scan(
    _ options: ScanOptions, report: @Sendable (Double) -> Void = { _ in }
  ) async throws -> ScannedTensor {
    switch self {
    case .memory(let tensor): return try tensor.statistics(options)
    case .source(let source, let index):
      let tensor = source.tensors[index]
      return try Tensors.scan(
        elementType: tensor.elementType, elementCount: tensor.shape.elementCount, options: options,
        read: { try source.readBytes($0, ofTensorAt: index) }, progress: report)
    }
  }
}
