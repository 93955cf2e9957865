public import ModelEngine
public import Tensors
public import Words

/// What a change of the model brought about, complete: nothing is computed later.
public struct ModelChange: Hashable, Sendable {
  /// How it came about.
  public var kind: Kind
  /// What was done, in the words of the first time.
  public var summary: ChangeSummary
  /// The positions of the parameters whose elements or state are other than before.
  public var changed: [Int]
  /// The model afterwards.
  public var outline: Outline
  /// The statistics of the parameters that changed, by position; none for those without elements.
  public var statistics: [Int: ChangedStatistics]
  /// The number of changes that can be undone.
  public var undoCount: Int
  /// The number of changes that can be redone.
  public var redoCount: Int
  /// All of these changes, in the order in which they were made.
  public var edits: [ChangeSummary]
  /// How far the training is now that steps go on with; nil before the first.
  public var training: TrainingProgress?

  /// How a change came about.
  public enum Kind: Hashable, Sendable {
    /// It was asked for.
    case applied
    /// It was taken back.
    case undone
    /// It was done again.
    case redone
  }
}

/// The statistics of a parameter before and after a change, over the axis of those after.
public struct ChangedStatistics: Hashable, Sendable {
  /// Those after the change.
  public var after: ScannedTensor
  /// Those before it, if there were elements.
  public var before: ScannedTensor?
  /// The L2 norm of the difference, if there were elements of the same shape.
  public var distance: Double?
}

/// Which parameters a reinitialization touches, and which it leaves alone.
public struct ChangeSummary: Hashable, Sendable {
  /// What is drawn, in the order of drawing.
  public var changed: [Redrawn]
  /// What is meant but left alone.
  public var untouched: [Untouched]
  /// The initializer that was asked for: `xavier`.
  public var initializer: String
  /// The seed set just before, or nil if the stream went on.
  public var seed: Int32?
  /// Who shares what now, where that is what was changed.
  public var sharing: SharingChange?
  /// The number of the training step, where that is what was done.
  public var step: Int?

  /// A parameter that is drawn anew.
  public struct Redrawn: Hashable, Sendable {
    /// Its position.
    public var parameter: Int
    /// The initializer that draws it: its own where it declares one.
    public var initializer: String
    /// Whether that is one of its own and not the one asked for.
    public var isDeclared: Bool
  }

  /// A parameter that cannot or need not be drawn.
  public struct Untouched: Hashable, Sendable {
    /// Its position.
    public var parameter: Int
    /// Why it stays as it is.
    public var reason: Phrase
  }
}

/// What a reinitialization would give: the very elements that applying it gives.
public struct Preview: Hashable, Sendable {
  /// The position of the parameter that is shown: the first that the initializer draws.
  public var parameter: Int
  /// Its statistics now, if it has elements.
  public var before: ScannedTensor?
  /// Its statistics then, over the same axis; nil if its shape still waits for the first forward.
  public var after: ScannedTensor?
  /// What theory says of the values then.
  public var theory: InitializerTheory
  /// Everything that would change.
  public var summary: ChangeSummary
}
