internal import CLayers
internal import Tensors

/// Makes one number of each window of an image.
struct Pooling: Hashable {
  /// The window; nil for the whole image.
  var window: SlidingWindow?
  /// What is made of a window.
  var rule: Rule
  /// The shape of the output.
  var output: Shape

  /// What is made of a window.
  enum Rule: Hashable {
    /// The largest number.
    case maximum
    /// The mean, in which the border counts as zeros.
    case mean
    /// The mean of what lies in the image.
    case innerMean

    fileprivate var code: cl_pool {
      switch self {
      case .maximum: cl_pool_maximum
      case .mean: cl_pool_mean
      case .innerMean: cl_pool_inner_mean
      }
    }
  }

  /// Pools images of shape `[batch, channels, height, width]`, or of any axes as a whole.
  ///
  /// - Throws: An error if the elements cannot be computed with.
  /// - Precondition: The shapes fit together.
  /// - Complexity: O(outputs · size of the window).
  func apply(
    _ inputs: [Tensor]
  ) throws(BlockError) -> (output: Tensor, pullback: Variable.Pullback) {
    apply(try inputs.commonRealType(), inputs[0])
  }

  private func apply<Number: RealElement>(
    _ type: Number.Type, _ input: Tensor
  ) -> (output: Tensor, pullback: Variable.Pullback) {
    var form = form(input.shape)
    let (shape, planes, code) = (input.shape, input.shape[0] * input.shape[1], rule.code)
    let images = Number.elements(of: input)
    var result = Number.zeros(output.elementCount)
    // The images are as large as the form says, and so is what comes out.
    unsafe cl_pool_windows(Number.element, &form, code, planes, images, &result)
    return (
      Number.tensor(result, output),
      { gradient, _ in
        var form = form
        var result = Number.zeros(shape.elementCount)
        unsafe cl_pool_windows_backward(
          Number.element, &form, code, planes, images, Number.elements(of: gradient), &result)
        return [Number.tensor(result, shape)]
      }
    )
  }

  private func form(_ images: Shape) -> cl_window {
    if let window { return window.description(from: images.imageExtent, to: output.imageExtent) }
    let whole = Extent(1, images.dimensions.dropFirst(2).reduce(1, *))
    return SlidingWindow(size: whole, strides: 1, padding: 0).description(from: whole, to: 1)
  }
}
