internal import Tensors

extension ModelContext {
  /// Draws what dropout multiplies elements by: 0 for a share of them, and what makes up for it for the
  /// others.
  ///
  /// Source: MXNet `DropoutOp` in `src/operator/nn/dropout-inl.h`.
  func dropoutMask(rate: Scalar, shape: Shape, elementType: ElementType) -> Tensor {
    let keep = 1 - rate.argument
    let draws = uniform(shape: shape).floats
    let mask = Tensor(draws.elementwise { $0 <= keep ? 1 / keep : 0 }, shape: shape)
    return mask.converted(to: elementType) ?? mask
  }
}
