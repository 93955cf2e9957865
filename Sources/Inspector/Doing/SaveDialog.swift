internal import Checkpoints
internal import Tensors
public import Workspace

/// The save dialog: the name of the file, its format, and what would be written to it.
public struct SaveDialog: Hashable, Sendable {
  /// The line that keys go to.
  public var line = Line.file
  /// The name of the file.
  public var field: TextField
  /// What would be written, once that is known; it is that of the present name.
  public var forecast: SaveForecast?
  /// The paths that complete the name.
  public var paths: [String] = []
  /// Where Tab stands among the paths, and what was typed.
  public var cycle: CommandLineState.Cycle?
  /// Whether it is asked if the file may be overwritten.
  public var isAsking = false
  /// The element type to round to.
  public var options = SaveOptions()
  /// Whether to leave once it is done.
  public var quits = false

  init(_ name: String, options: SaveOptions = SaveOptions(), quits: Bool = false) {
    field = TextField(name)
    self.options = options
    self.quits = quits
  }

  /// The lines that can be changed, from top to bottom.
  public enum Line: Int, Hashable, Sendable, CaseIterable {
    /// The name of the file.
    case file
    /// The format, which is the end of the name.
    case format
    /// The type to round to.
    case type
  }

  /// The types to round to; nil keeps them.
  static let types: [ElementType?] = [nil, .float32, .float16, .bfloat16, .float64]

  /// The format that the name ends with.
  var format: SaveFormat { SaveFormat(endingOf: field.text) }

  /// The formats that suit a model, and the one of the name.
  func formats(for outline: Outline) -> [SaveFormat] {
    SaveFormat.all.filter {
      switch $0 {
      case format: true
      case .graph: outline.isNetwork
      case .parameters(.npy): outline.uses.count == 1
      case .parameters: true
      }
    }
  }

  /// Goes to another line.
  mutating func moveLine(by step: Int) {
    let count = Line.allCases.count
    line = Line(rawValue: (line.rawValue + step + count) % count) ?? .file
  }

  /// Takes the next choice of the line, from the last one on from the first.
  mutating func choose(by step: Int, _ outline: Outline) {
    switch line {
    case .file: break
    case .format:
      let next = Self.next(after: format, by: step, in: formats(for: outline))
      field.replace(with: next.renaming(field.text))
    case .type:
      options.elementType = Self.next(after: options.elementType, by: step, in: Self.types)
    }
  }

  private static func next<T: Equatable>(after present: T, by step: Int, in all: [T]) -> T {
    let index = all.firstIndex(of: present) ?? 0
    return all[(index + step + all.count) % all.count]
  }
}
