internal import TerminalUI

extension Binding {
  /// The keys that mean something in one detail only.
  static let details: [Binding] = histogram + parts + values + gradient + sharing + history + info

  private static let histogram: [Binding] = [
    Binding(
      [.left], .left, .move, "Left Right", "bin", panes: [.histogram],
      footer: Footer(rank: -9, keys: "Left Right", label: "bin")),
    Binding([.right], .right, panes: [.histogram]),
    Binding(
      [.character("x")], .histogram(.zoomIn), .see, "x X", "zoom in, out", panes: [.histogram],
      footer: Footer(rank: -8, keys: "x X", label: "zoom")),
    Binding([.character("X")], .histogram(.zoomOut), panes: [.histogram]),
    Binding(
      [.character(")")], .histogram(.panRight), .see, "( )", "move axis", panes: [.histogram]),
    Binding([.character("(")], .histogram(.panLeft), panes: [.histogram]),
    Binding(
      [.character("Q")], .histogram(.quantileRange), .see, "Q", "1 % to 99 %",
      panes: [.histogram]),
    Binding(
      [.character("0")], .histogram(.reset), .see, "0", "all values", panes: [.histogram],
      footer: Footer(rank: -7, keys: "0", label: "all")),
    Binding([.character("l")], .logarithm, panes: [.histogram]),
  ]

  private static let parts: [Binding] = [
    Binding(
      [.character("c")], .otherPart, .see, "c", "re, im", panes: [.histogram, .values])
  ]

  private static let gradient: [Binding] = [
    Binding(
      [.character("a")], .absoluteGradient, .see, "a", "absolute", panes: [.gradient],
      footer: Footer(rank: -9, keys: "a", label: "absolute")),
    Binding(
      [.character(")")], .nextUses, .see, "( )", "other uses", panes: [.gradient],
      footer: Footer(rank: -8, keys: "( )", label: "uses")),
    Binding([.character("(")], .previousUses, panes: [.gradient]),
  ]

  private static let history: [Binding] = [
    Binding(
      [], .history(.earlier), panes: [.history],
      footer: Footer(rank: -9, keys: "[ ]", label: "scrub")),
    Binding(
      [.enter], .history(.restore), .act, "Enter", "restore", panes: [.history],
      footer: Footer(rank: -8, keys: "Enter", label: "restore")),
    Binding(
      [.character("=")], .history(.oneScale), .see, "=", "one scale", panes: [.history],
      footer: Footer(rank: -7, keys: "=", label: "one scale")),
  ]

  private static let info: [Binding] = [
    Binding(
      [.character("v")], .singularValues, .see, "v", "singular values", panes: [.info],
      footer: Footer(rank: -9, keys: "v", label: "singular values"))
  ]

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
      [.character("h"), .left], .left, .move, "h j k l", "cell", panes: [.values, .profile],
      footer: Footer(rank: -9, keys: "hjkl", label: "cell")),
    Binding([.character("l"), .right], .right, panes: [.values, .profile]),
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
