internal import TerminalUI

extension Binding {
  /// The keys that mean something in one detail only.
  static let details: [Binding] = values + sharing

  private static let sharing: [Binding] = [
    Binding(
      [.character("=")], .nextUser, .move, "=", "next user", panes: [.sharing],
      footer: Footer(rank: -9, keys: "=", label: "next user")),
    Binding(
      [.enter], .enter, .move, "Enter", "go to layer", panes: [.sharing],
      footer: Footer(rank: -6, keys: "Enter", label: "go to layer")),
    Binding(
      [.character("t")], .sharing(.tie), .act, "t", "tie with ...", panes: [.sharing],
      footer: Footer(rank: -7, keys: "t", label: "tie with ...")),
    Binding(
      [.character("T")], .sharing(.untie), .act, "T", "untie here", panes: [.sharing],
      footer: Footer(rank: -8, keys: "T", label: "untie here")),
  ]

  private static let values: [Binding] = [
    Binding(
      [.character("h"), .left], .left, .move, "h j k l", "cell", panes: [.values],
      footer: Footer(rank: -9, keys: "hjkl", label: "cell")),
    Binding([.character("l"), .right], .right, panes: [.values]),
    Binding(
      [.character("^")], .values(.firstColumn), .move, "^ $", "ends of row", panes: [.values]),
    Binding([.character("$")], .values(.lastColumn), panes: [.values]),
    Binding(
      [.character("s")], .values(.editSlice), .see, "s", "slice", panes: [.values],
      footer: Footer(rank: -8, keys: "s", label: "slice")),
    Binding(
      [.character(")")], .values(.nextIndex), .see, "( )", "along fixed axis", panes: [.values]),
    Binding([.character("(")], .values(.previousIndex), panes: [.values]),
    Binding([.character(",")], .values(.nextAxis), .see, ",", "other fixed axis", panes: [.values]),
    Binding(
      [.character("a")], .values(.absolute), .see, "a", "absolute", panes: [.values],
      footer: Footer(rank: -7, keys: "a", label: "absolute")),
    Binding(
      [.character("T")], .values(.transpose), .see, "T", "transpose", panes: [.values],
      footer: Footer(rank: -6, keys: "T", label: "transpose")),
  ]
}
