public import Tensors

/// The shapes that follow from the shape of an input: what a layer needs and what it makes.
public struct LayerShapes: Hashable, Sendable {
  /// The shapes of the layer's own parameters, in the order of its attributes.
  public let parameters: [Shape]
  /// The shape of the output.
  public let output: Shape

  /// Creates shapes.
  public init(parameters: [Shape] = [], output: Shape) {
    self.parameters = parameters
    self.output = output
  }
}
