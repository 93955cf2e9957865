internal import Tensors

/// Where the elements along one axis of a tensor lie.
struct AxisLayout {
  /// The number of elements along the axis.
  let length: Int
  /// The distance between two of them.
  let stride: Int
  /// The number of runs along the axis.
  let count: Int

  init(_ shape: Shape, axis: Int) {
    length = shape[axis]
    stride = shape.dimensions.dropFirst(axis + 1).reduce(1, *)
    count = shape.dimensions.prefix(axis).reduce(1, *) * stride
  }

  /// The offset of the first element of a run.
  func start(_ run: Int) -> Int { run / stride * stride * length + run % stride }
}
