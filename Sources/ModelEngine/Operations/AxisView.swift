internal import CLayers
internal import Tensors

extension Shape {
  /// The shape as `[outer, length, inner]` around one of its axes.
  func around(axis: Int) -> cl_axis {
    cl_axis(
      outer: dimensions[..<axis].reduce(1, *), length: dimensions[axis],
      inner: dimensions[(axis + 1)...].reduce(1, *))
  }
}
