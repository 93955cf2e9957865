public import Workspace

/// What is looked for in the names, and what the lists are narrowed to.
public struct FindState: Hashable, Sendable {
  /// What is looked for.
  public internal(set) var search: Search?
  /// What the lists are narrowed to.
  public internal(set) var filter: Search?
  /// Where to look from, while what was accepted is not found yet and no other key was pressed.
  var origin: Place?
  /// What was accepted before, the newest last.
  var history: [String] = []

  /// A pattern and where it occurs, as far as that is known.
  public struct Search: Hashable, Sendable {
    /// The pattern.
    public var pattern: SearchPattern
    /// Where it occurs.
    public var matches: SearchMatches?
  }

  /// The most patterns that are remembered.
  static let longestHistory = 50
}

/// The line on which a pattern is typed.
public struct PromptState: Hashable, Sendable {
  /// What it is typed for.
  public var kind: SearchKind
  /// What has been typed.
  public var field = TextField()
  /// Where to go back to.
  var origin: Place
  /// What was there before, which Escape brings back.
  var previous: FindState
  /// The pattern of the history that is shown, counted from the newest; nil for what is typed.
  var recalled: Int?
}

/// What a pattern is typed for.
public enum SearchKind: Hashable, Sendable {
  /// To go to the names it occurs in.
  case find
  /// To see only those.
  case filter
}

/// A place to come back to.
public struct Place: Hashable, Sendable {
  var node: Int
  var use: Int?
  var focus: InspectorState.Pane
}

/// The places to come back to.
public struct TravelState: Hashable, Sendable {
  /// The places that were given a letter.
  var marks: [Character: Place] = [:]
  /// The places left by a jump, oldest first.
  var jumps: [Place] = []
  /// Where one is in them; their number when not going back.
  var position = 0

  /// The most jumps that are remembered.
  static let mostJumps = 100

  /// Remembers a place that is being left.
  mutating func leave(_ place: Place) {
    jumps.removeAll { $0 == place }
    jumps.append(place)
    if jumps.count > Self.mostJumps { jumps.removeFirst() }
    position = jumps.count
  }
}

/// The order of the table.
public struct TableSort: Hashable, Sendable {
  var column: TableColumn
  var isDescending: Bool
}
