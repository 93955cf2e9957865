public import Tensors

/// Why the shape of an input does not fit a layer, in the words of MXNet.
public enum ShapeProblem: Error, Hashable {
  /// A parameter has another shape than the input asks for.
  case inconsistent(provided: Shape, needed: Shape)
  /// All weights of a recurrent layer together have another size than the input asks for.
  case inconsistentWeights(providedCount: Int, neededCount: Int)
  /// The input has no dimension from which an unknown one could be learned.
  case undecidable
  /// A convolution met an input that is not a batch of images.
  case notImages(rank: Int)
  /// A convolution's kernel, spread by its dilation, is larger than the padded input.
  case kernelTooLarge(axis: SpatialAxis, kernel: Int, input: Int)
  /// The channels of the input cannot be divided into the groups.
  case channelsNotDivisible(remainder: Int)
  /// A pooling layer met an input that is not a batch of images.
  case notPoolable(rank: Int)
  /// The window of a pooling layer is larger than the padded input.
  case windowTooLarge(axis: SpatialAxis, window: Int, input: Int, padding: Int)
  /// The axis of the channels is not one of the input's.
  case channelAxis(Int, rank: Int)
  /// The axis to normalize is not one of the input's.
  case normalizedAxis(Int)
  /// A recurrent layer met an input that is not a batch of sequences.
  case notSequences(rank: Int)
  /// Two operands have different dimensions, and neither is 1.
  case broadcast(Shape, Shape)
  /// Elements do not fill the shape that they are to be given.
  case reshaping(Shape, to: Shape)
  /// Two operands of a product are not matrices of which one is as wide as the other is high.
  case dot(Shape, Shape)
  /// An axis is not one of the input's.
  case axis(Int, rank: Int)
  /// The decisions of a dropout are to hold along an axis that the input does not have.
  case maskAxis(Int, rank: Int)
  /// The slopes of a leaky function are neither one nor as many as the input has channels.
  case slopes(Shape, input: Shape)
  /// Parts that are to be joined differ in another axis than the one along which they are joined.
  case concatenation(expected: Shape, axis: Int, found: Shape)
  /// A recurrent layer met states of other shapes than its own.
  case recurrentStates(expected: [Shape], found: [Shape])
  /// A product of dimensions exceeds the largest integer.
  case tooLarge(Shape)
  /// The block does not say what shapes it makes.
  case undefined(block: String)

  /// One of the two axes of an image.
  public enum SpatialAxis: Int, Hashable, Sendable {
    /// From top to bottom.
    case vertical
    /// From left to right.
    case horizontal
  }
}

extension ShapeProblem: CustomStringConvertible {
  /// The message of MXNet, where it has one.
  public var description: String {
    switch self {
    case .inconsistent(let provided, let needed):
      Self.inconsistency(provided.bracketed, needed.rank == 1 ? needed.bracketed : needed.tuple)
    case .inconsistentWeights(let providedCount, let neededCount):
      Self.inconsistency("[\(providedCount)]", "(\(neededCount),)")
    case .undecidable: "Cannot decide shape"
    case .notImages(let rank):
      "Check failed: dshp.ndim() == 4U (\(rank) vs. 4) : Input data should be 4D in "
        + "batch-num_filter-y-x"
    case .kernelTooLarge(let axis, let kernel, let input):
      "Check failed: dilated_ksize_\(axis.letter) <= AddPad(dshape[\(axis.rawValue + 2)], "
        + "param_.pad[\(axis.rawValue)]) (\(kernel) vs. \(input)) : kernel size exceed input"
    case .channelsNotDivisible(let remainder):
      "Check failed: dshape[1] % param_.num_group == 0U (\(remainder) vs. 0) : input num_filter "
        + "must divide group size"
    case .notPoolable(let rank):
      "Check failed: dshape.ndim() == 4U (\(rank) vs. 4) : Input data should be 4D in "
        + "(batch, channel, y, x)"
    case .windowTooLarge(let axis, let window, let input, let padding):
      "Check failed: param.kernel[\(axis.rawValue)] <= dshape_nchw[\(axis.rawValue + 2)] + 2 * "
        + "param.pad[\(axis.rawValue)]: kernel size (\(window)) exceeds input (\(input) padded to "
        + "\(input + 2 * padding))"
    case .channelAxis(let axis, let rank):
      "Check failed: channelAxis < dshape.ndim() (\(axis) vs. \(rank)) : Channel axis out of "
        + "range: \(axis)"
    case .normalizedAxis(let axis):
      "Check failed: axis >= 0 && axis < dshape.ndim(): Channel axis out of range: axis=\(axis)"
    case .notSequences(let rank):
      "Check failed: dshape.ndim() == 3U (\(rank) vs. 3) : Input data should be rank-3 tensor of "
        + "dim [sequence length, batch size, input size]"
    case .broadcast(let left, let right):
      "Check failed: l == 1 || r == 1: operands could not be broadcast together with shapes "
        + "\(left.bracketed) \(right.bracketed)"
    case .reshaping(let own, let shape):
      "Cannot reshape array of size \(own.elementCount) into shape \(shape.pythonDescription)"
    case .dot(let left, let right):
      "Check failed: L[!Ta].Size() == R[Tb].Size() (\(left.dimensions.last ?? 1) vs. "
        + "\(right.dimensions.first ?? 1)) : dot shape error: \(left.bracketed) X \(right.bracketed)"
    case .axis(let axis, let rank):
      "Check failed: axis < ndim && axis >= -ndim: axis \(axis) exceeds the input dimension of "
        + "\(rank)"
    case .maskAxis(let axis, let rank):
      "Check failed: i >= 0 && i < ndim(): index = \(axis) must be in range [0, \(rank))"
    case .slopes(let slopes, let input):
      "Check failed: s == -1: Cannot broadcast gamma to data. gamma: \(slopes.bracketed), data: "
        + "\(input.bracketed)"
    case .concatenation(let expected, let axis, let found):
      "Check failed: shape_assign(&(*in_shape)[i], dshape): Incompatible input shape: expected "
        + "\(expected.bracketed(withoutAxis: axis)), got \(found.bracketed)"
    case .recurrentStates(let expected, let found):
      "Invalid recurrent state shape. Expecting \(Self.tuples(expected)), got \(Self.tuples(found))."
    case .tooLarge(let shape):
      "The shape \(shape.pythonDescription) has more elements than can be counted."
    case .undefined(let block): "\(block) does not say what shapes it makes."
    }
  }

  private static func tuples(_ shapes: [Shape]) -> String {
    shapes.isEmpty ? "none" : shapes.map(\.pythonDescription).joined(separator: " and ")
  }

  /// MXNet's text, in which the brackets of both shapes differ.
  private static func inconsistency(_ provided: String, _ needed: String) -> String {
    "Shape inconsistent, Provided = \(provided), inferred shape=\(needed)"
  }
}

extension ShapeProblem.SpatialAxis {
  fileprivate var letter: String { self == .vertical ? "y" : "x" }
}

extension Shape {
  private var list: String { dimensions.map(String.init).joined(separator: ",") }
  fileprivate var bracketed: String { "[\(list)]" }
  fileprivate func bracketed(withoutAxis axis: Int) -> String {
    let items = dimensions.enumerated().map { $0.offset == axis ? "-1" : "\($0.element)" }
    return "[\(items.joined(separator: ","))]"
  }
  fileprivate var tuple: String { "(\(list))" }
}
