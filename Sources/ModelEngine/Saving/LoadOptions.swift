/// What is tolerated when parameters are loaded; by default nothing.
public struct LoadOptions: Hashable, Sendable {
  /// Whether parameters may be missing in the file; they stay as they are.
  public var allowMissing: Bool
  /// Whether the file may have tensors that no parameter takes.
  public var ignoreExtra: Bool
  /// What happens to values of another element type.
  public var cast: Cast
  /// What the names of a dictionary start with and those in the file do not.
  public var restorePrefix: String

  /// What happens to values of another element type.
  public enum Cast: Hashable, Sendable {
    /// They are refused.
    case none
    /// They are converted to the type of the parameter.
    case toCurrent
    /// The parameter takes the type of the values.
    case toSaved
  }

  /// Creates options.
  public init(
    allowMissing: Bool = false, ignoreExtra: Bool = false, cast: Cast = .none,
    restorePrefix: String = ""
  ) {
    self.allowMissing = allowMissing
    self.ignoreExtra = ignoreExtra
    self.cast = cast
    self.restorePrefix = restorePrefix
  }
}
