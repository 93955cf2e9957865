public import Tensors

/// Takes the values of a parameter from tensors with names, such as those of a file.
///
/// As in Gluon it is called directly and is no initializer itself: a network does not take it.
/// Source: MXNet `python/mxnet/initializer.py`.
public struct Load: Sendable {
  /// The tensors by name, without the marks `arg:` and `aux:`.
  public let tensors: [String: Tensor]
  /// What is used for a parameter that is not there.
  public let fallback: (any Initializer)?

  /// Creates the rule.
  ///
  /// - Parameters:
  ///   - tensors: The tensors by name; a leading `arg:` or `aux:` is taken away.
  ///   - fallback: What is used for a parameter that is not there.
  public init(_ tensors: [String: Tensor], default fallback: (any Initializer)? = nil) {
    let pairs = tensors.sorted { $0.key < $1.key }.map { name, tensor in
      let isMarked = name.hasPrefix("arg:") || name.hasPrefix("aux:")
      return (isMarked ? String(name.dropFirst(4)) : name, tensor)
    }
    self.tensors = Dictionary(pairs) { _, last in last }
    self.fallback = fallback
  }

  /// Makes the values of a parameter: the tensor of its name, or what the fallback gives.
  ///
  /// - Throws: `loadedShapeMismatch`, `notLoaded`, or what the fallback throws.
  public func callAsFunction(
    _ target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    guard let tensor = tensors[target.name] else {
      guard let fallback else { throw .notLoaded(name: target.name) }
      return try fallback.routedTensor(for: target, from: &stream)
    }
    guard tensor.shape == target.shape else {
      throw .loadedShapeMismatch(name: target.name, target: target.shape, loaded: tensor.shape)
    }
    guard let converted = tensor.converted(to: target.elementType) else {
      throw .unsupportedElementType(target.elementType)
    }
    return converted
  }
}
