public import Tensors

/// An initializer that is looked up by name when it is first needed, as Gluon does with strings.
///
/// `net.initialize(NamedInitializer("foo"))` therefore fails where Gluon's `net.initialize('foo')` does.
public struct NamedInitializer: Initializer, Hashable, ExpressibleByStringLiteral {
  /// What was given: a name or a text that the catalog reads.
  public let text: String

  /// Creates a reference.
  public init(_ text: String) { self.text = text }

  /// Creates a reference.
  public init(stringLiteral text: String) { self.text = text }

  /// What was given.
  public var description: String { text }

  /// The initializer of that name in the current context's catalog, with default arguments.
  ///
  /// - Throws: `notRegistered` for an unknown name, `missingArguments` where there is no default.
  public func resolved() throws(InitializerError) -> any Initializer {
    try ModelContext.current.catalog.create(text)
  }

  /// Fills as the initializer of that name does.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) {
    try resolved().fill(&values, of: target, from: &stream)
  }

  /// Draws as the initializer of that name does.
  public func tensor(
    for target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    try resolved().tensor(for: target, from: &stream)
  }

  /// What the initializer of that name says.
  public func theory(for shape: Shape) -> InitializerTheory {
    (try? resolved())?.theory(for: shape) ?? .unknown
  }

  /// What the initializer of that name needs.
  public var needs: InitializerNeeds { (try? resolved())?.needs ?? InitializerNeeds() }

  /// The initializer of that name in its surroundings.
  public func placed(
    in surroundings: InitializerSurroundings, for target: InitializerTarget
  ) -> any Initializer {
    (try? resolved())?.placed(in: surroundings, for: target) ?? self
  }
}
