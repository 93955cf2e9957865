public import Tensors

/// A layer or a network: parameters of its own, children, and a forward pass.
///
/// A class, because a block that is added twice, or called twice, is one block. One of your own holds
/// its layers as Gluon's does:
///
/// ```swift
/// final class Tower: Block {
///   @Registered var hidden: Dense
///   @Registered var output: Dense
///
///   init(prefix: String? = nil) {
///     super.init(prefix: prefix)
///     withNameScope {
///       hidden = Dense(256, activation: .relu)
///       output = Dense(10)
///     }
///   }
///
///   override func forward(_ input: Variable) throws(BlockError) -> Variable {
///     try output(hidden(input))
///   }
/// }
/// ```
open class Block: CustomStringConvertible {
  /// What the names of its parameters start with, unless it shares another block's.
  public let prefix: String
  /// Its own parameters, without those of its children.
  public let params: ParameterDict
  /// The children in order, each under its attribute name.
  public private(set) var children: [Child] = []
  /// Its own parameters under their attribute names.
  public private(set) var attributes: [Attribute] = []
  /// Who is told of every call.
  var observers: [CallObserver] = []
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
    precondition(
      !attributes.contains { $0.key == key },
      "Overriding Parameter attribute \(key) is not allowed. If you want to share parameters between "
        + "blocks, please set 'params' at Block construction instead.")
    attributes.append(Attribute(key: key, parameter: parameter))
  }

  /// Holds another parameter under an attribute name from now on: forward passes read it there.
  ///
  /// Its dictionary has the new one in place of the old one, unless another attribute holds that too.
  ///
  /// - Precondition: The block has such an attribute.
  public func replaceParameter(_ key: String, with parameter: Parameter) {
    guard let index = attributes.firstIndex(where: { $0.key == key }) else {
      preconditionFailure("'\(Self.className)' object has no attribute '\(key)'")
    }
    let old = attributes[index].parameter
    attributes[index] = Attribute(key: key, parameter: parameter)
    let isStillHeld = attributes.contains { $0.parameter === old }
    params.replace(isStillHeld ? nil : old, with: parameter)
  }

  /// The name of an attribute in the paths of saved files.
  open func savedKey(for key: String) -> String { key }

  /// Computes the output for an input; what it is made of is recorded for gradients.
  ///
  /// - Throws: An error if a parameter has no values, or the input does not fit.
  open func forward(_ input: Variable) throws(BlockError) -> Variable {
    throw .notImplemented(block: Self.className)
  }

  /// Does what a forward pass does to deferred parameters, without computing.
  ///
  /// - Parameter input: The shape of the input.
  /// - Returns: The shape of the output.
  /// - Throws: What a forward pass throws for an input of this shape.
  open func forward(shape input: Shape) throws(BlockError) -> Shape {
    _ = try readParameters(for: input)
    return try outputShape(for: input)
  }

  /// The shapes of its parameters and of the output for an input.
  ///
  /// - Throws: What is wrong with the input, whatever shapes the parameters have.
  open func shapes(for input: Shape) throws(ShapeProblem) -> LayerShapes {
    throw .undefined(block: Self.className)
  }

  /// The shape of the output for an input; parameters stay as they are.
  ///
  /// - Throws: An error if the input does not fit.
  open func outputShape(for input: Shape) throws(BlockError) -> Shape {
    try checkedShapes(for: input).output
  }

  /// Learns the unknown shapes of its parameters, and of all below, from an input.
  ///
  /// - Throws: An error if the input does not fit; then all shapes are as before.
  open func inferShape(from input: Shape) throws(BlockError) {
    try inferOwnShapes(from: input)
  }

  /// Gives all parameters, here and below, another element type.
  open func cast(to elementType: ElementType) {
    for child in children { child.block.cast(to: elementType) }
    for attribute in attributes { attribute.parameter.cast(to: elementType) }
  }

  /// Prepares hybrid blocks, here and below, to finish all deferred parameters before they compute.
  open func hybridize(active: Bool = true) {
    for child in children { child.block.hybridize(active: active) }
  }

  /// Called first thing when the block is called.
  func prepareCall(for input: Shape) throws(BlockError) {}

  /// What MXNet calls the computation of this block: `dense0_fwd`.
  var operation: String { "\(prefix)fwd" }

  /// What that computation is given besides parameters, by MXNet's names.
  func inferenceInputs(_ input: Shape) -> [InferenceFailure.Argument] {
    [InferenceFailure.Argument(name: "data", shape: input)]
  }

  /// What is wrong with a parameter of another shape than the input asks for.
  func mismatch(of parameter: Parameter, needed: [Shape], at index: Int) -> ShapeProblem {
    .inconsistent(provided: parameter.shape, needed: needed[index])
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
