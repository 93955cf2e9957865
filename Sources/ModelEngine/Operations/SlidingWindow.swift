internal import CLayers
internal import Tensors

/// A window that slides over images.
struct SlidingWindow: Hashable {
  /// The size of the window.
  var size: Extent
  /// How far it moves from one output to the next.
  var strides: Extent
  /// The width of the border on each side.
  var padding: Extent
  /// The distance between two inputs that it sees.
  var dilation: Extent = 1

  /// What the loops in C are told of it.
  ///
  /// - Parameters:
  ///   - input: The size of the images.
  ///   - output: What comes out.
  /// - Returns: The description.
  func description(from input: Extent, to output: Extent) -> cl_window {
    cl_window(
      height: input.height, width: input.width, window_height: size.height,
      window_width: size.width, stride_y: strides.height, stride_x: strides.width,
      padding_y: padding.height, padding_x: padding.width, dilation_y: dilation.height,
      dilation_x: dilation.width, output_height: output.height, output_width: output.width)
  }
}

extension Shape {
  /// Height and width of a batch of images.
  var imageExtent: Extent { Extent(self[2], self[3]) }
}
