public import Tensors

extension Initializer {
  /// Makes values as Gluon's call of an initializer with a description does: the name decides.
  ///
  /// What the description declares goes first; else the role that the name ends with. Gluon's own
  /// networks never come here with nothing declared.
  /// Source: `engine.md`, section 4; MXNet `Initializer.__call__`.
  ///
  /// - Parameters:
  ///   - target: What is initialized.
  ///   - declared: The initializer in the description, if there is one.
  ///   - verbose: Whether the context's log says what was done.
  ///   - stream: Where random numbers come from.
  /// - Returns: A tensor with the shape and the element type of `target`.
  /// - Throws: `unknownPattern` if the end of the name says nothing, or what the chosen rule throws.
  public func routedTensor(
    for target: InitializerTarget, declaring declared: (any Initializer)? = nil,
    verbose: Bool = false, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    let role = NameRole(endOf: target.name)
    let tensor: Tensor
    if let declared {
      tensor = try declared.resolved().tensor(for: target, from: &stream)
    } else {
      tensor = try self.tensor(for: target, as: role, from: &stream)
    }
    if verbose, let rule = declared?.description ?? role?.rawValue {
      ModelContext.current.logInitialization(of: target.name, as: rule, values: tensor)
    }
    return tensor
  }

  /// Weights get this rule, other roles their constant, and `weight_quantize` one random byte.
  public func tensor(
    for target: InitializerTarget, as role: NameRole?, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    guard let role else { throw .unknownPattern(name: target.name) }
    if role == .weight { return try tensor(for: target, from: &stream) }
    let value = role.constant ?? Double(stream.integer(low: -127, high: 127))
    return try constantTensor(value, for: target)
  }
}
