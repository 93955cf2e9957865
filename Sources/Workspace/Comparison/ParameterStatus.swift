/// What became of a parameter from one model to another.
public enum ParameterStatus: String, Hashable, Sendable, CaseIterable {
  case same, changed, added, removed, reshaped, retyped

  /// Decides from what is known of a pair and, once they were compared, of its elements.
  ///
  /// - Returns: Nil while elements have to be compared first.
  public init?(_ kind: ModelComparison.Kind, _ difference: ElementDifference?) {
    switch kind {
    case .added: self = .added
    case .removed: self = .removed
    case .reshaped: self = .reshaped
    case .retyped: self = .retyped
    case .alike:
      guard let difference else { return nil }
      self = difference.isSame ? .same : .changed
    }
  }
}
