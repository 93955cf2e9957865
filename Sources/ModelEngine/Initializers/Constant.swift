public import Tensors

/// Fills a parameter with one value.
public struct Constant: Initializer, Hashable {
  /// The name under which Gluon registers it.
  public static let name = "constant"
  /// The value.
  public let value: Scalar

  /// Creates a rule that fills with a value.
  public init(_ value: Scalar) { self.value = value }

  /// The value.
  public var arguments: [InitializerArgument] { [.init(name: "value", value: .number(value))] }

  /// Replaces all values by the constant, rounded to nearest.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) {
    values = Array(repeating: Float(value.value), count: values.count)
  }

  /// A tensor of the constant, rounded once to the element type of `target`.
  public func tensor(
    for target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    try constantTensor(value.value, for: target)
  }

  /// A single value.
  public func theory(for shape: Shape) -> InitializerTheory {
    InitializerTheory(distribution: .constant(value.value), formulas: [])
  }
}

/// Fills a parameter with zeros.
public struct Zero: Initializer, Hashable {
  /// The name under which Gluon registers it, beside `zeros`.
  public static let name = "zero"

  /// Creates the rule.
  public init() {}

  /// The text under which Gluon's layers name it.
  public var description: String { "zeros" }

  /// Replaces all values by zero.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) {
    values = Array(repeating: 0, count: values.count)
  }

  /// A tensor of zeros.
  public func tensor(
    for target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    try constantTensor(0, for: target)
  }

  /// A single value.
  public func theory(for shape: Shape) -> InitializerTheory {
    InitializerTheory(distribution: .constant(0), formulas: [])
  }
}

/// Fills a parameter with ones.
public struct One: Initializer, Hashable {
  /// The name under which Gluon registers it, beside `ones`.
  public static let name = "one"

  /// Creates the rule.
  public init() {}

  /// The text under which Gluon's layers name it.
  public var description: String { "ones" }

  /// Replaces all values by one.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) {
    values = Array(repeating: 1, count: values.count)
  }

  /// A tensor of ones.
  public func tensor(
    for target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    try constantTensor(1, for: target)
  }

  /// A single value.
  public func theory(for shape: Shape) -> InitializerTheory {
    InitializerTheory(distribution: .constant(1), formulas: [])
  }
}

/// A tensor of one value in the element type of `target`.
private func constantTensor(
  _ value: Double, for target: InitializerTarget
) throws(InitializerError) -> Tensor {
  let count = target.shape.elementCount
  if target.elementType == .float64 {
    return Tensor([Double](repeating: value, count: count), shape: target.shape)
  }
  let values = [Float](repeating: Float(value), count: count)
  guard let tensor = Tensor(values, convertedTo: target.elementType, shape: target.shape) else {
    throw .unsupportedElementType(target.elementType)
  }
  return tensor
}
