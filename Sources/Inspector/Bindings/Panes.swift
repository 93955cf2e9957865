internal import TerminalUI

/// Where a key works: the tree, the table, each detail by itself, and what floats over them.
struct Panes: OptionSet, Hashable, Sendable {
  let rawValue: UInt32

  static let tree = Panes(rawValue: 1)
  static let table = Panes(rawValue: 2)
  static let histogram = Panes(.histogram)
  static let values = Panes(.values)
  static let gradient = Panes(.gradient)
  static let sharing = Panes(.sharing)
  static let history = Panes(.history)
  static let info = Panes(.info)
  /// The depth profile.
  static let profile = Panes(rawValue: 1 << 8)
  /// Two models side by side.
  static let comparison = Panes(rawValue: 1 << 9)
  /// The dialog that initializes or edits.
  static let dialog = Panes(rawValue: 1 << 10)
  /// The line that a name is looked for on.
  static let find = Panes(rawValue: 1 << 11)
  /// The line that a filter is typed on.
  static let filter = Panes(rawValue: 1 << 12)
  /// The slice of the values, while it is typed.
  static let slice = Panes(rawValue: 1 << 13)
  /// The parameters that a layer can be tied to.
  static let tieChoice = Panes(rawValue: 1 << 14)
  /// What has a table of keys of its own: the `:` line, saving, changes, copying, text.
  static let doing = Panes(rawValue: 1 << 15)
  /// A question that a single key answers.
  static let question = Panes(rawValue: 1 << 16)
  /// The help.
  static let help = Panes(rawValue: 1 << 17)

  /// All details.
  static let detail: Panes = [.histogram, .values, .gradient, .sharing, .history, .info]
  /// What stands side by side on the main screen.
  static let all: Panes = [.tree, .table, .detail]
  /// What text is typed in.
  static let fields: Panes = [.dialog, .find, .filter, .slice, .doing]
  /// What has rows to walk through.
  static let walked: Panes = [
    .tree, .table, .detail, .profile, .comparison, .tieChoice, .help,
  ]
  static let everywhere: Panes = [.walked, .fields, .question]

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The pane of one detail.
  init(_ tab: DetailTab) { rawValue = 2 << UInt32(tab.rawValue) }

  /// The name of a single pane.
  var title: String {
    switch self {
    case .tree: "Layers"
    case .table: "Parameters"
    case .profile: "Depth profile"
    case .comparison: "Comparison"
    case .find: "Find"
    case .filter: "Filter"
    case .slice: "Slice"
    case .tieChoice: "Tie with"
    default: DetailTab.allCases.first { Panes($0) == self }?.title ?? ""
    }
  }
}

extension InspectorState {
  /// The pane with the focus.
  var focusedPane: Panes {
    switch focus {
    case .tree: .tree
    case .table: .table
    case .detail, .companion: Panes(tab(in: focus))
    }
  }

  /// Where keys go to: what floats over the panes, or the pane with the focus.
  var keyPane: Panes { keyPane(under: overlay) }

  /// Where keys go to while something floats over the panes, or nothing does.
  func keyPane(under overlay: Overlay) -> Panes {
    switch overlay {
    case .help: .help
    case .dialog: .dialog
    case .prompt(let prompt): prompt.kind == .find ? .find : .filter
    case .profile: .profile
    case .doing: .doing
    case .mark, .leaving: .question
    case .none where work.isComparing && work.comparison != nil: .comparison
    case .none where detail.sharing.choice != nil: .tieChoice
    case .none where detail.values.slice != nil: .slice
    case .none: focusedPane
    }
  }

  /// Whether a key becomes text where keys go to.
  func isTyped(_ key: Key) -> Bool {
    guard case .character(let character) = key else { return false }
    return switch overlay {
    case .none: keyPane == .slice
    case .dialog(let dialog):
      dialog.field == .list ? character != "?" : dialog.field != .scope
    case .prompt, .doing(.command): true
    case .doing(.save(let dialog)): dialog.line == .file && !dialog.isAsking
    default: false
    }
  }

  /// What a key asks for where keys go to; nil for text and for what means nothing there.
  func command(for key: Key) -> Command? {
    isTyped(key) ? nil : preferences.command(for: key, in: keyPane)
  }

  /// The panes that Tab visits, in order.
  var panes: [Pane] {
    Layout.hasCompanion(size) ? Pane.allCases : [.tree, .table, .detail]
  }

  /// The detail shown in a pane.
  func tab(in pane: Pane) -> DetailTab { pane == .companion ? detail.companion : detail.tab }
}
