public import Tensors

/// Uniform between `-b` and `b`, where `b = √(6 / (fan_in + fan_out))`, as in Keras and JAX.
///
/// Source: X. Glorot and Y. Bengio, AISTATS 2010; Keras `initializers/random_initializers.py`.
public struct GlorotUniform: DistributionInitializer, Hashable {
  /// The name in Keras and JAX.
  public static let name = "glorot_uniform"

  /// Creates the rule.
  public init() {}

  /// Variance scaling with the arguments that the name stands for.
  public func rule(for shape: Shape) throws(InitializerError) -> DistributionRule {
    try VarianceScaling(scale: 1, mode: .average, distribution: .uniform)
      .rule(for: shape, name: Self.name)
  }
}

/// Truncated normal with the variance `2 / (fan_in + fan_out)`, as in Keras and JAX.
///
/// Source: X. Glorot and Y. Bengio, AISTATS 2010; Keras `initializers/random_initializers.py`.
public struct GlorotNormal: DistributionInitializer, Hashable {
  /// The name in Keras and JAX.
  public static let name = "glorot_normal"

  /// Creates the rule.
  public init() {}

  /// Variance scaling with the arguments that the name stands for.
  public func rule(for shape: Shape) throws(InitializerError) -> DistributionRule {
    try VarianceScaling(scale: 1, mode: .average, distribution: .truncatedNormal)
      .rule(for: shape, name: Self.name)
  }
}

/// Uniform between `-b` and `b`, where `b = √(6 / fan_in)`, as in Keras and JAX.
///
/// Source: K. He et al., ICCV 2015; Keras `initializers/random_initializers.py`.
public struct HeUniform: DistributionInitializer, Hashable {
  /// The name in Keras and JAX.
  public static let name = "he_uniform"

  /// Creates the rule.
  public init() {}

  /// Variance scaling with the arguments that the name stands for.
  public func rule(for shape: Shape) throws(InitializerError) -> DistributionRule {
    try VarianceScaling(scale: 2, mode: .inputs, distribution: .uniform)
      .rule(for: shape, name: Self.name)
  }
}

/// Truncated normal with the variance `2 / fan_in`, as in Keras and JAX.
///
/// Source: K. He et al., ICCV 2015; Keras `initializers/random_initializers.py`.
public struct HeNormal: DistributionInitializer, Hashable {
  /// The name in Keras and JAX.
  public static let name = "he_normal"

  /// Creates the rule.
  public init() {}

  /// Variance scaling with the arguments that the name stands for.
  public func rule(for shape: Shape) throws(InitializerError) -> DistributionRule {
    try VarianceScaling(scale: 2, mode: .inputs, distribution: .truncatedNormal)
      .rule(for: shape, name: Self.name)
  }
}

/// Uniform between `-b` and `b`, where `b = √(3 / fan_in)`, as in Keras and JAX.
///
/// Source: Y. LeCun et al., "Efficient BackProp", 1998; Keras `initializers/random_initializers.py`.
public struct LecunUniform: DistributionInitializer, Hashable {
  /// The name in Keras and JAX.
  public static let name = "lecun_uniform"

  /// Creates the rule.
  public init() {}

  /// Variance scaling with the arguments that the name stands for.
  public func rule(for shape: Shape) throws(InitializerError) -> DistributionRule {
    try VarianceScaling(scale: 1, mode: .inputs, distribution: .uniform)
      .rule(for: shape, name: Self.name)
  }
}

/// Truncated normal with the variance `1 / fan_in`, as in Keras and JAX.
///
/// Source: Y. LeCun et al., "Efficient BackProp", 1998; Keras `initializers/random_initializers.py`.
public struct LecunNormal: DistributionInitializer, Hashable {
  /// The name in Keras and JAX.
  public static let name = "lecun_normal"

  /// Creates the rule.
  public init() {}

  /// Variance scaling with the arguments that the name stands for.
  public func rule(for shape: Shape) throws(InitializerError) -> DistributionRule {
    try VarianceScaling(scale: 1, mode: .inputs, distribution: .truncatedNormal)
      .rule(for: shape, name: Self.name)
  }
}
