/// A wish about who shares what.
public enum SharingRequest: Hashable, Sendable {
  /// Let a use have the parameter at a position: the very same object.
  case tie(use: Int, with: Int)
  /// Give a use a parameter of its own, with the values it has now.
  case untie(use: Int)
}

/// What became of a wish about sharing.
public struct SharingChange: Hashable, Sendable {
  /// Whether something was tied; if not, it was untied.
  public var isTie: Bool
  /// The use.
  public var use: Int
  /// The parameter it has now.
  public var parameter: Int
  /// The parameter it had.
  public var former: Int
}
