public import Tensors

/// A layer that makes one axis of all axes but the first.
public final class Flatten: HybridBlock {
  /// Creates a layer.
  public init(prefix: String? = nil) { super.init(prefix: prefix) }

  /// The output has shape `[batch, width]`; one axis counts as samples of width 1.
  public override func shapes(for input: Shape) throws(ShapeProblem) -> LayerShapes {
    LayerShapes(output: [input.dimensions.first ?? 1, try input.countBehindFirst()])
  }

  /// The input under the shape `[batch, width]`.
  public override func forward(_ input: Variable) throws(BlockError) -> Variable {
    try input.reshaped(to: try outputShape(for: input.shape))
  }

  /// What Python prints: `Flatten`.
  public override var description: String { "Flatten" }
}

extension Shape {
  /// The product of all dimensions but the first.
  func countBehindFirst() throws(ShapeProblem) -> Int {
    guard let count = Shape(Array(dimensions.dropFirst())).checkedElementCount else {
      throw .tooLarge(self)
    }
    return count
  }
}
