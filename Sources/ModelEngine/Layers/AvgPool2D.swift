/// A layer that takes the mean of each window of an image.
public final class AvgPool2D: Pooling2D {
  /// Whether the border that was added counts as zeros in the mean.
  public let countIncludePad: Bool

  /// Creates a layer.
  ///
  /// - Parameters:
  ///   - poolSize: The size of a window.
  ///   - strides: How far the window moves; by default its size.
  ///   - padding: The width of the border added on each side.
  ///   - ceilMode: Whether a last window that reaches beyond the border counts.
  ///   - countIncludePad: Whether the border counts as zeros in the mean.
  ///   - prefix: What names start with.
  /// - Precondition: Sizes and strides are positive.
  public init(
    _ poolSize: Extent = 2, strides: Extent? = nil, padding: Extent = 0, ceilMode: Bool = false,
    countIncludePad: Bool = true, prefix: String? = nil
  ) {
    self.countIncludePad = countIncludePad
    super.init(
      poolSize, strides, padding, ceilMode: ceilMode, isGlobal: false, prefix: prefix)
  }

  override class var poolType: String { "avg" }
  override var rule: Pooling.Rule { countIncludePad ? .mean : .innerMean }
}

/// A layer that takes the mean of each channel of an image.
public final class GlobalAvgPool2D: Pooling2D {
  /// Creates a layer.
  public init(prefix: String? = nil) {
    super.init(1, nil, 0, ceilMode: true, isGlobal: true, prefix: prefix)
  }

  override class var poolType: String { "avg" }
  override var rule: Pooling.Rule { .mean }
}
