public import Tensors

/// A layer that makes one number of each window of an image.
public class Pooling2D: HybridBlock {
  /// The size of a window.
  public let poolSize: Extent
  /// How far the window moves from one output to the next.
  public let strides: Extent
  /// The width of the border that is added on each side.
  public let padding: Extent
  /// Whether a last window that reaches beyond the border counts.
  public let ceilMode: Bool
  /// Whether the window is the whole image.
  public let isGlobal: Bool

  init(
    _ poolSize: Extent, _ strides: Extent?, _ padding: Extent, ceilMode: Bool, isGlobal: Bool,
    prefix: String?
  ) {
    precondition(poolSize.isPositive, "the size of a window is positive")
    precondition(strides?.isPositive ?? true, "the stride of a window is positive")
    self.poolSize = poolSize
    self.strides = strides ?? poolSize
    self.padding = padding
    self.ceilMode = ceilMode
    self.isGlobal = isGlobal
    super.init(prefix: prefix)
  }

  /// All pooling layers count together.
  public override class var hint: String { "pool" }

  /// What is made of a window.
  var rule: Pooling.Rule { .maximum }

  /// What is made of a window, in MXNet's word.
  class var poolType: String { "max" }

  /// The output has shape `[batch, channels, height, width]`.
  ///
  /// Source: MXNet `PoolingShape` in `src/operator/nn/pooling.cc`.
  public override func shapes(for input: Shape) throws(ShapeProblem) -> LayerShapes {
    if isGlobal, (3...5).contains(input.rank) {
      let ones = [Int](repeating: 1, count: input.rank - 2)
      return LayerShapes(output: Shape([input[0], input[1]] + ones))
    }
    guard input.rank == 4 else { throw .notPoolable(rank: input.rank) }
    let height = try outputSize(
      .vertical, input[2], poolSize.height, strides.height, padding.height)
    let width = try outputSize(.horizontal, input[3], poolSize.width, strides.width, padding.width)
    return LayerShapes(output: [input[0], input[1], height, width])
  }

  /// The output of shape `[batch, channels, height, width]`.
  ///
  /// - Throws: An error if the input does not fit.
  public override func forward(_ input: Variable) throws(BlockError) -> Variable {
    let window = SlidingWindow(size: poolSize, strides: strides, padding: padding)
    let pooling = Pooling(
      window: isGlobal ? nil : window, rule: rule, output: try outputShape(for: input.shape))
    return try Variable.apply("Pooling", [input], pooling.apply)
  }

  private func outputSize(
    _ axis: ShapeProblem.SpatialAxis, _ input: Int, _ window: Int, _ stride: Int, _ padding: Int
  ) throws(ShapeProblem) -> Int {
    let rest = input + 2 * padding - window
    guard rest >= 0 else {
      throw .windowTooLarge(axis: axis, window: window, input: input, padding: padding)
    }
    return 1 + (ceilMode && rest % stride > 0 ? 1 : 0) + rest / stride
  }

  /// What Python prints: `MaxPool2D(size=(2, 2), stride=(2, 2), ..., layout=NCHW)`.
  public override var description: String {
    "\(Self.className)(size=\(poolSize), stride=\(strides), padding=\(padding), "
      + "ceil_mode=\(ceilMode.python), global_pool=\(isGlobal.python), "
      + "pool_type=\(Self.poolType), layout=NCHW)"
  }
}

extension Bool {
  /// The word in Python.
  var python: String { self ? "True" : "False" }
}
