/// What the end of a parameter's name says it is, where nothing else is declared.
///
/// Only the end counts: `myweight` is a weight. Source: `engine.md`, section 4; MXNet
/// `Initializer.__call__`.
public enum NameRole: String, Hashable, Sendable, CaseIterable {
  /// Connections: what an initializer is for.
  case weight
  /// What is added to each output.
  case bias
  /// The factor of a norm.
  case gamma
  /// The offset of a norm.
  case beta
  /// The lower end of a range.
  case minimum = "min"
  /// The upper end of a range.
  case maximum = "max"
  /// Weights as bytes.
  case quantizedWeight = "weight_quantize"
  /// Biases as bytes.
  case quantizedBias = "bias_quantize"

  /// The role that a name ends with, or nil if its end says nothing.
  public init?(endOf name: String) {
    guard let role = Self.allCases.first(where: { name.hasSuffix($0.rawValue) }) else { return nil }
    self = role
  }

  /// The single value of what is not drawn: 0 for offsets and lower ends, 1 for factors and upper ends.
  var constant: Double? {
    switch self {
    case .weight, .quantizedWeight: nil
    case .bias, .beta, .minimum, .quantizedBias: 0
    case .gamma, .maximum: 1
    }
  }
}
