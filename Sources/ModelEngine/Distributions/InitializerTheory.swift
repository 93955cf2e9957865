/// What theory says of the values that an initializer draws for a shape.
public enum InitializerTheory: Hashable, Sendable {
  /// A distribution, and how its numbers come about, one line each.
  case known(Distribution, [Formula])
  /// Nothing in closed form, or the rule does not apply to the shape.
  case unknown

  init(distribution: Distribution, formulas: [Formula]) { self = .known(distribution, formulas) }

  /// A formula, the same with numbers filled in, and its value.
  public struct Formula: Hashable, Sendable {
    /// What is computed: `b`.
    public let symbol: String
    /// In words: `√(magnitude / avg fan)`.
    public let general: String
    /// With numbers: `√(3 / ((8 + 8) / 2))`.
    public let substituted: String
    /// The value, for the screen to format.
    public let value: Double

    /// Creates a formula.
    public init(symbol: String, general: String, substituted: String, value: Double) {
      self.symbol = symbol
      self.general = general
      self.substituted = substituted
      self.value = value
    }
  }
}
