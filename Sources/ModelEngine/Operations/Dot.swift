internal import Tensors

/// The product of two matrices.
enum Dot {
  /// Computes the product of tensors of shapes `[rows, depth]` and `[depth, columns]`.
  ///
  /// - Throws: `dot`, `elementTypes`, `unsupportedElementType`.
  static func apply(
    _ tensors: [Tensor]
  ) throws(BlockError) -> (output: Tensor, pullback: Variable.Pullback) {
    let type = try tensors.commonElementType()
    let (left, right) = (tensors[0].shape, tensors[1].shape)
    guard left.rank == 2, right.rank == 2, left[1] == right[0] else {
      throw .shape(.dot(left, right))
    }
    return switch type {
    case .float32: apply(tensors, as: Float.self)
    case .float64: apply(tensors, as: Double.self)
    case let other: throw .unsupportedElementType(other)
    }
  }

  private static func apply<Element: RealElement>(
    _ tensors: [Tensor], as type: Element.Type
  ) -> (output: Tensor, pullback: Variable.Pullback) {
    let shapes = tensors.map(\.shape)
    let left = Matrix(Element.elements(of: tensors[0]), shapes[0][0], shapes[0][1])
    let right = Matrix(Element.elements(of: tensors[1]), shapes[1][0], shapes[1][1])
    return (
      Element.tensor(Matrix.product(left, right), [left.rows, right.columns]),
      { gradient, wanted in
        let outer = Matrix(Element.elements(of: gradient), left.rows, right.columns)
        return [
          wanted[0] ? Element.tensor(Matrix.product(outer, right.transposed), shapes[0]) : nil,
          wanted[1] ? Element.tensor(Matrix.product(left.transposed, outer), shapes[1]) : nil,
        ]
      }
    )
  }
}

extension Variable {
  /// The product with another matrix.
  ///
  /// - Throws: `dot` unless both are matrices, as wide as the other is high; `elementTypes`;
  ///   `unsupportedElementType`.
  public func dot(_ other: Variable) throws(BlockError) -> Variable {
    try Variable.apply("dot", [self, other]) { tensors throws(BlockError) in
      try Dot.apply(tensors)
    }
  }
}
