public import Workspace

/// A model that was read anew, as the screen needs it.
public struct Reload: Hashable, Sendable {
  /// The model as it is now.
  public var outline: Outline
  /// Whether it has the same parameters as before.
  public var hasSameParameters: Bool
  /// The number of changes that can be undone.
  public var undoCount: Int
  /// All changes.
  public var edits: [ChangeSummary]

  /// Creates a reload.
  public init(
    outline: Outline, hasSameParameters: Bool, undoCount: Int, edits: [ChangeSummary]
  ) {
    self.outline = outline
    self.hasSameParameters = hasSameParameters
    self.undoCount = undoCount
    self.edits = edits
  }
}

/// What became of the opened file on disk since it was opened.
public enum FileState: Hashable, Sendable {
  /// Nothing.
  case unchanged
  /// It was written, or another file has its name.
  case changed
  /// Nothing has its name any more.
  case deleted
}
