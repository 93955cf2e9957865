internal import TerminalUI
internal import Words

/// The keys of one pane as lines of text.
struct HelpPage {
  /// What the keys are for.
  let title: String
  /// The lines.
  let lines: [[Piece]]
  /// Where they are shown.
  let box: Rect

  /// A stretch of one line.
  struct Piece {
    var text: String
    var style: Style
    var column: Int

    /// The column after it.
    var end: Int { column + CharacterWidth.displayWidth(of: text) }
  }

  /// The first line when the last one is in sight.
  var lastScroll: Int { max(0, lines.count - (box.rows - 3)) }

  /// The keys of what an overlay lies over, as the table of bindings has them.
  init(_ screen: Screen, over overlay: InspectorState.Overlay) {
    let pane = screen.state.keyPane(under: overlay)
    title = screen.say(Self.title(of: overlay, pane))
    let groups = Self.groups(screen, overlay, pane)
    let size = screen.state.size
    let sideBySide = Self.sideBySide(groups)
    let widest = sideBySide.joined().map(\.end).max() ?? 0
    let remarks = Self.remarks(screen, pane).flatMap { text in
      CharacterWidth.displayWidth(of: text) + 6 <= size.columns
        ? [text] : wrapped(text, to: size.columns - 6)
    }
    .map { [Piece(text: $0, style: Style(.text), column: 2)] }
    lines =
      (widest + 2 <= size.columns ? sideBySide : Self.stacked(groups))
      + (remarks.isEmpty ? [] : [[]] + remarks)
    let columns = max(64, (lines.joined().map(\.end).max() ?? 0) + 4)
    box = size.bounds.centered(
      Size(columns: min(columns, size.columns), rows: min(lines.count + 4, size.rows - 2)))
  }

  private static func title(of overlay: InspectorState.Overlay, _ pane: Panes) -> String {
    switch overlay {
    case .dialog(let dialog): dialog.expression == nil ? "Initialize" : "Edit"
    case .doing(let doing): doing.title
    default: pane.title
    }
  }

  /// A title, and what stands under it.
  private typealias Group = (title: String, keys: [(keys: String, label: String)])

  /// The bindings under Move, Do and See; those of a line or a list that has its own, by themselves.
  private static func groups(
    _ screen: Screen, _ overlay: InspectorState.Overlay, _ pane: Panes
  ) -> [Group] {
    let bindings = screen.state.preferences.bindings.filter { $0.panes.contains(pane) }
    let groups = Binding.Group.allCases.map { group -> Group in
      var keys = bindings.filter { $0.group == group }.map { ($0.helpKeys, screen.say($0.label)) }
      if case .doing(let doing) = overlay, group == .act {
        keys = doing.footer.map { ($0.0, screen.say($0.1)) } + keys
      }
      return (screen.say(group.rawValue), keys)
    }
    return groups.filter { !$0.keys.isEmpty }
  }

  /// What the signs on a pane mean, or what can be typed.
  private static func remarks(_ screen: Screen, _ pane: Panes) -> [String] {
    let glyphs = screen.glyphs
    let phrases: [Phrase] =
      switch pane {
      case .profile:
        [
          "\(glyphs.look) far off   colour: how far from the median of its column",
          "\(glyphs.waiting) waiting   \(glyphs.error) cannot be read   \(glyphs.deferred) shape not known yet",
        ]
      case .comparison: ["a is the first model, b the second; what is the same is not listed"]
      case .dialog:
        [
          "letters find an initializer, or type one with its arguments",
          "Left Right choose a value",
        ]
      case .find, .filter:
        ["plain text or a regular expression; a capital letter makes capitals matter"]
      case .slice: ["as NumPy slices: [0:4, :8], [3, :, ::2]"]
      case .tieChoice: ["listed is what has the same shape and type"]
      case .doing: []
      default:
        [
          "=a shared, one letter a group   \(glyphs.modified) modified   \(glyphs.look) look here",
          "\(glyphs.deferred) shape not known yet   \(glyphs.error) cannot be read   \(glyphs.waiting) waiting",
        ]
      }
    return phrases.map(screen.say)
  }

  private static func sideBySide(_ groups: [Group]) -> [[Piece]] {
    var start = 2
    var columns: [[[Piece]]] = []
    for group in groups {
      let lines = lines(of: group, column: start)
      columns.append([lines[0], []] + lines.dropFirst())
      start = (lines.joined().map(\.end).max() ?? 0) + 2
    }
    let count = columns.map(\.count).max() ?? 0
    return (0..<count).map { row in columns.flatMap { $0.indices.contains(row) ? $0[row] : [] } }
  }

  private static func stacked(_ groups: [Group]) -> [[Piece]] {
    Array(groups.map { lines(of: $0, column: 2) }.joined(separator: [[]]))
  }

  /// The title of a group, then a line for each of its keys.
  private static func lines(of group: Group, column: Int) -> [[Piece]] {
    let keyWidth = group.keys.map { CharacterWidth.displayWidth(of: $0.keys) }.max() ?? 0
    return [[Piece(text: group.title, style: Style(.text).bold, column: column)]]
      + group.keys.map { key in
        [
          Piece(text: key.keys, style: Style(.accent).bold, column: column),
          Piece(text: key.label, style: Style(.text), column: column + keyWidth + 1),
        ]
      }
  }
}
