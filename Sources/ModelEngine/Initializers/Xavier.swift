public import Tensors

/// Draws with a spread that keeps the variance of signals from layer to layer.
///
/// `s = sqrt(magnitude / factor)`, where the factor is the number of inputs or of outputs of a unit, or
/// the mean of both; then uniform between `-s` and `s`, or normal with standard deviation `s`.
/// Source: X. Glorot and Y. Bengio, AISTATS 2010; MXNet `python/mxnet/initializer.py`.
public struct Xavier: Initializer, Hashable {
  /// The name under which Gluon registers it.
  public static let name = "xavier"
  /// The shape of the distribution.
  public let randomType: RandomType
  /// What the spread is divided by.
  public let factorType: FactorType
  /// What the spread is multiplied by.
  public let magnitude: Scalar

  /// The shapes of distributions.
  public enum RandomType: String, Hashable, Sendable, CaseIterable {
    /// Uniform between `-s` and `s`.
    case uniform
    /// Normal with standard deviation `s`.
    case gaussian
  }

  /// The numbers of connections of a unit.
  public enum FactorType: String, Hashable, Sendable, CaseIterable {
    /// The mean of inputs and outputs.
    case average = "avg"
    /// Inputs.
    case inputs = "in"
    /// Outputs.
    case outputs = "out"
  }

  /// Creates the rule.
  public init(
    randomType: RandomType = .uniform, factorType: FactorType = .average, magnitude: Scalar = 3
  ) {
    self.randomType = randomType
    self.factorType = factorType
    self.magnitude = magnitude
  }

  /// The kind of distribution, the factor and the magnitude, under Gluon's names.
  public var arguments: [InitializerArgument] {
    [
      .init(name: "rnd_type", value: .choice(randomType.rawValue)),
      .init(name: "factor_type", value: .choice(factorType.rawValue)),
      .init(name: "magnitude", value: .number(magnitude)),
    ]
  }

  /// Draws 32-bit floats.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) {
    let spread = try spread(for: target)
    switch randomType {
    case .uniform: try Uniform(Scalar(spread)).fill(&values, of: target, from: &stream)
    case .gaussian: try Normal(Scalar(spread)).fill(&values, of: target, from: &stream)
    }
  }

  /// Draws in the element type of `target`.
  public func tensor(
    for target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    let spread = try spread(for: target)
    return switch randomType {
    case .uniform: try uniformTensor(spread, for: target, from: &stream)
    case .gaussian: try normalTensor(spread, for: target, from: &stream)
    }
  }

  private func spread(for target: InitializerTarget) throws(InitializerError) -> Double {
    guard let fans = Fans(target.shape) else { throw .appliedToVector(name: target.name) }
    return (magnitude.value / fans.factor(factorType)).squareRoot()
  }

  /// The bound or the standard deviation that the shape gives.
  public func theory(for shape: Shape) -> InitializerTheory {
    theory(for: shape, name: "magnitude", text: magnitude.description)
  }

  /// The same, where the magnitude has another name and text.
  func theory(for shape: Shape, name: String, text: String) -> InitializerTheory {
    guard let fans = Fans(shape) else { return .unknown }
    let spread = (magnitude.value / fans.factor(factorType)).squareRoot()
    guard spread.isFinite, spread > 0 else {
      return spread == 0 && randomType == .uniform ? .known(.constant(0), []) : .unknown
    }
    let general = "√(\(name) / \(factorType.rawValue) fan)"
    let substituted = "√(\(text) / \(fans.text(factorType)))"
    return switch randomType {
    case .uniform: .uniform(bound: spread, general: general, substituted: substituted)
    case .gaussian: .normal(sigma: spread, general: general, substituted: substituted)
    }
  }
}

/// Draws as the authors of the parametric ReLU advise: Xavier's normal with `2 / (1 + slope^2)`.
///
/// Source: K. He et al., "Delving Deep into Rectifiers", ICCV 2015.
public struct MSRAPrelu: Initializer, Hashable {
  /// The name under which Gluon registers it.
  public static let name = "msraprelu"
  /// What the spread is divided by.
  public let factorType: Xavier.FactorType
  /// The slope of the rectifier for negative inputs.
  public let slope: Scalar

  /// Creates the rule.
  public init(factorType: Xavier.FactorType = .average, slope: Scalar = 0.25) {
    self.factorType = factorType
    self.slope = slope
  }

  /// The factor and the slope, under Gluon's names.
  public var arguments: [InitializerArgument] {
    [
      .init(name: "factor_type", value: .choice(factorType.rawValue)),
      .init(name: "slope", value: .number(slope)),
    ]
  }

  /// The magnitude of Xavier's rule: `2 / (1 + slope²)`.
  public var magnitude: Double { 2 / (1 + slope.value * slope.value) }

  private var xavier: Xavier {
    Xavier(randomType: .gaussian, factorType: factorType, magnitude: .float(magnitude))
  }

  /// Draws 32-bit floats.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) {
    try xavier.fill(&values, of: target, from: &stream)
  }

  /// Draws in the element type of `target`.
  public func tensor(
    for target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    try xavier.tensor(for: target, from: &stream)
  }

  /// The standard deviation that the shape gives.
  public func theory(for shape: Shape) -> InitializerTheory {
    xavier.theory(for: shape, name: "2 / (1 + slope²)", text: "2 / (1 + \(slope)²)")
  }
}

/// The numbers of inputs and outputs of a unit: `shape[1]` and `shape[0]` times the kernel's size.
struct Fans: Hashable {
  let inputs: Int
  let outputs: Int

  /// Counts for a shape `[outputs, inputs, kernel...]`, or nothing below rank 2.
  init?(_ shape: Shape) {
    guard shape.rank >= 2 else { return nil }
    let kernel = shape.dimensions.dropFirst(2).reduce(1, *)
    inputs = shape[1] * kernel
    outputs = shape[0] * kernel
  }

  func factor(_ type: Xavier.FactorType) -> Double {
    switch type {
    case .average: Double(inputs + outputs) / 2
    case .inputs: Double(inputs)
    case .outputs: Double(outputs)
    }
  }

  func text(_ type: Xavier.FactorType) -> String {
    switch type {
    case .average: "((\(inputs) + \(outputs)) / 2)"
    case .inputs: "\(inputs)"
    case .outputs: "\(outputs)"
    }
  }
}
