internal import Tensors
internal import TerminalUI
internal import Words
internal import Workspace

extension InspectorState {
  /// The largest text that is put on the clipboard, in bytes; terminals drop longer ones.
  static let clipboardLimit = 74_000

  /// Asks what to copy.
  mutating func openCopying() -> [InspectorEffect] {
    guard selectedParameter != nil else {
      status = .text("there is nothing here to copy", .look)
      return []
    }
    guard preferences.copies else {
      status = .text("copying is switched off", .look)
      return []
    }
    overlay = .doing(.copy)
    return []
  }

  /// Takes the answer what to copy.
  mutating func reduceCopy(_ key: Key) -> [InspectorEffect] {
    overlay = .none
    switch key {
    case .character("n"), .character("y"): return copy(.name)
    case .character("v"): return copy(.value)
    case .character("r"): return copy(.row)
    default: return []
    }
  }

  /// What can be copied.
  enum Copied: String, CaseIterable {
    case name, value, row
  }

  /// Copies something of the selected parameter.
  mutating func copy(_ what: Copied) -> [InspectorEffect] {
    guard let parameter = selectedParameter, preferences.copies else { return openCopying() }
    let info = outline.parameters[parameter]
    switch what {
    case .name: return copy(info.name, "the name")
    case .row: return copy(row(of: parameter), "the row")
    case .value: return export(.copyValues(parameter: parameter))
    }
  }

  /// Puts a text on the clipboard, if it is short enough.
  mutating func copy(_ text: String, _ what: Phrase) -> [InspectorEffect] {
    guard text.utf8.count <= Self.clipboardLimit else {
      status = .text("\(text.utf8.count) bytes are too many to copy", .look)
      return []
    }
    status = .text("copied \(what), \(text.utf8.count) bytes", .done)
    return [.copy(text)]
  }

  /// The facts of a parameter, parted by tabs, numbers exact.
  private func row(of parameter: Int) -> String {
    let info = outline.parameters[parameter]
    let summary = figures[parameter]?.statistics?.components.first?.summary
    let numbers = [summary?.minimum, summary?.maximum, summary?.mean, summary?.standardDeviation]
    return
      ([
        info.name, info.elementType.name,
        info.shape.dimensions.map(String.init).joined(separator: "x"),
      ] + numbers.map { $0.map { "\($0)" } ?? "" }).joined(separator: "\t")
  }
}
