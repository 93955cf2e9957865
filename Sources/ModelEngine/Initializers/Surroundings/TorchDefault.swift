public import Tensors

/// What PyTorch's `Linear` and `Conv` do: weights and biases uniform within `1 / √fan_in`.
///
/// For a weight this is `kaiming_uniform(a: √5)`. A bias takes the inputs of the weight beside it, whose
/// name differs in its end only. Source: PyTorch `torch/nn/modules/linear.py` and `conv.py`.
public struct TorchDefault: DistributionInitializer, Hashable {
  /// The name in texts.
  public static let name = "torch_default"
  /// The inputs of the unit that a bias belongs to.
  private var inputsOfBias: Int?

  /// Creates the rule.
  public init() {}

  /// The shape of the weight beside a bias.
  public var needs: InitializerNeeds { InitializerNeeds(shapes: true) }

  /// The rule with the inputs of the bias's unit.
  public func placed(
    in surroundings: InitializerSurroundings, for target: InitializerTarget
  ) -> any Initializer {
    guard target.name.hasSuffix("bias") else { return self }
    var placed = self
    let weight = surroundings.shapes[target.name.dropLast("bias".count) + "weight"]
    placed.inputsOfBias = weight.flatMap { $0.isKnown ? Fans($0)?.inputs : nil }
    return placed
  }

  /// Uniform within the bounds that the inputs give.
  public func rule(for shape: Shape) throws(InitializerError) -> DistributionRule {
    let inputs: Int
    if shape.rank < 2, let inputsOfBias {
      inputs = inputsOfBias
    } else if let fans = Fans(shape) {
      inputs = fans.inputs
    } else {
      throw .wrongShape(
        initializer: Self.name, needed: "a weight, or a bias beside a weight of known shape",
        found: shape)
    }
    guard inputs > 0 else { return DistributionRule(.constant(0)) }
    return .uniform(
      bound: 1 / Double(inputs).squareRoot(), "1 / √fan_in", "1 / √\(inputs)")
  }
}
