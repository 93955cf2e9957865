internal import CLayers
internal import Tensors

/// Gives what lies along an axis mean 0 and variance 1, then scales and shifts it.
struct LayerNormalization: Hashable {
  /// The axis, at least 0.
  var axis: Int
  /// What is added to the variance.
  var epsilon: Float

  /// Normalizes a tensor.
  ///
  /// - Parameter inputs: The tensor, gamma and beta of the axis's length.
  /// - Returns: The output, and how its gradient goes back.
  /// - Throws: An error if the elements cannot be computed with.
  /// - Complexity: O(n) in the number of elements.
  func apply(
    _ inputs: [Tensor]
  ) throws(BlockError) -> (output: Tensor, pullback: Variable.Pullback) {
    apply(try inputs.commonRealType(), inputs)
  }

  private func apply<Number: RealElement>(
    _ type: Number.Type, _ inputs: [Tensor]
  ) -> (output: Tensor, pullback: Variable.Pullback) {
    let (shape, epsilon) = (inputs[0].shape, Double(epsilon))
    var form = shape.around(axis: axis)
    let (input, gamma) = (Number.elements(of: inputs[0]), Number.elements(of: inputs[1]))
    var result = Number.zeros(shape.elementCount)
    // The result is as large as the input; gamma and beta have a place for each position of the axis.
    unsafe cl_normalize_layer(
      Number.element, &form, epsilon, input, gamma, Number.elements(of: inputs[2]), &result)
    return (
      Number.tensor(result, shape),
      { gradient, _ in
        var form = form
        var result = Number.zeros(shape.elementCount)
        var gammaGradient = Number.zeros(form.length)
        var betaGradient = Number.zeros(form.length)
        unsafe cl_normalize_layer_backward(
          Number.element, &form, epsilon, input, gamma, Number.elements(of: gradient), &result,
          &gammaGradient, &betaGradient)
        return [
          Number.tensor(result, shape), Number.tensor(gammaGradient, [form.length]),
          Number.tensor(betaGradient, [form.length]),
        ]
      }
    )
  }
}
