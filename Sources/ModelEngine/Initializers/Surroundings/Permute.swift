public import Tensors

/// The present values in a random order: the same distribution without its structure.
public struct Permute: Initializer, Hashable {
  /// The name in texts.
  public static let name = "permute"
  private var present: Tensor?

  /// Creates the rule.
  public init() {}

  /// The present values.
  public var needs: InitializerNeeds { InitializerNeeds(presentValues: true) }

  /// The rule with the present values.
  public func placed(
    in surroundings: InitializerSurroundings, for target: InitializerTarget
  ) -> any Initializer {
    var placed = self
    placed.present = surroundings.present
    return placed
  }

  /// Permutes 32-bit floats.
  public func fill(
    _ values: inout [Float], of target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) {
    values = try presentValues(of: target).floats
    values.permute(with: &stream)
  }

  /// Permutes values in the element type of `target`.
  public func tensor(
    for target: InitializerTarget, from stream: inout RandomStream
  ) throws(InitializerError) -> Tensor {
    let present = try presentValues(of: target)
    if case .float64(var elements) = present.storage, target.elementType == .float64 {
      elements.permute(with: &stream)
      return Tensor(elements, shape: target.shape)
    }
    var elements = present.floats
    elements.permute(with: &stream)
    guard let tensor = Tensor(elements, convertedTo: target.elementType, shape: target.shape)
    else { throw .unsupportedElementType(target.elementType) }
    return tensor
  }

  private func presentValues(of target: InitializerTarget) throws(InitializerError) -> Tensor {
    guard let present, present.shape == target.shape else {
      throw .noPresentValues(initializer: Self.name, name: target.name)
    }
    return present
  }
}

extension Array {
  /// Puts the elements in a random order, each as likely as another, with one draw an element.
  ///
  /// Source: R. Durstenfeld, "Algorithm 235: Random permutation", CACM 7 (1964).
  fileprivate mutating func permute(with stream: inout RandomStream) {
    let draws = stream.uniformDoubles(low: 0, high: 1, count: count)
    for last in indices.dropFirst().reversed() {
      swapAt(last, Swift.min(Int(draws[last] * Double(last + 1)), last))
    }
  }
}
