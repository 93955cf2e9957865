public import Tensors

/// Normal, with the mean and the standard deviation that another parameter has now.
public struct Like: DistributionInitializer, Hashable {
  /// The name in texts.
  public static let name = "like"
  /// The full name of the other parameter.
  public let parameter: String
  private var distribution: Distribution?
  private var nearest: String?

  /// Creates the rule.
  public init(parameter: String) { self.parameter = parameter }

  /// The name of the other parameter.
  public var arguments: [InitializerArgument] {
    [.init(name: "parameter", value: .text(parameter))]
  }

  /// The values of the other parameter.
  public var needs: InitializerNeeds { InitializerNeeds(parameters: [parameter], shapes: true) }

  /// The rule with the other parameter's mean and standard deviation over its finite values.
  public func placed(
    in surroundings: InitializerSurroundings, for target: InitializerTarget
  ) -> any Initializer {
    var placed = self
    placed.nearest = nearestName(to: parameter, among: surroundings.shapes.keys.sorted())
    if placed.nearest == parameter { placed.nearest = nil }
    let values = surroundings.tensors[parameter]?.doubles.filter(\.isFinite) ?? []
    guard !values.isEmpty else { return placed }
    let count = Double(values.count)
    let mean = values.reduce(0) { $0 + $1 / count }
    let variance = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) / count }
    placed.distribution = .normal(mean: mean, sigma: variance.squareRoot())
    return placed
  }

  /// Normal, once the other parameter is known.
  public func rule(for shape: Shape) throws(InitializerError) -> DistributionRule {
    guard let distribution else { throw .unknownParameter(name: parameter, nearest: nearest) }
    return DistributionRule(
      distribution,
      [
        .init(
          symbol: "std", general: "std of \(parameter)", substituted: "std of \(parameter)",
          value: distribution.standardDeviation),
        .init(
          symbol: "mean", general: "mean of \(parameter)", substituted: "mean of \(parameter)",
          value: distribution.mean),
      ])
  }
}
