import ModelEngine
import TerminalUI
import TestSupport
import Testing
import Words
import Workspace

@testable import Inspector

/// No English is left on a Chinese screen but names, keys and Gluon's words.
@Suite @MainActor struct ChineseTests {
  @Test(arguments: [
    "", "?", "jji", "jji<F1>", "/<F1>", "jjixavier<Enter>", "jjixavier<Enter>q", "jj<Tab>", "2",
    "3",
    "4", "5", "6",
    "p",
  ])
  func `a screen has no English words`(keys: String) async throws {
    let model = try example("shared-mlp")
    let frame = try await frame(
      model, Size(columns: 120, rows: 40), keys, appearance: Appearance(language: .chinese))
    let words = frame.lines.joined(separator: "\n").split {
      !$0.isASCII || !($0.isLetter || "_-:|".contains($0))
    }
    let strange = Set(words.map(String.init)).filter { word in
      word.filter(\.isLetter).count > 2 && !isKnown(word, in: model.outline)
    }
    #expect(strange.isEmpty, "\(strange.sorted())")
  }

  @Test func `every label of keys, tabs, columns and commands is in the catalogue`() {
    let bindings = Binding.all.flatMap { [$0.label, $0.footer?.label ?? ""] }
    let doings: [Doing] = [
      .command(CommandLineState()), .save(SaveDialog("x")), .edits(selection: 0), .copy,
    ]
    let footers = doings.flatMap(\.footer).map(\.1)
    let titles = DetailTab.allCases.map(\.title) + TableColumn.allCases.map(\.title)
    let summaries = CommandEntry.all.map(\.summary.key)
    let initializers = InitializerCatalog.standard.entries.map(\.summary)
    let known: Set = ["", "l2"]
    let missing = Set(bindings + footers + titles + summaries + initializers).filter { label in
      !known.contains(label) && Phrase(key: label).said(in: .chinese) == label
    }
    #expect(missing.isEmpty, "\(missing.sorted())")
  }

  private func isKnown(_ word: String, in outline: Outline) -> Bool {
    let names =
      outline.parameters.map(\.name) + outline.nodes.map(\.name) + outline.nodes.map(\.summary)
    let initializers = InitializerCatalog.standard.entries.map(\.name)
    return names.contains { $0.contains(word) } || initializers.contains(word)
      || Self.terms.contains(word)
      || word.hasPrefix("example:")
  }

  private static let terms: Set<String> = [
    "paramscope", "Tab", "Enter", "Esc", "S-Tab", "Down", "Left", "Right", "Ctrl-R", "Ctrl-Z",
    "Ctrl-L", "Ctrl-D", "Ctrl-N", "Ctrl-O",
    "PgDn", "PgUp", "Space", "NaN", "Inf", "-Inf", "+Inf", "KiB", "max|x|", "uniform", "xavier",
    "scale", "magnitude", "avg", "fan", "fan_in", "in", "out", "Gluon", "PyTorch", "hjkl",
    "network", "write",
    "mean", "seed", "zeros", "std", "min", "float", "Dense", "relu",
  ]
}
