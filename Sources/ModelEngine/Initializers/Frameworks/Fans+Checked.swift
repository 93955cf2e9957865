internal import Tensors

/// Which connections of a unit the spread of its weights is divided by.
public enum FanMode: String, Hashable, Sendable, CaseIterable {
  /// The inputs.
  case inputs = "fan_in"
  /// The outputs.
  case outputs = "fan_out"
}

extension Fans {
  /// The counts for a shape.
  ///
  /// - Throws: `wrongRank` below rank 2.
  static func checked(_ shape: Shape, for initializer: String) throws(InitializerError) -> Fans {
    guard let fans = Fans(shape) else {
      throw .wrongRank(initializer: initializer, needed: "at least 2 dimensions", found: shape)
    }
    return fans
  }

  func count(_ mode: FanMode) -> Int { mode == .inputs ? inputs : outputs }
}
