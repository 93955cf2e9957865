public import LessonScreen
public import Tensors
public import TerminalUI
public import Words
public import Workspace

/// Everything the screen depends on.
public struct InspectorState: Hashable, Sendable {
  /// The dimensions of the terminal.
  public var size: Size
  /// What the terminal can show.
  public var appearance: Appearance
  /// What the user has chosen.
  public var preferences: Preferences
  /// The model as it is now.
  public var outline: Outline {
    didSet {
      facts = OutlineFacts(outline, knowing: facts)
      listAll()
    }
  }
  /// What is worked out of the model once.
  private(set) var facts: OutlineFacts
  /// What tree and table list.
  public internal(set) var rows = Rows()
  /// What is known of the elements of each parameter, by its position.
  public var figures: [Int: Figure] = [:]
  /// How far statistics are being read.
  public internal(set) var scanning = ScanningState()
  /// What is looked for, and what the lists are narrowed to.
  public internal(set) var find = FindState()
  /// What the pattern that is searched for now was typed for.
  var searching = SearchKind.find
  /// The places to come back to.
  public internal(set) var travel = TravelState()
  /// The order of the table; nil for that of names.
  public internal(set) var sort: TableSort?
  /// What deserves a look.
  public internal(set) var findings = Findings()
  /// The pane that keys go to.
  public var focus = Pane.tree
  /// The layer tree.
  public var tree = TreeState()
  /// The parameter table.
  public var table = TableState()
  /// How many steps the columns of the table are scrolled to the right.
  public var columnScroll = 0
  /// The details of the selected parameter.
  public var detail = DetailState()
  /// What the details have asked for, and what they were told.
  public var board = DetailBoard()
  /// What became of each parameter that was changed, by its position.
  public var records: [Int: ParameterHistory] = [:]
  /// Whether the pane with the focus fills the screen.
  public var isFullScreen = false
  /// What floats over the panes.
  public var overlay = Overlay.none
  /// The lesson, while it fills the screen.
  public internal(set) var lesson: LessonState?
  /// The line above the footer.
  public var status: Status
  /// The parameters that have just changed, until the next key.
  public var lit: Set<Int> = []
  /// How strongly they are lit.
  public var flash = Flash.held
  /// Training, as far as it is.
  public var training = TrainingState()
  /// What can be undone and redone.
  public var history = HistoryState()
  /// The last reinitialization asked for, to be done again.
  public var lastRequest: ReinitializationRequest?
  /// What is under way beside the panes.
  public var work = WorkState()
  /// The work whose results are awaited.
  public var jobs = AwaitedJobs()
  /// Whether the program should end.
  public var isFinished = false

  /// Creates the state shown at launch.
  public init(
    size: Size, appearance: Appearance, preferences: Preferences = Preferences(), outline: Outline
  ) {
    self.size = size
    self.appearance = appearance
    self.preferences = preferences
    self.outline = outline
    facts = OutlineFacts(outline)
    status = .opened(outline)
    tree.folded = Set(facts.oddOnes.keys.filter(hasChildren))
    listAll()
  }

  /// The panes in the order of Tab.
  public enum Pane: Int, Hashable, Sendable, CaseIterable {
    /// The layer tree.
    case tree
    /// The parameter table.
    case table
    /// The detail.
    case detail
    /// The second detail, where there is room for two.
    case companion
  }

  /// What floats over the panes, and takes the keys.
  public indirect enum Overlay: Hashable, Sendable {
    /// Nothing.
    case none
    /// The list of keys of what it lies over.
    case help(scroll: Int, over: Overlay = .none)
    /// The reinitialize dialog.
    case dialog(DialogState)
    /// The line on which a pattern is typed.
    case prompt(PromptState)
    /// The depth profile.
    case profile(ProfileState)
    /// The next key is the letter of a mark.
    case mark(isSetting: Bool)
    /// The question whether to leave with unsaved changes.
    case leaving
    /// Something that is being done.
    case doing(Doing)
  }
}

/// What the terminal can show.
public struct Appearance: Hashable, Sendable {
  /// Whether only ASCII characters can be drawn.
  public var isASCII: Bool
  /// Whether there are no colours.
  public var isMonochrome: Bool
  /// Whether its background is dark or light, for pictures of the screen.
  public var theme: Theme
  /// Whether the terminal draws ambiguous characters two cells wide.
  public var isAmbiguousWide: Bool
  /// The language of everything but names and the engine's own messages.
  public var language: Language

  /// Creates an appearance; by default everything can be shown, in English.
  public init(
    isASCII: Bool = false, isMonochrome: Bool = false, isAmbiguousWide: Bool = false,
    theme: Theme = .dark,
    language: Language = .english
  ) {
    self.isASCII = isASCII
    self.isAmbiguousWide = isAmbiguousWide
    self.isMonochrome = isMonochrome
    self.theme = theme
    self.language = language
  }

  /// The glyphs to draw with.
  public var glyphs: Glyphs { isASCII ? .ascii : .unicode }
}

/// Where the layer tree stands.
public struct TreeState: Hashable, Sendable {
  /// The position of the selected node in the outline.
  public var selection = 0
  /// The nodes whose children are hidden.
  public var folded: Set<Int> = []
  /// The nodes whose runs of like layers have a row for each layer.
  public var unfoldedRuns: Set<Int> = []
  /// The first visible row.
  public var scroll = 0
}

/// Where the parameter table stands.
public struct TableState: Hashable, Sendable {
  /// The selected row, counted in the uses of the selected node.
  public var selection = 0
  /// The first visible row.
  public var scroll = 0
}

/// How the histogram is drawn.
public struct HistogramState: Hashable, Sendable {
  /// How many steps finer than its own choice the bins are.
  public var refinement = 0
  /// Whether counts are drawn by their logarithm.
  public var isLogarithmic = false
  /// Whether the distribution before the last change stands behind.
  public var showsBefore = true
  /// The axis that is looked at closely; nil for the one that suits all values.
  public var zoom: DisplayAxis?
  /// The bin under the cursor, if there is one.
  public var cursor: Int?
  /// The parameter that zoom and cursor belong to.
  var parameter: Int?

  /// Shows a parameter as a whole, if it is not the one shown.
  mutating func show(_ parameter: Int) {
    guard parameter != self.parameter else { return }
    (self.parameter, zoom, cursor) = (parameter, nil, nil)
  }
}

/// What can be undone and redone.
public struct HistoryState: Hashable, Sendable {
  /// The number of changes that can be undone.
  public var undoCount = 0
  /// The number of changes that can be redone.
  public var redoCount = 0
  /// All of them, in the order in which they were made.
  public var edits: [ChangeSummary] = []

  /// Creates an empty history.
  public init() {}
}
