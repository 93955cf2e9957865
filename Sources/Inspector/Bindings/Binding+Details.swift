internal import TerminalUI

extension Binding {
  /// The keys that mean something in one detail only.
  static let details: [Binding] = values

  private static let values: [Binding] = [
    Binding(
      [.character("h"), .left], .left, .move, "h j k l", "cell", panes: [.values],
      footer: Footer(rank: -9, keys: "hjkl", label: "cell")),
    Binding([.character("l"), .right], .right, panes: [.values]),
    Binding(
      [.character("^")], .values(.firstColumn), .move, "^ $", "ends of row", panes: [.values]),
    Binding([.character("$")], .values(.lastColumn), panes: [.values]),
    Binding(
      [.character(":")], .values(.editSlice), .see, ":", "slice", panes: [.values],
      footer: Footer(rank: -8, keys: ":", label: "slice")),
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
