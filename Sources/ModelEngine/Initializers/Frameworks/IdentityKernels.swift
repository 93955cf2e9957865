public import Tensors

/// One value on the main diagonal of a matrix, else 0: the identity, as PyTorch's `eye_`.
///
/// Source: PyTorch `torch/nn/init.py`; Keras `IdentityInitializer`.
public struct Eye: Initializer, Hashable {
  /// The name in PyTorch.
  public static let name = "eye"
  /// The value on the diagonal.
  public let gain: Scalar

  /// Creates the rule.
  public init(gain: Scalar = 1) { self.gain = gain }

  /// The value on the diagonal.
  public var arguments: [InitializerArgument] { [.init(name: "gain", value: .number(gain))] }

  /// Sets the diagonal.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) {
    let shape = target.shape
    guard shape.rank == 2 else {
      throw .wrongRank(initializer: Self.name, needed: "2 dimensions", found: shape)
    }
    values = Array(repeating: 0, count: values.count)
    for index in 0..<min(shape[0], shape[1]) {
      values[index * shape[1] + index] = Float(gain.value)
    }
  }

  /// One value among zeros.
  public func theory(for shape: Shape) -> InitializerTheory {
    guard shape.rank == 2, shape.isKnown else { return .unknown }
    return .known(
      .withZeros(share: 1 - 1 / Double(max(shape[0], shape[1])), .constant(gain.value)), [])
  }
}

/// Kernels of convolutions that pass their input through, as PyTorch's `dirac_`.
///
/// In each group, output channel k is 1 at the kernel's centre for input channel k, else 0; channels
/// beyond the inputs are 0. Source: PyTorch `torch/nn/init.py`.
public struct Dirac: Initializer, Hashable {
  /// The name in PyTorch.
  public static let name = "dirac"
  /// The number of groups of the convolution.
  public let groups: Int

  /// Creates the rule.
  ///
  /// - Precondition: There is at least one group.
  public init(groups: Int = 1) {
    precondition(groups > 0, "a convolution has at least one group")
    self.groups = groups
  }

  /// The number of groups.
  public var arguments: [InitializerArgument] {
    [.init(name: "groups", value: .number(.integer(groups)))]
  }

  /// Sets the centres.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) {
    let shape = target.shape
    try check(shape)
    values = Array(repeating: 0, count: values.count)
    guard !values.isEmpty else { return }
    let kernel = Array(shape.dimensions.dropFirst(2))
    let kernelCount = kernel.reduce(1, *)
    let center = kernel.reduce(0) { $0 * $1 + $1 / 2 }
    let perGroup = shape[0] / groups
    for group in 0..<groups {
      for channel in 0..<min(perGroup, shape[1]) {
        let output = group * perGroup + channel
        values[(output * shape[1] + channel) * kernelCount + center] = 1
      }
    }
  }

  private func check(_ shape: Shape) throws(InitializerError) {
    guard (3...5).contains(shape.rank) else {
      throw .wrongRank(initializer: Self.name, needed: "3 to 5 dimensions", found: shape)
    }
    guard shape[0].isMultiple(of: groups) else {
      let needed = "a first dimension that \(groups) groups divide"
      throw .wrongShape(initializer: Self.name, needed: needed, found: shape)
    }
  }

  /// Few ones among zeros.
  public func theory(for shape: Shape) -> InitializerTheory {
    guard shape.isKnown, (try? check(shape)) != nil else { return .unknown }
    let ones = groups * min(shape[0] / groups, shape[1])
    let count = shape.dimensions.reduce(1.0) { $0 * Double($1) }
    return .known(.withZeros(share: 1 - Double(ones) / count, .constant(1)), [])
  }
}
