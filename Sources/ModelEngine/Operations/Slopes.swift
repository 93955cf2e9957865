internal import Tensors

/// The operation of a leaky function whose slopes are learned: `x`, or `slope · x` where x is not positive.
///
/// Source: MXNet `prelu` in `src/operator/leaky_relu-inl.h`.
enum Slopes {
  /// Computes the output.
  ///
  /// - Parameter tensors: The input, and its slopes: one, or one for each channel of axis 1.
  /// - Returns: The output, and how its gradient goes back.
  /// - Throws: `elementTypes`, `unsupportedElementType`.
  static func apply(
    _ tensors: [Tensor]
  ) throws(BlockError) -> (output: Tensor, pullback: Variable.Pullback) {
    let type = try tensors.commonElementType()
    let (shape, count) = (tensors[0].shape, tensors[1].elementCount)
    let channelAxis = shape.rank > 1 ? 1 : 0
    let axes = shape.dimensions.indices.map { $0 == channelAxis ? count : 1 }
    return switch type {
    case .float32: apply(tensors, Shape(axes), as: Float.self)
    case .float64: apply(tensors, Shape(axes), as: Double.self)
    case let other: throw .unsupportedElementType(other)
    }
  }

  private static func apply<Element: RealElement>(
    _ tensors: [Tensor], _ aligned: Shape, as type: Element.Type
  ) -> (output: Tensor, pullback: Variable.Pullback) {
    let (shape, own) = (tensors[0].shape, tensors[1].shape)
    let x = Element.elements(of: tensors[0])
    let slopes = Broadcast.spread(Element.elements(of: tensors[1]), of: aligned, over: shape)
    return (
      Element.tensor(x.elementwise(slopes) { $0 > 0 ? $0 : $1 * $0 }, shape),
      { gradient, wanted in
        let outer = Element.elements(of: gradient)
        var gradients: [Tensor?] = [nil, nil]
        if wanted[0] {
          let factors = x.elementwise(slopes) { $0 > 0 ? 1 : $1 }
          gradients[0] = Element.tensor(outer.elementwise(factors) { $0 * $1 }, shape)
        }
        if wanted[1] {
          let parts = outer.elementwise(x) { $1 > 0 ? 0 : $0 * $1 }
          gradients[1] = Element.tensor(
            Broadcast.gathered(parts, of: shape, into: aligned), own)
        }
        return gradients
      }
    )
  }
}
