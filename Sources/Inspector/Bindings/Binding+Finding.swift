internal import TerminalUI

extension Binding {
  /// The keys that find one's way.
  static let finding: [Binding] = [
    Binding(
      [.character("/")], .find(.find), .move, "/ n N", "find, next",
      footer: Footer(rank: 4, keys: "/", label: "find")),
    Binding([.character("n")], .find(.next)),
    Binding([.character("N")], .find(.previous)),
    Binding(
      [.character("f")], .find(.filter), .see, "f", "filter", panes: .lists,
      footer: Footer(rank: 5, keys: "f", label: "filter")),
    Binding(
      [.character("s")], .find(.sort), .see, "s S", "sort, reverse", panes: .lists,
      footer: Footer(rank: 6, keys: "s", label: "sort")),
    Binding([.character("S")], .find(.reverse), panes: .lists),
    Binding([.character("m")], .find(.mark), .move, "m '", "mark, go to"),
    Binding([.character("'"), .character("`")], .find(.goToMark)),
    Binding([.control("o")], .find(.back), .move, "Ctrl-O P", "jump, return"),
    Binding([.control("p")], .find(.forward)),
    Binding([.character("}")], .find(.nextLayer), .move, "{ }", "by layer", panes: .lists),
    Binding([.character("{")], .find(.previousLayer), panes: .lists),
    Binding([.character("!")], .find(.nextFinding), .move, "!", "next finding"),
    Binding(
      [.character("p")], .find(.profile), .see, "p", "depth profile", panes: .lists,
      footer: Footer(rank: 6, keys: "p", label: "profile")),
    Binding([.character("r")], .find(.readAgain), .act, "r", "read again"),
    Binding([.character(".")], .find(.again), .act, ".", "repeat"),
  ]
}

extension Panes {
  /// The tree and the table.
  static let lists: Panes = [.tree, .table]
}
