public import Tensors

/// The part of complex elements that is looked at; of others there is only the real one.
public enum ComplexPart: Int, Hashable, Sendable {
  /// The real parts.
  case real
  /// The imaginary parts.
  case imaginary

  /// The other part.
  public var other: ComplexPart { self == .real ? .imaginary : .real }

  /// The statistics of the part; those of the elements themselves where they have one part.
  public func statistics(_ scanned: ScannedTensor) -> TensorStatistics? {
    scanned.components.indices.contains(rawValue)
      ? scanned.components[rawValue] : scanned.components.first
  }
}
