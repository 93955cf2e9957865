public import Tensors

/// Picks one element of each run along an axis.
enum Picking {
  /// Computes the output, whose axis has length 1.
  ///
  /// - Throws: `unsupportedElementType`.
  static func apply(
    _ input: Tensor, _ indices: [Int], axis: Int
  ) throws(BlockError) -> (output: Tensor, pullback: Variable.Pullback) {
    switch input.elementType {
    case .float32: apply(input, indices, axis, as: Float.self)
    case .float64: apply(input, indices, axis, as: Double.self)
    case let other: throw .unsupportedElementType(other)
    }
  }

  private static func apply<Element: RealElement>(
    _ input: Tensor, _ indices: [Int], _ axis: Int, as type: Element.Type
  ) -> (output: Tensor, pullback: Variable.Pullback) {
    let layout = AxisLayout(input.shape, axis: axis)
    let shape = input.shape
    let offsets = indices.enumerated().map { layout.start($0.offset) + $0.element * layout.stride }
    let elements = Element.elements(of: input)
    var dimensions = shape.dimensions
    dimensions[axis] = 1
    return (
      Element.tensor(offsets.map { elements[$0] }, Shape(dimensions)),
      { gradient, _ in
        var spread = [Element](repeating: 0, count: shape.elementCount)
        for (offset, value) in zip(offsets, Element.elements(of: gradient)) {
          spread[offset] = value
        }
        return [Element.tensor(spread, shape)]
      }
    )
  }
}

extension Variable {
  /// One element of each run along an axis, whose length is then 1.
  ///
  /// - Parameters:
  ///   - indices: Which element of each run, of any type, in the shape without the axis or with length
  ///     1 there; fractions are cut off, and what is outside counts as the nearest one.
  ///   - axis: The axis; negative ones count from the end.
  /// - Returns: The elements.
  /// - Throws: `axis`, `inconsistent` if the indices have another shape, `unsupportedElementType`.
  public func picked(_ indices: Tensor, axis: Int = -1) throws(BlockError) -> Variable {
    let position = try shape.resolved(axis: axis)
    var dimensions = shape.dimensions
    let length = dimensions[position]
    dimensions[position] = 1
    let kept = Shape(dimensions)
    dimensions.remove(at: position)
    guard indices.shape == kept || indices.shape == Shape(dimensions), length > 0 else {
      throw .shape(.inconsistent(provided: indices.shape, needed: Shape(dimensions)))
    }
    guard !indices.elementType.isComplex else {
      throw .unsupportedElementType(indices.elementType)
    }
    let numbers = indices.doubles.map { number in
      number.isNaN ? 0 : Int(min(max(number, 0), Double(length - 1)))
    }
    return try Variable.apply("pick", [self]) { tensors throws(BlockError) in
      try Picking.apply(tensors[0], numbers, axis: position)
    }
  }
}
