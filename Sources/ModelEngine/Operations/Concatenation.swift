internal import Tensors

/// Joins tensors along an axis.
enum Concatenation {
  /// The output of joining tensors.
  ///
  /// - Throws: `axis`, `concatenation`, `elementTypes`, `unsupportedElementType`.
  static func apply(
    _ tensors: [Tensor], axis: Int
  ) throws(BlockError) -> (output: Tensor, pullback: Variable.Pullback) {
    let type = try tensors.commonElementType()
    _ = try shape(of: tensors.map(\.shape), axis: axis)
    let axis = try tensors[0].shape.resolved(axis: axis)
    return switch type {
    case .float32: apply(tensors, axis, as: Float.self)
    case .float64: apply(tensors, axis, as: Double.self)
    case let other: throw .unsupportedElementType(other)
    }
  }

  /// The shape of the output.
  ///
  /// - Throws: `axis`, `concatenation`.
  static func shape(of shapes: [Shape], axis: Int) throws(BlockError) -> Shape {
    let axis = try shapes[0].resolved(axis: axis)
    for shape in shapes where shape.with(0, at: axis) != shapes[0].with(0, at: axis) {
      throw .shape(.concatenation(expected: shapes[0], axis: axis, found: shape))
    }
    return shapes[0].with(shapes.reduce(0) { $0 + $1[axis] }, at: axis)
  }

  private static func apply<Element: RealElement>(
    _ tensors: [Tensor], _ axis: Int, as type: Element.Type
  ) -> (output: Tensor, pullback: Variable.Pullback) {
    let shapes = tensors.map(\.shape)
    let shape = shapes[0].with(shapes.reduce(0) { $0 + $1[axis] }, at: axis)
    let outer = shape.dimensions.prefix(axis).reduce(1, *)
    let inner = shape.dimensions.dropFirst(axis + 1).reduce(1, *)
    let parts = tensors.map { Element.elements(of: $0) }
    var joined: [Element] = []
    joined.reserveCapacity(shape.elementCount)
    for row in 0..<outer {
      for (part, own) in zip(parts, shapes) {
        let length = own[axis] * inner
        joined += part[(row * length)..<((row + 1) * length)]
      }
    }
    return (
      Element.tensor(joined, shape),
      { gradient, _ in
        split(Element.elements(of: gradient), shapes, lengths: shapes.map { $0[axis] * inner })
      }
    )
  }

  private static func split<Element: RealElement>(
    _ elements: [Element], _ shapes: [Shape], lengths: [Int]
  ) -> [Tensor?] {
    var parts = shapes.map { _ in [Element]() }
    var start = 0
    while start < elements.count {
      for (index, length) in lengths.enumerated() {
        parts[index] += elements[start..<(start + length)]
        start += length
      }
    }
    return zip(parts, shapes).map { Element.tensor($0, $1) }
  }
}

extension Variable {
  /// Variables joined along an axis, in which alone their shapes may differ.
  ///
  /// - Throws: `axis`, `concatenation`, `elementTypes`, `unsupportedElementType`.
  /// - Precondition: There is at least one.
  public static func concatenated(
    _ parts: [Variable], axis: Int = 1
  ) throws(BlockError) -> Variable {
    precondition(!parts.isEmpty, "nothing is to be joined")
    return try apply("Concat", parts) { tensors throws(BlockError) in
      try Concatenation.apply(tensors, axis: axis)
    }
  }
}

extension Shape {
  /// The shape with another length of an axis.
  fileprivate func with(_ length: Int, at axis: Int) -> Shape {
    guard dimensions.indices.contains(axis) else { return self }
    var dimensions = dimensions
    dimensions[axis] = length
    return Shape(dimensions)
  }
}
