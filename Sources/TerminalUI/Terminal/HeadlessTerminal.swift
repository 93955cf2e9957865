/// A terminal in memory, for tests and pictures.
@MainActor
public final class HeadlessTerminal: Terminal {
  /// The dimensions; whoever changes them sends the event too.
  public var size: Size
  /// The frame shown last.
  public private(set) var lastFrame: CellBuffer?
  /// The frames shown, oldest first; empty unless the terminal keeps them.
  public private(set) var frames: [CellBuffer] = []
  /// The texts put on the clipboard, oldest first.
  public private(set) var copied: [String] = []
  private let keepsFrames: Bool

  /// Creates a terminal that has shown nothing.
  public init(size: Size, keepingFrames keepsFrames: Bool = false) {
    self.size = size
    self.keepsFrames = keepsFrames
  }

  /// Remembers `frame`.
  public func present(_ frame: CellBuffer) {
    lastFrame = frame
    if keepsFrames { frames.append(frame) }
  }

  /// Does nothing: memory keeps what was written.
  public func redraw() {}

  /// Remembers `text`.
  public func copy(_ text: String) { copied.append(text) }

  /// Does nothing: there is no window.
  public func setTitle(_ text: String) {}

  /// Does nothing: there is no shell.
  public func suspend() {}

  /// Does nothing: there is no mouse.
  public func reportMouse(_ isWanted: Bool) {}
}
