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

  /// The input in predict mode; while training, each element is zeroed or divided by what is kept.
  ///
  /// - Throws: `dropoutRate` if the rate is above 1; `maskAxis`; `unsupportedElementType`.
  public override func forward(_ input: Variable) throws(BlockError) -> Variable {
    guard Autograd.isTraining, rate.value > 0 else { return input }
    guard rate.value <= 1 else { throw .dropoutRate(rate) }
    let shape = try maskShape(for: input.shape)
    let mask = ModelContext.current.withStream { stream in
      DropoutMask.draw(shape, input.elementType, rate: rate.argument, from: &stream)
    }
    return try input * Variable(mask)
  }

  private func maskShape(for input: Shape) throws(BlockError) -> Shape {
    var dimensions = input.dimensions
    for axis in axes {
      guard dimensions.indices.contains(axis) else {
        throw .shape(.maskAxis(axis, rank: input.rank))
      }
      dimensions[axis] = 1
    }
    return Shape(dimensions)
  }

  /// What Python prints: `Dropout(p = 0.5, axes=())`.
  public override var description: String {
    let list = axes.map(String.init).joined(separator: ", ")
    return "Dropout(p = \(rate), axes=(\(list)\(axes.count == 1 ? "," : "")))"
  }
}
