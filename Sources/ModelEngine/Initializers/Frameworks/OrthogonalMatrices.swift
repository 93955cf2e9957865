public import Tensors

/// A random orthogonal matrix, each as likely as another, as PyTorch's `orthogonal_`.
///
/// The Q of a normal matrix, with the signs of R's diagonal. Source: A. Saxe et al., "Exact solutions to
/// the nonlinear dynamics of learning in deep linear neural networks", ICLR 2014; PyTorch
/// `torch/nn/init.py`.
public struct OrthogonalTorch: Initializer, Hashable {
  /// The name, which Gluon's own rule leaves.
  public static let name = "orthogonal_torch"
  /// The length of each row or column.
  public let gain: Scalar

  /// Creates the rule.
  public init(gain: Scalar = 1) { self.gain = gain }

  /// The length.
  public var arguments: [InitializerArgument] { [.init(name: "gain", value: .number(gain))] }

  /// Draws a normal matrix and makes its short side orthonormal.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) {
    let shape = target.shape
    guard shape.rank >= 2 else {
      throw .wrongRank(initializer: Self.name, needed: "at least 2 dimensions", found: shape)
    }
    guard !values.isEmpty else { return }
    values = try randomOrthogonal(
      rows: shape[0], columns: values.count / shape[0], from: &stream)
    for index in values.indices { values[index] *= Float(gain.value) }
  }

  /// One coordinate of a random point on a sphere.
  public func theory(for shape: Shape) -> InitializerTheory {
    .orthogonal(scale: gain.value, name: "gain", text: gain.description, shape: shape)
  }
}

/// Kernels of convolutions with an orthogonal matrix at their centre, else 0, as in JAX.
///
/// Source: L. Xiao et al., "Dynamical Isometry and a Mean Field Theory of CNNs", ICML 2018; JAX
/// `jax/_src/nn/initializers.py`.
public struct DeltaOrthogonal: Initializer, Hashable {
  /// The name in JAX.
  public static let name = "delta_orthogonal"
  /// The length of each column of the matrix.
  public let scale: Scalar

  /// Creates the rule.
  public init(scale: Scalar = 1) { self.scale = scale }

  /// The length.
  public var arguments: [InitializerArgument] { [.init(name: "scale", value: .number(scale))] }

  /// Draws a square normal matrix, makes it orthogonal, and puts the inputs' part at the centre.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) {
    let shape = target.shape
    try check(shape)
    values = Array(repeating: 0, count: values.count)
    guard !values.isEmpty else { return }
    let matrix = try randomOrthogonal(rows: shape[0], columns: shape[0], from: &stream)
    let kernel = shape.dimensions.dropFirst(2)
    let kernelCount = kernel.reduce(1, *)
    let center = kernel.reduce(0) { $0 * $1 + ($1 - 1) / 2 }
    for output in 0..<shape[0] {
      for input in 0..<shape[1] {
        // JAX keeps the first rows, one for each input.
        let value = matrix[input * shape[0] + output] * Float(scale.value)
        values[(output * shape[1] + input) * kernelCount + center] = value
      }
    }
  }

  private func check(_ shape: Shape) throws(InitializerError) {
    guard (3...5).contains(shape.rank) else {
      throw .wrongRank(initializer: Self.name, needed: "3 to 5 dimensions", found: shape)
    }
    guard shape[0] >= shape[1] else {
      let needed = "at least as many outputs as inputs"
      throw .wrongShape(initializer: Self.name, needed: needed, found: shape)
    }
  }

  /// Coordinates of a random point on a sphere, among zeros.
  public func theory(for shape: Shape) -> InitializerTheory {
    guard shape.isKnown, scale.value.isFinite, scale.value != 0, (try? check(shape)) != nil else {
      return .unknown
    }
    let kernelCount = shape.dimensions.dropFirst(2).reduce(1.0) { $0 * Double($1) }
    let matrix = Distribution.sphereCoordinate(dimension: shape[0], radius: abs(scale.value))
    let all = Distribution.withZeros(share: 1 - 1 / kernelCount, matrix)
    return .known(
      all,
      [
        .init(
          symbol: "std", general: "scale / √(fan_out)", substituted: "\(scale) / √\(fanOut(shape))",
          value: all.standardDeviation)
      ])
  }

  private func fanOut(_ shape: Shape) -> Int { Fans(shape)?.outputs ?? 0 }
}

/// A matrix in C order whose short side is orthonormal, every such matrix as likely as another.
///
/// Draws `rows * columns` normal numbers in C order. Source: F. Mezzadri, "How to generate random
/// matrices from the classical compact groups", Notices of the AMS 54 (2007).
private func randomOrthogonal(
  rows: Int, columns: Int, from stream: inout RandomStream
) throws(InitializerError) -> [Float] {
  let drawn = stream.normal(mean: 0, sigma: 1, count: rows * columns)
  // In Fortran order C's rows are columns, which is what a wide matrix needs.
  if rows < columns {
    var matrix = drawn
    try LinearAlgebra.replaceByOrthonormalColumns(&matrix, rows: columns, columns: rows)
    return matrix
  }
  var matrix = transposed(drawn, rows: rows, columns: columns)
  try LinearAlgebra.replaceByOrthonormalColumns(&matrix, rows: rows, columns: columns)
  return transposed(matrix, rows: columns, columns: rows)
}

private func transposed(_ matrix: [Float], rows: Int, columns: Int) -> [Float] {
  var result = matrix
  for row in 0..<rows {
    for column in 0..<columns { result[column * rows + row] = matrix[row * columns + column] }
  }
  return result
}
