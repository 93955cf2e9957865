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
  /// Whether signs are drawn in ASCII: without UTF-8, where they would be wide, or if wanted.
  public let isASCII: Bool
  /// Whether the terminal draws ambiguous characters two cells wide.
  public let isAmbiguousWide: Bool
  /// What the user should know about the terminal, for the status line.
  public let note: ScreenNote?

  private var pairs: ColorPairs
  private var shown: CellBuffer?
  private var isSuspended = false
  private var title: String?
  private let canSetTitle: Bool

  init(options: ScreenOptions, opening: ScreenOpening) {
    let environment = opening.environment
    let answers = environment.canAnswer ? Self.ask(environment) : TerminalAnswers()
    let theme = answers.background.map { $0.isLight ? Theme.light : .dark } ?? environment.theme
    palette = Palette(
      theme: options.theme ?? theme ?? .dark, depth: min(Self.depth, options.mostColors),
      highContrast: options.hasHighContrast)
    // Where no variable names an encoding, the terminal has shown whether it understands UTF-8.
    let isUTF8 =
      nc_is_utf8() && (environment.encoding != .unsaid || [1, 2].contains(answers.ruleWidth))
    self.isUTF8 = isUTF8
    isAmbiguousWide = isUTF8 && options.isAmbiguousWide ?? (answers.ruleWidth == 2)
    isASCII = options.isASCII ?? (!isUTF8 || isAmbiguousWide)
    note = opening.note
    canSetTitle = environment.canAnswer
    pairs = ColorPairs(palette: palette)
    if answers.canSynchronize { nc_synchronize_frames() }
    if options.reportsMouse { nc_report_mouse(true) }
    nc_mark_pasting()
    nc_adopt_window_size(Int32(Self.mostCells))
  }

  private static var depth: ColorDepth {
    switch nc_color_count() {
    case 0: .monochrome
    case 8: .colors8
    case 16: .colors16
    case 256: .colors256
    default: .trueColor
    }
  }

  /// Asks the terminal about itself; keys pressed meanwhile are kept for later.
  private static func ask(_ environment: TerminalEnvironment) -> TerminalAnswers {
    var bytes = [UInt8](repeating: 0, count: 512)
    let capacity = Int32(bytes.count)
    let count = unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      unsafe nc_ask(
        TerminalAnswers.questions, buffer.baseAddress, capacity, environment.patience)
    }
    let answers = TerminalAnswers(Array(bytes.prefix(Int(count))))
    for byte in answers.keys.reversed() { nc_unread(byte) }
    return answers
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
    let place = (frame.cursor ?? frame.restingPlace).flatMap {
      size.bounds.contains($0) ? $0 : nil
    }
    nc_flush(
      Int32(place?.row ?? -1), Int32(place?.column ?? -1), frame.cursor != nil && place != nil)
  }

  /// Has the terminal report the mouse, or leaves the mouse to the terminal.
  public func reportMouse(_ isWanted: Bool) { nc_report_mouse(isWanted) }

  /// Names the window, where the terminal can, until the program leaves it.
  ///
  /// Whatever the title quotes, it is harmless.
  public func setTitle(_ text: String) {
    guard canSetTitle else { return }
    if title == nil {
      unsafe nc_write_on_leaving("\u{1B}[23;2t")
      unsafe nc_write(Self.keepTitle)
    }
    let title = DisplayText(text).truncatedMiddle(to: 100).string
    self.title = title
    if !isSuspended { unsafe nc_write("\u{1B}]2;\(title)\u{1B}\\") }
  }

  /// Has the terminal put its own title on a stack.
  private static let keepTitle = "\u{1B}[22;2t"

  /// Sends the whole frame again, for a terminal that another program wrote on.
  public func redraw() {
    guard !isSuspended else { return }
    nc_redraw()
  }

  /// Asks the terminal to put `text` on the clipboard; most can, others ignore it.
  public func copy(_ text: String) {
    guard !isSuspended else { return }
    unsafe nc_write(Clipboard.sequence(for: text))
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
    if !isSuspended {
      adoptWindowSize()
      if let title {
        unsafe nc_write(Self.keepTitle)
        setTitle(title)
      }
    }
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
      if width == 2, isAmbiguousWide { nc_mark_wide(scalars[0]) }
      return unsafe nc_put(
        Int32(row), Int32(column), scalars, Int32(scalars.count), Int32(width),
        drawing.attributes, drawing.pair)
    }
    let scalars = cell.character.unicodeScalars.map(\.value)
    if isUTF8 || cell.character.isASCII, drawn(scalars, width: width, column: column) { return }
    // A character that the terminal has not, or whose width the C library sees otherwise.
    let replacement: UInt32 =
      isUTF8 && !isAmbiguousWide ? 0xFFFD : UInt32(UInt8(ascii: "?"))
    for column in column..<(column + width) { _ = drawn([replacement], width: 1, column: column) }
  }
}
