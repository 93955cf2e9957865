public import Tensors

/// A layer that zeroes some elements while training; in predict mode it passes its input on.
public final class Dropout: HybridBlock {
  /// The share of elements that are zeroed.
  public let rate: Scalar
  /// The axes along which one decision holds for all elements.
  public let axes: [Int]

  /// Creates a layer.
  ///
  /// - Parameters:
  ///   - rate: The share of elements that are zeroed.
  ///   - axes: The axes along which one decision holds for all elements.
  ///   - prefix: What names start with.
  public init(_ rate: Scalar, axes: [Int] = [], prefix: String? = nil) {
    self.rate = rate
    self.axes = axes
    super.init(prefix: prefix)
  }

  /// The output has the shape of the input.
  public override func shapes(for input: Shape) -> LayerShapes { LayerShapes(output: input) }

  /// The input, as in predict mode.
  public override func forward(_ input: Variable) -> Variable { input }

  /// What Python prints: `Dropout(p = 0.5, axes=())`.
  public override var description: String {
    let list = axes.map(String.init).joined(separator: ", ")
    return "Dropout(p = \(rate), axes=(\(list)\(axes.count == 1 ? "," : "")))"
  }
}
