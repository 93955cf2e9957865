public import Tensors

/// A rule that gives a parameter its first values.
///
/// An initializer is a value: it can be compared, printed, parsed and encoded. One of your own needs a
/// single method:
///
/// ```swift
/// struct Signs: Initializer {
///   func fill(
///     _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
///   ) {
///     values = stream.uniform(low: -1, high: 1, count: values.count).map { $0 < 0 ? -1 : 1 }
///   }
/// }
/// ```
public protocol Initializer: Sendable, CustomStringConvertible {
  /// The name in lower case, under which Gluon registers it; that of the type by default.
  static var name: String { get }

  /// The arguments in the order of their declaration; none by default.
  var arguments: [InitializerArgument] { get }

  /// Replaces the values of a parameter.
  ///
  /// Draw from `stream` only: what is drawn meanwhile from the context is forgotten.
  ///
  /// - Parameters:
  ///   - values: As many zeros as `target.shape` has elements, in C order.
  ///   - target: What is initialized.
  ///   - stream: Where random numbers come from.
  /// - Throws: An error if the rule does not apply to `target`.
  func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError)

  /// Makes the values of a parameter in its own element type.
  ///
  /// By default fills 32-bit floats and converts them.
  ///
  /// - Returns: A tensor with the shape and the element type of `target`.
  /// - Throws: An error if the rule does not apply to `target`.
  func tensor(
    for target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor

  /// Makes the values of a parameter that declares nothing, by the role that its name ends with.
  ///
  /// By default a weight is drawn by this rule, and what is no weight gets Gluon's constant for it: a bias
  /// 0, a `gamma` 1. Override it as you would override `_init_bias` and the like.
  ///
  /// - Returns: A tensor with the shape and the element type of `target`.
  /// - Throws: `unknownPattern` without a role, or what the rule throws.
  func tensor(
    for target: InitializerTarget, as role: NameRole?, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor

  /// The initializer that this one stands for; itself by default.
  ///
  /// - Throws: An error if there is no such initializer.
  func resolved() throws(InitializerError) -> any Initializer

  /// What theory says of the values for a shape; nothing by default.
  func theory(for shape: Shape) -> InitializerTheory

  /// What it has to be told of the model before it can fill; nothing by default.
  var needs: InitializerNeeds { get }

  /// The rule with what it needs of the surroundings; itself by default.
  ///
  /// - Parameters:
  ///   - surroundings: What `needs` asks for, as far as it exists.
  ///   - target: What will be initialized.
  /// - Returns: A rule of the same kind with the same arguments.
  func placed(
    in surroundings: InitializerSurroundings, for target: InitializerTarget
  ) -> any Initializer
}

/// What an initializer fills: a name, a shape with all dimensions known, and an element type.
public struct InitializerTarget: Hashable, Sendable {
  /// The full name of the parameter.
  public let name: String
  /// The shape.
  public let shape: Shape
  /// The element type.
  public let elementType: ElementType

  /// Creates a target.
  public init(name: String, shape: Shape, elementType: ElementType = .float32) {
    self.name = name
    self.shape = shape
    self.elementType = elementType
  }
}

extension Initializer {
  /// The name of the type in lower case.
  public static var name: String { "\(Self.self)".lowercased() }

  /// No arguments.
  public var arguments: [InitializerArgument] { [] }

  /// A tensor of zeros, filled as 32-bit floats and converted.
  public func tensor(
    for target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    var values = [Float](repeating: 0, count: target.shape.elementCount)
    try fill(&values, of: target, from: &stream)
    guard
      let tensor = Tensor(values, convertedTo: target.elementType, shape: target.shape)
    else { throw .unsupportedElementType(target.elementType) }
    return tensor
  }

  /// Itself.
  public func resolved() throws(InitializerError) -> any Initializer { self }

  /// Nothing.
  public func theory(for shape: Shape) -> InitializerTheory { .unknown }

  /// None.
  public var needs: InitializerNeeds { InitializerNeeds() }

  /// Itself.
  public func placed(
    in surroundings: InitializerSurroundings, for target: InitializerTarget
  ) -> any Initializer { self }

  /// The canonical short text: `xavier(uniform, avg, 3)`, `uniform(0.07)`, `zeros`.
  public var description: String {
    if arguments.isEmpty { return Self.name }
    return "\(Self.name)(\(arguments.map(\.value.description).joined(separator: ", ")))"
  }

  /// The JSON text that Gluon's `dumps()` writes: `["uniform", {"scale": 0.07}]`.
  public var dumps: String {
    let items = arguments.map { "\(jsonString($0.name)): \($0.value.json)" }
    return "[\(jsonString(Self.name)), {\(items.joined(separator: ", "))}]"
  }

  /// Whether another initializer is of the same kind with equal arguments.
  public func isEqual(to other: any Initializer) -> Bool {
    guard let left = try? resolved(), let right = try? other.resolved() else {
      return description == other.description
    }
    return type(of: left).name == type(of: right).name && left.arguments == right.arguments
  }
}
