private import CNcurses
public import TerminalUI

/// The real terminal, through ncurses.
///
/// ncurses keeps its screen in C globals and is not thread-safe, so everything here runs on the
/// main actor and no other module imports CNcurses. `withScreen` makes the only instance.
@MainActor
public final class NcursesTerminal: Terminal {
  /// No screen has more columns or rows than this; a larger window stays empty beyond.
  public static let mostCells = 1000

  /// How roles become colours on this terminal.
  public let palette: Palette
  /// Whether the terminal shows more than ASCII.
  public let isUTF8: Bool
  /// What the user should know about the terminal, for the status line.
  public let note: String?

  private var pairs: ColorPairs
  private var shown: CellBuffer?
  private var isSuspended = false

  init(options: ScreenOptions, note: String?) {
    let depth: ColorDepth =
      switch nc_color_count() {
      case 0: .monochrome
      case ..<256: .colors8
      case 256: .colors256
      default: .trueColor
      }
    palette = Palette(
      theme: options.theme, depth: min(depth, options.mostColors),
      highContrast: options.hasHighContrast)
    isUTF8 = nc_is_utf8()
    self.note = note
    pairs = ColorPairs(palette: palette)
    nc_adopt_window_size(Int32(Self.mostCells))
  }

  /// The current dimensions.
  public var size: Size { Size(columns: Int(nc_columns()), rows: Int(nc_rows())) }

  /// Draws the cells that differ from the frame shown before.
  public func present(_ frame: CellBuffer) {
    guard !isSuspended else { return }
    if shown?.size != frame.size || pairs.isNearlyFull {
      pairs = ColorPairs(palette: palette)
      shown = nil
      nc_erase()
    }
    draw(frame)
    shown = frame
    let cursor = frame.cursor.flatMap { size.bounds.contains($0) ? $0 : nil }
    nc_flush(Int32(cursor?.row ?? -1), Int32(cursor?.column ?? -1))
  }

  /// Sends the whole frame again, for a terminal that another program wrote on.
  public func redraw() {
    guard !isSuspended else { return }
    nc_redraw()
  }

  /// Asks the terminal to put `text` on the clipboard; most can, others ignore it.
  public func copy(_ text: String) {
    guard !isSuspended else { return }
    let sequence = Clipboard.sequence(for: text)
    unsafe nc_send(sequence, Int32(sequence.utf8.count))
  }

  /// Gives the terminal back to the shell until the user continues the program.
  ///
  /// Nothing is drawn meanwhile. Afterwards a `.resized` event asks for the frame again.
  public func suspend() {
    isSuspended = true
    nc_suspend()
  }

  /// Takes the terminal over again after the process was continued, unless in the background.
  func resume() -> Bool {
    isSuspended = !nc_resume()
    if !isSuspended { adoptWindowSize() }
    return !isSuspended
  }

  /// Takes over the window's new size.
  func adoptWindowSize() {
    nc_adopt_window_size(Int32(Self.mostCells))
    shown = nil
  }

  private func draw(_ frame: CellBuffer) {
    let visible = frame.size.bounds.intersection(size.bounds)
    for row in visible.rowRange {
      for column in visible.columnRange {
        let cell = frame[column, row]
        guard !cell.isContinuation, cell != shown?[column, row] else { continue }
        let isWide = column + 1 < visible.maxColumn && frame[column + 1, row].isContinuation
        put(cell, width: isWide ? 2 : 1, column: column, row: row)
      }
    }
  }

  private func put(_ cell: Cell, width: Int, column: Int, row: Int) {
    let drawing = pairs.drawing(of: cell.style)
    func drawn(_ scalars: [UInt32], width: Int, column: Int) -> Bool {
      unsafe nc_put(
        Int32(row), Int32(column), scalars, Int32(scalars.count), Int32(width),
        drawing.attributes, drawing.pair)
    }
    let scalars = cell.character.unicodeScalars.map(\.value)
    if isUTF8 || cell.character.isASCII, drawn(scalars, width: width, column: column) { return }
    // A character that the terminal has not, or whose width the C library sees otherwise.
    let replacement: UInt32 = isUTF8 ? 0xFFFD : 0x3F
    for column in column..<(column + width) { _ = drawn([replacement], width: 1, column: column) }
  }
}
