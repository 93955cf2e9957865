public import Tensors

extension Initializer {
  /// Makes values as Gluon's call of an initializer with a description does: the name decides.
  ///
  /// What the description declares goes first; else the end of the name: weights get this rule, biases
  /// and `beta` 0, `gamma` 1, `min` 0, `max` 1, `weight_quantize` one random byte, `bias_quantize` 0.
  /// Gluon's own networks never come here with nothing declared.
  /// Source: `engine.md`, section 4; MXNet `Initializer.__call__`.
  ///
  /// - Parameters:
  ///   - target: What is initialized.
  ///   - declared: The initializer in the description, if there is one.
  ///   - stream: Where random numbers come from.
  /// - Returns: A tensor with the shape and the element type of `target`.
  /// - Throws: `unknownPattern` if the end of the name says nothing, or what the chosen rule throws.
  public func routedTensor(
    for target: InitializerTarget, declaring declared: (any Initializer)? = nil,
    from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    if let declared { return try declared.resolved().tensor(for: target, from: &stream) }
    let name = target.name
    let isZero = ["bias", "beta", "min", "bias_quantize"].contains { name.hasSuffix($0) }
    let isOne = name.hasSuffix("gamma") || name.hasSuffix("max")
    if name.hasSuffix("weight") { return try tensor(for: target, from: &stream) }
    if isZero { return try constantTensor(0, for: target) }
    if isOne { return try constantTensor(1, for: target) }
    guard name.hasSuffix("weight_quantize") else { throw .unknownPattern(name: name) }
    return try constantTensor(Double(stream.integer(low: -127, high: 127)), for: target)
  }
}
