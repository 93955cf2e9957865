public import Tensors

/// Fills a parameter with one value, or with an array that is repeated to the parameter's shape.
///
/// An array follows NumPy's rules of broadcasting: the last dimensions must be equal, or 1.
public struct Constant: Initializer, Hashable {
  /// The name under which Gluon registers it.
  public static let name = "constant"
  /// The values; a single one has rank 0.
  public let values: ScalarArray

  /// Creates a rule that fills with a value.
  public init(_ value: Scalar) { self.init(ScalarArray([value], shape: [])) }

  /// Creates a rule that fills with an array.
  public init(_ values: ScalarArray) { self.values = values }

  /// Creates a rule that fills with the values of a tensor.
  public init(_ values: Tensor) { self.init(ScalarArray(values)) }

  /// The value, or the values in nested lists.
  public var arguments: [InitializerArgument] {
    [.init(name: "value", value: single.map { .number($0) } ?? .array(values))]
  }

  private var single: Scalar? { values.shape.rank == 0 ? values.elements.first : nil }

  /// Replaces all values by the constant, rounded to nearest.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) {
    if let single {
      values = Array(repeating: Float(single.value), count: values.count)
    } else {
      values = try broadcast(to: target).map { Float($0) }
    }
  }

  /// A tensor of the constant, rounded once to the element type of `target`.
  public func tensor(
    for target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    if let single { return try constantTensor(single.value, for: target) }
    return try roundedTensor(try broadcast(to: target), for: target)
  }

  private func broadcast(to target: InitializerTarget) throws(InitializerError) -> [Double] {
    guard let elements = values.broadcast(to: target.shape) else {
      throw .cannotBroadcast(from: values.shape, to: target.shape)
    }
    return elements
  }

  /// A single value; nothing is known of an array.
  public func theory(for shape: Shape) -> InitializerTheory {
    single.map { InitializerTheory(distribution: .constant($0.value), formulas: []) } ?? .unknown
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
func constantTensor(
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

/// A tensor of 64-bit floats rounded to 32 bits and then to the element type of `target`.
func roundedTensor(
  _ values: [Double], for target: InitializerTarget
) throws(InitializerError) -> Tensor {
  if target.elementType == .float64 { return Tensor(values, shape: target.shape) }
  let floats = values.map { Float($0) }
  guard let tensor = Tensor(floats, convertedTo: target.elementType, shape: target.shape) else {
    throw .unsupportedElementType(target.elementType)
  }
  return tensor
}
