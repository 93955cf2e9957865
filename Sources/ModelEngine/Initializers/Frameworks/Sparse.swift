public import Tensors

/// Normal values, and in each column a share of zeros at random places, as PyTorch's `sparse_`.
///
/// Source: J. Martens, "Deep learning via Hessian-free optimization", ICML 2010; PyTorch
/// `torch/nn/init.py`.
public struct Sparse: Initializer, Hashable {
  /// The name in PyTorch.
  public static let name = "sparse"
  /// The share of zeros in each column, rounded up to whole elements.
  public let sparsity: Scalar
  /// The standard deviation of the others.
  public let std: Scalar

  /// Creates the rule.
  public init(sparsity: Scalar, std: Scalar = 0.01) {
    self.sparsity = sparsity
    self.std = std
  }

  /// The share of zeros and the standard deviation, under PyTorch's names.
  public var arguments: [InitializerArgument] {
    [.init(name: "sparsity", value: .number(sparsity)), .init(name: "std", value: .number(std))]
  }

  /// Draws the values, then a number for every element; the least of each column become 0.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) {
    let zeroCount = try zeroCount(target.shape)
    let (rows, columns) = (target.shape[0], target.shape[1])
    values = try Distribution.normal(mean: 0, sigma: std.value)
      .tensor(for: InitializerTarget(name: target.name, shape: target.shape), from: &stream).floats
    let keys = stream.uniform(low: 0, high: 1, count: values.count)
    for column in 0..<columns {
      let order = (0..<rows).sorted { left, right in
        let (first, second) = (keys[left * columns + column], keys[right * columns + column])
        return first == second ? left < right : first < second
      }
      for row in order.prefix(zeroCount) { values[row * columns + column] = 0 }
    }
  }

  /// The number of zeros in each column.
  private func zeroCount(_ shape: Shape) throws(InitializerError) -> Int {
    guard shape.rank == 2 else {
      throw .wrongRank(initializer: Self.name, needed: "2 dimensions", found: shape)
    }
    guard (0...1).contains(sparsity.value) else {
      throw .argumentOutOfRange(
        initializer: Self.name, argument: "sparsity", needed: "from 0 to 1", found: sparsity)
    }
    return Int((sparsity.value * Double(shape[0])).rounded(.up))
  }

  /// Zeros, else normal.
  public func theory(for shape: Shape) -> InitializerTheory {
    guard shape.isKnown, std.value > 0, let zeroCount = try? zeroCount(shape) else {
      return .unknown
    }
    let share = Double(zeroCount) / Double(shape[0])
    let distribution = Distribution.withZeros(share: share, .normal(mean: 0, sigma: std.value))
    return .known(
      distribution,
      [
        .init(
          symbol: "std", general: "std √(1 - zeros / rows)",
          substituted: "\(std) · √(1 - \(zeroCount) / \(shape[0]))",
          value: distribution.standardDeviation)
      ])
  }
}
