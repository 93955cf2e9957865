internal import Tensors

/// The operation of a fully connected layer: `x W^T + b`.
///
/// Source: MXNet `FCForward` and `FCBackward` in `src/operator/nn/fully_connected-inl.h`.
enum Linear {
  /// Computes the output.
  ///
  /// - Parameters:
  ///   - tensors: The input, whose last axes are `weight[1]` wide, the weight of shape `[units, width]`
  ///     and, if there is one, the bias of shape `[units]`.
  ///   - output: The shape of the output.
  /// - Returns: The output, and how its gradient goes back.
  /// - Throws: `elementTypes`, `unsupportedElementType`.
  /// - Complexity: O(batch · units · width).
  static func apply(
    _ tensors: [Tensor], output: Shape
  ) throws(BlockError) -> (output: Tensor, pullback: Variable.Pullback) {
    switch try tensors.commonElementType() {
    case .float32: apply(tensors, output, as: Float.self)
    case .float64: apply(tensors, output, as: Double.self)
    case let other: throw .unsupportedElementType(other)
    }
  }

  private static func apply<Element: RealElement>(
    _ tensors: [Tensor], _ output: Shape, as type: Element.Type
  ) -> (output: Tensor, pullback: Variable.Pullback) {
    let (units, width) = (tensors[1].shape[0], tensors[1].shape[1])
    let batch = units == 0 ? 0 : output.elementCount / units
    let input = Matrix(Element.elements(of: tensors[0]), batch, width)
    let weight = Matrix(Element.elements(of: tensors[1]), units, width)
    let bias = tensors.count > 2 ? Element.elements(of: tensors[2]) : []
    let sums = Matrix.product(input, weight.transposed, plusRow: bias)
    let shapes = tensors.map(\.shape)
    return (
      Element.tensor(sums, output),
      { gradient, wanted in
        let elements = Element.elements(of: gradient)
        let outer = Matrix(elements, batch, units)
        var gradients = [Tensor?](repeating: nil, count: wanted.count)
        if wanted[0] { gradients[0] = Element.tensor(Matrix.product(outer, weight), shapes[0]) }
        if wanted[1] {
          gradients[1] = Element.tensor(Matrix.product(outer.transposed, input), shapes[1])
        }
        if wanted.count > 2, wanted[2] {
          gradients[2] = Element.tensor(elements.columnSums(width: units), shapes[2])
        }
        return gradients
      }
    )
  }
}

extension [Tensor] {
  /// The type of the elements, which is the same for all.
  ///
  /// An operation whose loops are in Swift names both types behind it, so that each has loops of its own;
  /// through an opened type they run several times as long.
  ///
  /// - Throws: `elementTypes` if it is not.
  func commonElementType() throws(BlockError) -> ElementType {
    guard let type = first?.elementType else { return .float32 }
    for other in dropFirst() where other.elementType != type {
      throw .elementTypes(input: type, weight: other.elementType)
    }
    return type
  }
}
