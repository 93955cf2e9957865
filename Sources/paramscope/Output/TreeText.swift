import Tensors
import TerminalUI
import Words
import Workspace

/// The layer tree as lines of text.
struct TreeText {
  private let outline: Outline
  private let language: Language

  init(_ outline: Outline, in language: Language) {
    self.outline = outline
    self.language = language
  }

  /// A line of totals, then a line for each block and each use of a parameter.
  var text: String {
    var table = TextTable([
      ("name", false), ("shape", false), ("type", false), ("values", true), ("bytes", true),
      ("shared", false),
    ])
    for (index, node) in outline.nodes.enumerated() {
      let total = outline.total(below: index)
      table.add([
        String(repeating: "  ", count: node.depth) + name(of: node), "", "",
        NumberText.grouped(total.elementCount) + (total.isPartial ? " + ?" : ""),
        NumberText.bytes(total.byteCount), "",
      ])
      for use in outline.uses[node.ownUses] { table.add(row(use, depth: node.depth + 1)) }
    }
    return DisplayText(totals).string + "\n" + table.text(in: language)
  }

  private func name(of node: OutlineNode) -> String {
    let key = node.key.isEmpty || node.key == node.name ? "" : node.key + " "
    return key + node.name + (node.summary.isEmpty ? "" : "  " + node.summary)
  }

  private func row(_ use: ParameterUse, depth: Int) -> [String] {
    let parameter = outline.parameters[use.parameter]
    let name = outline.isNetwork ? parameter.name : localName(parameter.name)
    let isKnown = parameter.elementCount != nil
    let shape = parameter.shape.dimensions.map {
      $0 == 0 && parameter.state != .ready ? "?" : "\($0)"
    }
    return [
      String(repeating: "  ", count: depth) + name,
      shape.isEmpty ? say("scalar") : shape.joined(separator: "×"),
      parameter.elementType.name,
      isKnown ? NumberText.grouped(parameter.elementCount ?? 0) : "?",
      isKnown ? NumberText.bytes(parameter.byteCount) : say("deferred"),
      parameter.tie.map { "=" + tieLetters($0) } ?? "",
    ]
  }

  private func localName(_ name: String) -> String {
    name.split(separator: ".").last.map(String.init) ?? name
  }

  private var totals: String {
    let total = outline.uniqueTotal
    let shared = outline.sharedParameterCount
    let count = outline.parameters.count
    let values = NumberText.grouped(total.elementCount)
    let shares: [Phrase] = shared > 0 ? ["\(shared) shared"] : []
    let parts: [Phrase] = [
      outline.layerCount == 1 ? "1 layer" : "\(outline.layerCount) layers",
      count == 1 ? "1 parameter" : "\(count) parameters",
    ]
    let sizes: [Phrase] = [
      total.isPartial ? "\(values) values and more" : "\(values) values",
      Phrase(verbatim: NumberText.bytes(total.byteCount)),
    ]
    return say("\(outline.title): \(Phrase(listing: parts + shares + sizes))")
  }

  private func say(_ phrase: Phrase) -> String { phrase.said(in: language) }
}
