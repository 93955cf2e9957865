import Checkpoints
import Tensors
import Words
import Workspace

/// What `init` did: which parameters are new, which were left alone, and where they are.
struct InitializationReport {
  let change: ModelChange
  let saved: SavedModel

  private var outline: Outline { change.outline }

  /// The parameters that were not meant.
  private var otherCount: Int {
    outline.parameters.count - change.summary.changed.count - change.summary.untouched.count
  }

  /// A line on the file, then one for each parameter that was meant.
  func text(in language: Language) -> String {
    var table = TextTable([
      ("name", false), ("shape", false), ("type", false), ("initializer", false), ("", false),
    ])
    for item in change.summary.changed {
      table.add(row(item.parameter, item.initializer, item.isDeclared ? "its own" : "", language))
    }
    for item in change.summary.untouched {
      table.add(row(item.parameter, "-", "left alone: \(item.reason)", language))
    }
    return table.text(in: language) + summary.said(in: language) + "\n"
  }

  private func row(
    _ parameter: Int, _ initializer: String, _ note: Phrase, _ language: Language
  ) -> [String] {
    let info = outline.parameters[parameter]
    let shape = info.shape.dimensions.map(String.init).joined(separator: "×")
    return [
      info.name, shape.isEmpty ? Phrase("scalar").said(in: language) : shape,
      info.elementType.name, initializer, note.said(in: language),
    ]
  }

  private var summary: Phrase {
    let (drawn, all) = (change.summary.changed.count, outline.parameters.count)
    guard let seed = change.summary.seed else {
      return "\(drawn) of \(all) parameters drawn; \(saved.phrase)"
    }
    return "\(drawn) of \(all) parameters drawn, seed \(seed); \(saved.phrase)"
  }

  /// The object of version 1.
  var json: JSON {
    let summary = change.summary
    return .object([
      ("version", .integer(1)),
      ("model", .string(outline.locator)),
      ("format", .string(outline.format)),
      ("initializer", .string(summary.initializer)),
      ("seed", summary.seed.map { .integer(Int($0)) } ?? .null),
      ("changed", .array(summary.changed.filter { !$0.isDeclared }.map(drawn))),
      ("declared", .array(summary.changed.filter(\.isDeclared).map(drawn))),
      (
        "untouched",
        .array(
          summary.untouched.map { item in
            .object([
              ("name", .string(outline.parameters[item.parameter].name)),
              ("reason", .string(item.reason.english)),
            ])
          })
      ),
      ("others", .integer(otherCount)),
      ("output", saved.json),
    ])
  }

  private func drawn(_ item: ChangeSummary.Redrawn) -> JSON {
    .object([
      ("name", .string(outline.parameters[item.parameter].name)),
      ("initializer", .string(item.initializer)),
    ])
  }
}
