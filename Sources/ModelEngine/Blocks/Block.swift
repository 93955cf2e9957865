public import Tensors

/// A layer or a network: parameters of its own, children, and a forward pass.
///
/// A class, because a block that is added twice, or called twice, is one block.
open class Block: CustomStringConvertible {
  /// What the names of its parameters start with, unless it shares another block's.
  public let prefix: String
  /// Its own parameters, without those of its children.
  public let params: ParameterDict
  /// The children in order, each under its attribute name.
  public private(set) var children: [Child] = []
  /// Its own parameters under their attribute names.
  public private(set) var attributes: [Attribute] = []
  private let scope: NameScope?

  /// A child and the name under which its parent holds it.
  public struct Child {
    /// The attribute name: `0` in a container, else the name of the property.
    public let key: String
    /// The child.
    public let block: Block
  }

  /// A parameter and the name under which its block holds it.
  public struct Attribute {
    /// The attribute name: `weight`.
    public let key: String
    /// The parameter.
    public let parameter: Parameter
  }

  /// Creates a block.
  ///
  /// - Parameters:
  ///   - prefix: What names start with; by default the hint and a counter. Inside a name scope it is
  ///     appended to the scope's. Empty: children are named by the surrounding scope.
  ///   - params: The parameters to share: those of a block, or all of a network.
  ///   - hint: What automatic prefixes start with, if not with the name of the class.
  public init(prefix: String? = nil, params: ParameterDict? = nil, hint: String? = nil) {
    let naming = Naming(prefix: prefix, params: params, hint: hint ?? Self.hint)
    self.prefix = naming.prefix
    self.params = naming.params
    scope = prefix == "" ? nil : NameScope(prefix: naming.prefix, parameters: naming.params)
  }

  /// What automatic prefixes start with: the name of the class in lower case.
  open class var hint: String { "\(self)".lowercased() }

  /// The name of the class in Python, for the description.
  open class var className: String { "\(self)" }

  /// The prefix without its last underscore.
  public var name: String { prefix.hasSuffix("_") ? String(prefix.dropLast()) : prefix }

  /// Runs some work in which new blocks are named after this one.
  public func withNameScope<Result, Failure>(
    _ body: () throws(Failure) -> Result
  ) throws(Failure) -> Result {
    guard let scope else { return try body() }
    return try scope.withScope(body)
  }

  /// Adds a child under an attribute name, or replaces the one of that name.
  public func registerChild(_ block: Block, as key: String) {
    let child = Child(key: key, block: block)
    if let index = children.firstIndex(where: { $0.key == key }) {
      children[index] = child
    } else {
      children.append(child)
    }
  }

  /// Holds a parameter of its own under an attribute name.
  ///
  /// - Precondition: The name is free.
  public func register(_ parameter: Parameter, as key: String) {
    precondition(!attributes.contains { $0.key == key }, "the attribute \(key) is taken")
    attributes.append(Attribute(key: key, parameter: parameter))
  }

  /// Computes the output for an input.
  ///
  /// - Throws: An error if a parameter has no values, or the input does not fit.
  open func forward(_ input: Tensor) throws(BlockError) -> Tensor {
    throw .notImplemented(block: Self.className)
  }

  /// Computes the output for an input; the first time this also completes deferred parameters.
  ///
  /// - Throws: An error if a parameter has no values, or the input does not fit.
  public func callAsFunction(_ input: Tensor) throws(BlockError) -> Tensor {
    try forward(input)
  }

  /// What Python prints: the class and, between parentheses, a line for each child.
  open var description: String {
    let lines = children.map { child in
      "  (\(child.key)): "
        + "\(child.block)".split(separator: "\n", omittingEmptySubsequences: false)
        .joined(separator: "\n  ")
    }
    return "\(Self.className)(\n\(lines.joined(separator: "\n"))\n)"
  }
}

/// How a new block is named.
///
/// Source: MXNet `_BlockScope.create` in `gluon/block.py`.
private struct Naming {
  let prefix: String
  let params: ParameterDict

  init(prefix: String?, params: ParameterDict?, hint: String) {
    if let scope = NameScope.current, scope.isOpenHere {
      let local = prefix ?? scope.nextPrefix(hint: hint)
      self.prefix = scope.prefix + local
      self.params =
        params.map { ParameterDict(prefix: $0.prefix, shared: $0) }
        ?? scope.parameters(childPrefix: local)
    } else {
      let own = prefix ?? ModelContext.current.nextName(hint: hint) + "_"
      self.prefix = own
      self.params =
        params.map { ParameterDict(prefix: $0.prefix, shared: $0) } ?? ParameterDict(prefix: own)
    }
  }
}
