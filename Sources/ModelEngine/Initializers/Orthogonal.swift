public import Tensors

/// Rows, or columns where there are fewer, that are orthogonal and of length `scale`.
///
/// A matrix of `shape[0]` rows is drawn from MXNet's stream, and replaced by its singular vectors on
/// the long side, times `scale`. The draws are exact; LAPACK's signs and roundings are its own.
/// Source: A. Saxe et al., ICLR 2014; MXNet `python/mxnet/initializer.py`.
public struct Orthogonal: Initializer, Hashable {
  /// The name under which Gluon registers it.
  public static let name = "orthogonal"
  /// The length of each row or column.
  public let scale: Scalar
  /// What the matrix is drawn from.
  public let randomType: RandomType

  /// What the matrix is drawn from.
  public enum RandomType: String, Hashable, Sendable, CaseIterable {
    /// Uniform between -1 and 1.
    case uniform
    /// Normal with mean 0 and standard deviation 1.
    case normal
  }

  /// Creates the rule.
  public init(scale: Scalar = 1.414, randomType: RandomType = .uniform) {
    self.scale = scale
    self.randomType = randomType
  }

  /// The length and what the matrix is drawn from, under Gluon's names.
  public var arguments: [InitializerArgument] {
    [
      .init(name: "scale", value: .number(scale)),
      .init(name: "rand_type", value: .choice(randomType.rawValue)),
    ]
  }

  /// Draws a matrix and makes it orthogonal.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) {
    guard target.shape.rank >= 2 else {
      throw .orthogonalOfVector(length: values.count, randomType)
    }
    let rows = target.shape[0]
    switch randomType {
    case .uniform: values = stream.uniform(low: -1, high: 1, count: values.count)
    case .normal: values = stream.normal(mean: 0, sigma: 1, count: values.count)
    }
    guard rows > 0 else { return }
    try LinearAlgebra.replaceBySingularVectors(
      &values, rows: rows, columns: values.count / rows)
    let factor = Float(scale.value)
    for index in values.indices { values[index] *= factor }
  }

  /// One coordinate of a random point on a sphere.
  public func theory(for shape: Shape) -> InitializerTheory {
    .orthogonal(scale: scale.value, name: "scale", text: scale.description, shape: shape)
  }
}

extension InitializerTheory {
  /// What is known of an element of a random orthogonal matrix: `scale` times a coordinate of a point on
  /// the unit sphere in as many dimensions as the long side has elements.
  static func orthogonal(
    scale: Double, name: String, text: String, shape: Shape
  ) -> InitializerTheory {
    guard shape.rank >= 2, shape.isKnown, scale.isFinite, let count = shape.checkedElementCount
    else { return .unknown }
    let long = max(shape[0], count / shape[0])
    let deviation = abs(scale) / Double(long).squareRoot()
    return .known(
      scale == 0 ? .constant(0) : .sphereCoordinate(dimension: long, radius: abs(scale)),
      [
        Formula(
          symbol: "std", general: "\(name) / √(long side)", substituted: "\(text) / √\(long)",
          value: deviation)
      ])
  }
}
