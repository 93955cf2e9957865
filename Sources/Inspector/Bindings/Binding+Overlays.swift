internal import TerminalUI

extension Binding {
  /// The keys of what floats over the panes, or stands in their place.
  static let overlays: [Binding] = profile + comparison + dialog + prompts + choices

  private static let profile: [Binding] = [
    Binding(
      [.character("!")], .profile(.nextOutlier), .move, "!", "next outlier", panes: [.profile],
      footer: Footer(rank: -8, keys: "!", label: "next outlier")),
    Binding(
      [.enter], .enter, .move, "Enter", "open tensor", panes: [.profile],
      footer: Footer(rank: -7, keys: "Enter", label: "open tensor")),
    Binding(
      [.character("^"), .character("0")], .profile(.firstRole), .move, "^ $", "ends of row",
      panes: [.profile]),
    Binding([.character("$")], .profile(.lastRole), panes: [.profile]),
    Binding(
      [.tab], .profile(.nextStack), .move, "Tab", "other layers", panes: [.profile]),
    Binding([.backTab], .profile(.previousStack), panes: [.profile]),
    Binding(
      [.character("o")], .profile(.nextStatistic), .see, "o O", "statistic", panes: [.profile],
      footer: Footer(rank: -6, keys: "o O", label: "statistic")),
    Binding([.character("O")], .profile(.previousStatistic), panes: [.profile]),
    Binding(
      [.character("c")], .profile(.compareAll), .see, "c", "by column, all", panes: [.profile],
      footer: Footer(rank: -5, keys: "c", label: "compare by column, all")),
    Binding(
      [.character("p"), .character("q")], .profile(.leave), .act, "p Esc", "back",
      panes: [.profile], footer: Footer(rank: 6, keys: "p Esc", label: "back")),
  ]

  private static let comparison: [Binding] =
    [
      Binding(
        [.character("n")], .comparison(.nextChange), .move, "n N", "next change",
        panes: [.comparison], footer: Footer(rank: -9, keys: "n N", label: "next change")),
      Binding([.character("N")], .comparison(.previousChange), panes: [.comparison]),
      Binding(
        [.enter], .enter, .move, "Enter", "open", panes: [.comparison],
        footer: Footer(rank: -5, keys: "Enter", label: "open")),
      Binding(
        [.character("s")], .comparison(.sort), .see, "s", "by change, name", panes: [.comparison],
        footer: Footer(rank: -8, keys: "s", label: "sort")),
      Binding(
        [.character("x")], .comparison(.swap), .see, "x", "swap a, b", panes: [.comparison],
        footer: Footer(rank: -7, keys: "x", label: "swap a, b")),
      Binding(
        [.character("d")], .comparison(.leave), .act, "d Esc", "back", panes: [.comparison],
        footer: Footer(rank: 6, keys: "d Esc", label: "back")),
      Binding(
        [], .commandLine, panes: [.comparison],
        footer: Footer(rank: 5, keys: ":", label: "command")),
    ]
    + ComparisonState.Tab.allCases.map { tab in
      let isFirst = tab == .overlay
      return Binding(
        [.character(Character("\(tab.rawValue)"))], .comparison(.show(tab)), isFirst ? .see : nil,
        isFirst ? "1 ... 4" : "", isFirst ? "details" : "", panes: [.comparison],
        footer: isFirst ? Footer(rank: -6, keys: "1-4", label: "details") : nil)
    }

  private static let dialog: [Binding] = [
    Binding(
      [.enter], .enter, .act, "Enter", "apply", panes: [.dialog],
      footer: Footer(rank: 0, keys: "Enter", label: "apply")),
    Binding(
      [.tab], .dialog(.nextField), .move, "Tab S-Tab", "field", panes: [.dialog],
      footer: Footer(rank: 1, keys: "Tab", label: "field")),
    Binding([.backTab], .dialog(.previousField), panes: [.dialog]),
    Binding(
      [.control("n")], .dialog(.nextSeed), .act, "Ctrl-N", "next seed", panes: [.dialog],
      footer: Footer(rank: 2, keys: "Ctrl-N", label: "next seed")),
    Binding(
      [], .escape, .act, "Esc", "leave", panes: [.dialog],
      footer: Footer(rank: 6, keys: "Esc", label: "leave")),
  ]

  private static let prompts: [Binding] = [
    Binding(
      [.enter], .enter, .act, "Enter", "stay here", panes: [.find],
      footer: Footer(rank: 0, keys: "Enter", label: "stay here")),
    Binding(
      [.enter], .enter, .act, "Enter", "keep", panes: [.filter],
      footer: Footer(rank: 0, keys: "Enter", label: "keep")),
    Binding(
      [.up, .control("p")], .prompt(.older), .move, "Up Down", "earlier patterns",
      panes: [.find, .filter], footer: Footer(rank: 1, keys: "Up", label: "earlier patterns")),
    Binding([.down, .control("n")], .prompt(.newer), panes: [.find, .filter]),
    Binding(
      [], .escape, .act, "Esc", "back", panes: [.find],
      footer: Footer(rank: 6, keys: "Esc", label: "back")),
    Binding(
      [], .escape, .act, "Esc", "show all", panes: [.filter],
      footer: Footer(rank: 6, keys: "Esc", label: "show all")),
  ]

  private static let choices: [Binding] = [
    Binding(
      [], .down, panes: [.help], footer: Footer(rank: 0, keys: "j k", label: "scroll")),
    Binding(
      [.tab], .nextPane, panes: [.help],
      footer: Footer(rank: 1, keys: "Tab", label: "next pane's keys")),
    Binding([.backTab], .previousPane, panes: [.help]),
    Binding([.enter], .enter, panes: [.help]),
    Binding(
      [.character("q")], .escape, panes: [.help],
      footer: Footer(rank: 6, keys: "Esc", label: "close")),
    Binding(
      [.enter], .enter, .act, "Enter", "show", panes: [.slice],
      footer: Footer(rank: 0, keys: "Enter", label: "show")),
    Binding(
      [.enter], .enter, .act, "Enter", "tie", panes: [.tieChoice],
      footer: Footer(rank: 0, keys: "Enter", label: "tie")),
    Binding(
      [.character("q")], .escape, .act, "Esc", "leave", panes: [.tieChoice],
      footer: Footer(rank: 6, keys: "Esc", label: "leave")),
    Binding(
      [], .escape, .act, "Esc", "leave", panes: [.slice],
      footer: Footer(rank: 6, keys: "Esc", label: "leave")),
  ]
}
