internal import CLayers
internal import Tensors

/// Slides kernels over images: each output is the sum of a window's products with a kernel.
struct Convolution: Hashable {
  /// The window, of the kernel's size.
  var window: SlidingWindow
  /// The number of parts into which channels are divided, each convolved alone.
  var groups: Int
  /// The shape of the output.
  var output: Shape

  /// Convolves images of shape `[batch, channels, height, width]`.
  ///
  /// - Parameter inputs: The images, the weight of shape `[channels, inChannels / groups, height,
  ///   width]`, and the bias of shape `[channels]` if there is one.
  /// - Returns: The output, and how its gradient goes back.
  /// - Throws: An error if the elements cannot be computed with.
  /// - Precondition: The shapes fit together.
  /// - Complexity: O(outputs · weights of a channel), with bounded memory besides the arrays.
  func apply(
    _ inputs: [Tensor]
  ) throws(BlockError) -> (output: Tensor, pullback: Variable.Pullback) {
    apply(try inputs.commonRealType(), inputs)
  }

  private func apply<Number: RealElement>(
    _ type: Number.Type, _ inputs: [Tensor]
  ) -> (output: Tensor, pullback: Variable.Pullback) {
    var form = form(inputs[0].shape, inputs[1].shape)
    let shapes = inputs.map(\.shape)
    let images = Number.elements(of: inputs[0])
    let weight = Number.elements(of: inputs[1])
    let bias = inputs.count > 2 ? Number.elements(of: inputs[2]) : Number.zeros(output[1])
    var result = Number.zeros(output.elementCount)
    // All arrays have the sizes that the form says, as the shapes fit together.
    var scratch = Number.zeros(unsafe cl_convolution_scratch(&form))
    unsafe cl_convolve(Number.element, &form, images, weight, bias, &scratch, &result)
    return (
      Number.tensor(result, output),
      { gradient, wanted in
        var form = form
        let wants = zip([cl_wants_input, cl_wants_weight, cl_wants_bias], wanted)
          .reduce(0) { bits, want in want.1 ? bits | want.0 : bits }
        let counts = shapes.indices.map { wanted[$0] ? shapes[$0].elementCount : 0 }
        var imageGradient = Number.zeros(counts[0])
        var weightGradient = Number.zeros(counts[1])
        var biasGradient = Number.zeros(counts.count > 2 ? counts[2] : 0)
        var scratch = Number.zeros(unsafe cl_convolution_scratch(&form))
        unsafe cl_convolve_backward(
          Number.element, &form, Int32(wants), images, weight, Number.elements(of: gradient),
          &scratch, &imageGradient, &weightGradient, &biasGradient)
        let gradients = [imageGradient, weightGradient, biasGradient]
        return shapes.indices.map { index in
          wanted[index] ? Number.tensor(gradients[index], shapes[index]) : nil
        }
      }
    )
  }

  private func form(_ images: Shape, _ weight: Shape) -> cl_convolution {
    cl_convolution(
      window: window.description(from: images.imageExtent, to: output.imageExtent),
      batch: images[0], groups: groups, inputs: weight[1], outputs: weight[0] / groups)
  }
}
