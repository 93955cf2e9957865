/// Panes that a key works in: the tree, the table, and each detail by itself.
struct Panes: OptionSet, Hashable, Sendable {
  let rawValue: UInt16

  static let tree = Panes(rawValue: 1)
  static let table = Panes(rawValue: 2)
  static let histogram = Panes(.histogram)
  static let values = Panes(.values)
  static let gradient = Panes(.gradient)
  static let sharing = Panes(.sharing)
  static let history = Panes(.history)
  static let info = Panes(.info)
  /// All details.
  static let detail: Panes = [.histogram, .values, .gradient, .sharing, .history, .info]
  static let all: Panes = [.tree, .table, .detail]

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// The pane of one detail.
  init(_ tab: DetailTab) { rawValue = 2 << UInt16(tab.rawValue) }

  /// The name of a single pane.
  var title: String {
    switch self {
    case .tree: "Layers"
    case .table: "Parameters"
    default: DetailTab.allCases.first { Panes($0) == self }?.title ?? ""
    }
  }
}

extension InspectorState {
  /// The pane that keys go to.
  var focusedPane: Panes {
    switch focus {
    case .tree: .tree
    case .table: .table
    case .detail, .companion: Panes(tab(in: focus))
    }
  }

  /// The panes that Tab visits, in order.
  var panes: [Pane] {
    Layout.hasCompanion(size) ? Pane.allCases : [.tree, .table, .detail]
  }

  /// The detail shown in a pane.
  func tab(in pane: Pane) -> DetailTab { pane == .companion ? detail.companion : detail.tab }
}
