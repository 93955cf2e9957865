extension Tensor {
  /// The part at a position of the first axis.
  ///
  /// - Precondition: There is a first axis, and `index` lies in it.
  public subscript(index: Int) -> Tensor {
    precondition(
      shape.rank > 0 && (0..<shape[0]).contains(index), "the index is outside the tensor")
    let part = Shape(Array(shape.dimensions.dropFirst()))
    let start = index * part.elementCount
    return Tensor(Array(floats[start..<(start + part.elementCount)]), shape: part)
  }

  /// Every element plus a number, as 32-bit floats.
  public static func + (left: Tensor, right: Float) -> Tensor {
    Tensor(left.floats.map { $0 + right }, shape: left.shape)
  }

  /// 1 where elements are equal, else 0; NaN equals nothing.
  ///
  /// - Precondition: The shapes are equal.
  public static func .== (left: Tensor, right: Tensor) -> Tensor {
    precondition(left.shape == right.shape, "the shapes differ")
    let equals: [Float] = zip(left.floats, right.floats).map { $0 == $1 ? 1 : 0 }
    return Tensor(equals, shape: left.shape)
  }
}
