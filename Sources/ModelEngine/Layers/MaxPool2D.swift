/// A layer that takes the maximum of each window of an image.
public final class MaxPool2D: Pooling2D {
  /// Creates a layer.
  ///
  /// - Parameters:
  ///   - poolSize: The size of a window.
  ///   - strides: How far the window moves; by default its size.
  ///   - padding: The width of the border added on each side.
  ///   - ceilMode: Whether a last window that reaches beyond the border counts.
  ///   - prefix: What names start with.
  /// - Precondition: Sizes and strides are positive.
  public init(
    _ poolSize: Extent = 2, strides: Extent? = nil, padding: Extent = 0, ceilMode: Bool = false,
    prefix: String? = nil
  ) {
    super.init(
      poolSize, strides, padding, ceilMode: ceilMode, isGlobal: false, prefix: prefix)
  }
}

/// A layer that takes the maximum of each channel of an image.
public final class GlobalMaxPool2D: Pooling2D {
  /// Creates a layer.
  public init(prefix: String? = nil) {
    super.init(1, nil, 0, ceilMode: true, isGlobal: true, prefix: prefix)
  }
}
