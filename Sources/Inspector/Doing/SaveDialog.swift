public import Workspace

/// The save dialog: the name of the file, and what would be written to it.
public struct SaveDialog: Hashable, Sendable {
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
}
