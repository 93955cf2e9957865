/// What the end of a name says of a parameter that declares no initializer, as in a checkpoint.
///
/// Source: `engine.md`, section 4; MXNet `Initializer.__call__`. Gluon's own networks never take this
/// route: there each parameter's declaration decides.
public enum NameRoute {
  /// The initializer for a parameter.
  ///
  /// - Parameters:
  ///   - name: The name, of which only the end counts: `myweight` is a weight.
  ///   - rank: The number of dimensions; a weight of rank 1 is a norm's and becomes 1.
  ///   - given: What weights get.
  /// - Returns: The initializer.
  /// - Throws: `unknownPattern` if the end of the name says nothing.
  public static func initializer(
    forParameterNamed name: String, rank: Int, given: any Initializer
  ) throws(InitializerError) -> any Initializer {
    if name.hasSuffix("weight") { return rank == 1 ? One() : given }
    if name.hasSuffix("bias") || name.hasSuffix("beta") || name.hasSuffix("min") { return Zero() }
    if name.hasSuffix("gamma") || name.hasSuffix("max") { return One() }
    throw .unknownPattern(name: name)
  }
}
