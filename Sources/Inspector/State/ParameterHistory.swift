public import Tensors
internal import Words
public import Workspace

/// A parameter after each of its changes, from the state that was opened on.
public struct ParameterHistory: Hashable, Sendable {
  /// The states, oldest first; the first is the one that was opened.
  public private(set) var entries: [HistoryEntry]

  /// Creates a history that begins with the elements that were opened.
  init(opened: HistoryEntry) {
    entries = [opened]
  }

  /// Adds a state; those at the same position or later never happened.
  mutating func append(_ entry: HistoryEntry) {
    removeEntries(from: entry.position)
    entries.append(entry)
    if entries.count > Self.limit { thinOut() }
  }

  /// Adds what the opened file holds now; changes made since it was opened come after it.
  mutating func read(anew entry: HistoryEntry) {
    let next = entries.firstIndex { $0.position > 0 } ?? entries.endIndex
    entries.insert(entry, at: next)
    if entries.count > Self.limit { thinOut() }
  }

  /// Forgets the state at a position that cannot be gone to any more; later ones move up.
  mutating func join(at position: Int) {
    entries.removeAll { $0.position == position && $0.position > 0 }
    for index in entries.indices where entries[index].position > position {
      entries[index].position -= 1
    }
  }

  /// The largest number of states that are kept.
  private static let limit = 256

  /// Forgets every other training step and reload, but not the last.
  private mutating func thinOut() {
    let last = entries.count - 1
    entries = entries.enumerated().filter { index, entry in
      index == last || !entry.kind.isOneOfMany || index.isMultiple(of: 2)
    }.map(\.element)
  }

  /// Forgets the states from a position on, but for the one that was opened.
  mutating func removeEntries(from position: Int) {
    entries.removeAll { $0.position >= max(1, position) }
  }

  /// The state after so many changes of the model.
  func index(at position: Int) -> Int {
    entries.lastIndex { $0.position <= position } ?? 0
  }
}

/// One state of a parameter.
public struct HistoryEntry: Hashable, Sendable {
  /// What led to it.
  public var kind: Kind
  /// The number of changes of the model up to it.
  public var position: Int
  /// Where the elements come from: an initializer, a rule; nil where that is not known.
  public var origin: ParameterInfo.Origin?
  /// The statistics; nil if there are no elements.
  public var statistics: ScannedTensor?
  /// The L2 norm of the difference from the state before.
  public var distance: Double?
  /// The loss, after a training step.
  public var loss: Double?

  /// What leads to a state.
  public enum Kind: Hashable, Sendable {
    /// Opening the model.
    case opened
    /// A change by hand, counted from 1.
    case edit(Int)
    /// A training step, counted from 1.
    case step(Int)
    /// Reading the file anew after it changed on disk, counted from 1.
    case reload(Int)

    /// Whether there may be so many that some can be forgotten.
    var isOneOfMany: Bool {
      switch self {
      case .step, .reload: true
      case .opened, .edit: false
      }
    }

    /// What led to the state after so many of some changes.
    init(_ edits: [ChangeSummary], count: Int) {
      let done = edits.prefix(count)
      if let step = done.last?.step {
        self = .step(step)
      } else {
        let edited = done.count { $0.step == nil }
        self = edited == 0 ? .opened : .edit(edited)
      }
    }

    /// Its name.
    var name: Phrase {
      switch self {
      case .opened: "opened"
      case .edit(let number): "edit \(number)"
      case .step(let number): "step \(number)"
      case .reload(let number): "reload \(number)"
      }
    }
  }
}

/// How the history of a parameter is drawn.
public struct HistoryPaneState: Hashable, Sendable {
  /// Whether all rows have one scale.
  public var hasOneScale = false
  /// How many changes there were when going back and forth began; nil while nobody does.
  public var scrubbedFrom: Int?
}
