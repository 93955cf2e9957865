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
  /// Whether the context's log says where values come from.
  public let isVerbose: Bool

  /// Creates the rule.
  ///
  /// - Parameters:
  ///   - tensors: The tensors by name; a leading `arg:` or `aux:` is taken away.
  ///   - fallback: What is used for a parameter that is not there.
  ///   - verbose: Whether the context's log says where values come from.
  public init(
    _ tensors: [String: Tensor], default fallback: (any Initializer)? = nil, verbose: Bool = false
  ) {
    let sorted = tensors.sorted { $0.key < $1.key }
    self.init(sorted.map { NamedTensor(name: $0.key, tensor: $0.value) }, fallback, verbose)
  }

  /// Creates the rule from all tensors of a source, such as a file.
  ///
  /// - Parameters:
  ///   - source: The tensors; of equal names the last counts.
  ///   - fallback: What is used for a parameter that is not there.
  ///   - verbose: Whether the context's log says where values come from.
  /// - Throws: What reading the source throws.
  public init(
    _ source: some TensorSource, default fallback: (any Initializer)? = nil, verbose: Bool = false
  ) throws {
    let tensors = try source.tensors.enumerated().map { index, description in
      let bytes = try source.readBytes(0..<description.byteCount, ofTensorAt: index)
      let tensor = Tensor(
        bytes: bytes, elementType: description.elementType, shape: description.shape)
      return NamedTensor(name: description.name, tensor: tensor)
    }
    self.init(tensors, fallback, verbose)
  }

  private init(_ tensors: [NamedTensor], _ fallback: (any Initializer)?, _ verbose: Bool) {
    let pairs = tensors.map { (withoutSymbolMark($0.name), $0.tensor) }
    self.tensors = Dictionary(pairs) { _, last in last }
    self.fallback = fallback
    isVerbose = verbose
  }

  /// Makes the values of a parameter: the tensor of its name, or what the fallback gives.
  ///
  /// - Throws: `loadedShapeMismatch`, `notLoaded`, or what the fallback throws.
  public func callAsFunction(
    _ target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    guard let tensor = tensors[target.name] else {
      guard let fallback else { throw .notLoaded(name: target.name) }
      let drawn = try fallback.routedTensor(for: target, from: &stream)
      if isVerbose { ModelContext.current.log("Initialized \(target.name) by default") }
      return drawn
    }
    guard tensor.shape == target.shape else {
      throw .loadedShapeMismatch(name: target.name, target: target.shape, loaded: tensor.shape)
    }
    guard let converted = tensor.converted(to: target.elementType) else {
      throw .unsupportedElementType(target.elementType)
    }
    if isVerbose { ModelContext.current.log("Initialized \(target.name) by loading") }
    return converted
  }
}
