/// What the end of a name says of a parameter that declares no initializer, as in a checkpoint.
///
/// Gluon's own networks never take this route: there each parameter's declaration decides.
public enum NameRoute {
  /// The initializer for a parameter.
  ///
  /// - Parameters:
  ///   - name: The name, of which only the end counts.
  ///   - rank: The number of dimensions; a weight of rank 1 is a norm's and becomes 1.
  ///   - given: What weights get.
  /// - Returns: The initializer.
  /// - Throws: `unknownPattern` if the end of the name says nothing.
  public static func initializer(
    forParameterNamed name: String, rank: Int, given: any Initializer
  ) throws(InitializerError) -> any Initializer {
    switch NameRole(endOf: name) {
    case .weight: rank == 1 ? One() : given
    case .bias, .beta, .minimum: Zero()
    case .gamma, .maximum: One()
    case .quantizedWeight, .quantizedBias, nil: throw .unknownPattern(name: name)
    }
  }
}
