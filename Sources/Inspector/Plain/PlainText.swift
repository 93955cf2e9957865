internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

/// The screen in sentences, from top to bottom, for whoever has it read aloud.
///
/// Nothing is drawn: no boxes, no columns that line up, no control sequences.
public struct PlainText: Hashable, Sendable {
  /// The most parameters that are told one by one; of more, those around the selected one.
  static let mostParameters = 12

  /// What is open, what is selected, the detail, what happened last: paragraphs of lines.
  public private(set) var sections: [[String]]

  private let state: InspectorState

  /// Tells a state.
  init(_ state: InspectorState) {
    self.state = state
    sections = []
    sections = [summary]
    if state.overlay == .none {
      sections += [selection, Self.detail(of: state), [statusText]]
    } else {
      sections += [Self.overlay(of: state), [statusText]]
    }
    sections = sections.map { $0.map { DisplayText($0).string }.filter { !$0.isEmpty } }
  }

  func say(_ phrase: Phrase) -> String { phrase.said(in: state.appearance.language) }

  // MARK: The whole

  private var summary: [String] {
    let outline = state.outline
    let total = outline.uniqueTotal
    let layers: Phrase = outline.layerCount == 1 ? "1 layer" : "\(outline.layerCount) layers"
    let count = outline.parameters.count
    let parameters: Phrase = count == 1 ? "1 parameter" : "\(count) parameters"
    let shared = outline.sharedParameterCount
    let values = NumberText.grouped(total.elementCount)
    let bytes = NumberText.bytes(total.byteCount)
    let first =
      shared > 0
      ? say(
        "\(outline.title): \(layers), \(parameters), \(shared) of them shared, \(values) values, \(bytes)."
      )
      : say("\(outline.title): \(layers), \(parameters), \(values) values, \(bytes).")
    let modified = state.modifiedCount
    guard modified > 0 else { return [first] }
    return [
      first,
      say(
        modified == 1
          ? "1 parameter modified, not saved." : "\(modified) parameters modified, not saved."),
    ]
  }

  // MARK: What is selected

  private var selection: [String] {
    let nodes = state.rows.tree
    let index = state.tree.selection
    guard state.outline.nodes.indices.contains(index) else { return [] }
    let node = state.outline.nodes[index]
    let place = (nodes.firstIndex(of: index) ?? 0) + 1
    let count = state.rows.table.count
    let name = node.key.isEmpty || node.key == node.name ? node.name : "\(node.key) \(node.name)"
    let what = node.summary.isEmpty ? "" : ", " + spoken(node.summary)
    let parameters: Phrase = count == 1 ? "1 parameter" : "\(count) parameters"
    let heading = say("Layer \(name)\(what). \(parameters). Position \(place) of \(nodes.count).")
    return [heading] + parameterLines
  }

  private var parameterLines: [String] {
    let rows = state.rows.table
    let selected = state.table.selection
    let first = max(0, min(selected - Self.mostParameters / 2, rows.count - Self.mostParameters))
    let shown = first..<min(rows.count, first + Self.mostParameters)
    var lines: [String] = []
    if first > 0 { lines.append(say("\(first) more before.")) }
    for row in shown {
      let parameter = state.outline.uses[rows[row]].parameter
      let facts = facts(of: parameter)
      lines.append(
        say(
          row == selected ? "\(row + 1). selected, \(facts)." : "\(row + 1). \(facts)."))
      if row == selected { lines += numbers(of: parameter).map { "   " + $0 } }
    }
    if shown.upperBound < rows.count { lines.append(say("\(rows.count - shown.upperBound) more.")) }
    return lines
  }

  /// What is said of a parameter: `dense1_weight, shared a, 8 by 8, float32, xavier, modified`.
  private func facts(of parameter: Int) -> Phrase {
    let info = state.outline.parameters[parameter]
    var facts = [info.name]
    if let tie = info.tie { facts.append(say("shared \(tieLetters(tie))")) }
    let dimensions = info.shape.dimensions.map {
      $0 == 0 && info.state != .ready ? say("unknown") : "\($0)"
    }
    facts.append(
      dimensions.isEmpty ? say("scalar") : dimensions.joined(separator: say(" by ")))
    facts.append(info.elementType.name)
    if let origin = info.origin { facts.append(origin.name) }
    if info.isModified { facts.append(say("modified")) }
    if info.state != .ready { facts.append(say("waiting for its shape")) }
    return Phrase(listing: facts.map(Phrase.init(verbatim:)))
  }

  private func numbers(of parameter: Int) -> [String] {
    let info = state.outline.parameters[parameter]
    var lines: [String] = []
    switch (info.state, state.figures[parameter]?.content) {
    case (.deferred(let message), _), (.uninitialized(let message), _): lines.append(message)
    case (.ready, .failed(let message)): lines.append(say(message))
    case (.ready, .ready(let scanned)):
      if let summary = scanned.components.first?.summary { lines.append(sentence(summary)) }
    case (.ready, _): lines.append(say("not read yet"))
    }
    if info.uses.count > 1 {
      let nodes = Set(info.uses.map { state.outline.uses[$0].node }).sorted()
      let names = nodes.map { state.outline.nodes[$0].name }
      lines.append(say("Same object in \(Status.enumeration(names))."))
    }
    return lines
  }

  private func sentence(_ summary: Summary) -> String {
    if summary.finite > 0, let low = summary.minimum, low == summary.maximum {
      return say("All \(NumberText.grouped(summary.count)) values are \(NumberText.value(low)).")
    }
    func text(_ value: Double?) -> String { value.map(NumberText.value) ?? "-" }
    return say(
      "mean \(text(summary.mean)), std \(text(summary.standardDeviation)), min \(text(summary.minimum)), max \(text(summary.maximum))."
    )
  }

  // MARK: What happened last

  private var statusText: String {
    let mark: Phrase =
      switch state.status.mark {
      case .plain: ""
      case .done: "Done: "
      case .look: "Note: "
      case .error: "Error: "
      }
    let text = state.status.pieces.map { piece in
      switch piece {
      case .text(let text), .strong(let text), .minor(let text, _): say(text)
      case .tie(let tie): "=" + tieLetters(tie)
      }
    }.joined()
    return text.isEmpty ? "" : say(mark) + text
  }

  /// `Dense 8 to 8 relu`: what a reader would not say, in words.
  private func spoken(_ text: String) -> String {
    text.map { $0 == "→" ? say(" to ") : $0 == "×" ? say(" by ") : String($0) }.joined()
  }
}
