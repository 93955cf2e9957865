internal import CLayers
internal import Tensors

/// Gives each channel mean 0 and variance 1, then scales and shifts it.
struct BatchNormalization {
  /// The axis of the channels, at least 0.
  var axis: Int
  /// What is added to the variance, which MXNet reads in 64 bits here.
  var epsilon: Double

  /// A mean and a variance for each channel.
  struct Moments {
    /// The means.
    var mean: Tensor
    /// The mean squares of what deviates from the mean.
    var variance: Tensor
    /// Whether they are the batch's, so that they change with it; otherwise they are constants.
    var areOfBatch: Bool
  }

  /// The moments of a batch.
  ///
  /// - Throws: An error if the elements cannot be computed with.
  /// - Complexity: O(n) in the number of elements.
  func moments(of batch: Tensor) throws(BlockError) -> Moments {
    let type = try [batch].commonRealType()
    return measure(type, batch)
  }

  /// Normalizes a batch.
  ///
  /// - Parameters:
  ///   - inputs: The batch, gamma and beta of shape `[channels]`.
  ///   - moments: The mean and the variance to use.
  /// - Returns: The output, and how its gradient goes back.
  /// - Throws: An error if the elements cannot be computed with.
  /// - Complexity: O(n) in the number of elements.
  func apply(
    _ inputs: [Tensor], _ moments: Moments
  ) throws(BlockError) -> (output: Tensor, pullback: Variable.Pullback) {
    let type = try (inputs + [moments.mean, moments.variance]).commonRealType()
    return apply(type, inputs, moments)
  }

  private func measure<Number: RealElement>(
    _ type: Number.Type, _ batch: Tensor
  ) -> Moments {
    var form = batch.shape.around(axis: axis)
    var mean = Number.zeros(form.length)
    var variance = Number.zeros(form.length)
    // Both arrays have a place for each channel.
    unsafe cl_channel_moments(
      Number.element, &form, Number.elements(of: batch), &mean, &variance)
    return Moments(
      mean: Number.tensor(mean, [form.length]), variance: Number.tensor(variance, [form.length]),
      areOfBatch: true)
  }

  private func apply<Number: RealElement>(
    _ type: Number.Type, _ inputs: [Tensor], _ moments: Moments
  ) -> (output: Tensor, pullback: Variable.Pullback) {
    let (shape, epsilon) = (inputs[0].shape, epsilon)
    var form = shape.around(axis: axis)
    let (batch, gamma) = (Number.elements(of: inputs[0]), Number.elements(of: inputs[1]))
    let mean = Number.elements(of: moments.mean)
    let variance = Number.elements(of: moments.variance)
    var result = Number.zeros(shape.elementCount)
    // The result is as large as the batch, and the other arrays have a place for each channel.
    unsafe cl_normalize_channels(
      Number.element, &form, epsilon, batch, mean, variance, gamma,
      Number.elements(of: inputs[2]), &result)
    return (
      Number.tensor(result, shape),
      { gradient, _ in
        var form = form
        var result = Number.zeros(shape.elementCount)
        var gammaGradient = Number.zeros(form.length)
        var betaGradient = Number.zeros(form.length)
        unsafe cl_normalize_channels_backward(
          Number.element, &form, epsilon, moments.areOfBatch ? 0 : 1, batch, mean, variance, gamma,
          Number.elements(of: gradient), &result, &gammaGradient, &betaGradient)
        return [
          Number.tensor(result, shape), Number.tensor(gammaGradient, [form.length]),
          Number.tensor(betaGradient, [form.length]),
        ]
      }
    )
  }
}
