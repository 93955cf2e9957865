extension Tensor {
  /// Finds out the statistics of the elements.
  ///
  /// - Parameter options: What to look for.
  /// - Returns: The statistics, those of both parts for complex elements.
  /// - Throws: A cancellation error, looked for once in a chunk of at most 8 MiB.
  /// - Complexity: O(n).
  public func statistics(_ options: ScanOptions = ScanOptions()) throws -> ScannedTensor {
    let bytes = bytes
    return try scan(
      elementType: elementType, elementCount: elementCount, options: options,
      read: { Array(bytes[$0]) })
  }
}
