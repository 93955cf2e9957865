import ArgumentParser
import Inspector
import InspectorRuntime
import TerminalUI
import Words
import Workspace

/// Prints the screen after some keys, exactly as the inspector draws it.
struct SnapshotCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: "Print the screen after some keys.",
    discussion: """
      Keys are written as vim writes them: jj<Enter>i<Tab><C-r>. It is the inspector's own loop and \
      rendering, on a terminal in memory; nothing in the environment changes the picture.
      """)

  @OptionGroup var options: ModelOptions

  @Option(help: "Columns and rows of the terminal.")
  var size = ScreenSize(size: Size(columns: 100, rows: 30))

  @Option(help: "The keys to press.")
  var keys = ""

  @Option(
    help: """
      How the screen is written: its characters, these and the styles by name, escape sequences, a \
      picture, or characters and styles as JSON.
      """)
  var format = Format.text

  @Flag(help: "Make one moving picture, with a frame after each key (with --format svg).")
  var animate = false

  @Option(help: "The colours of svg and ansi.")
  var theme = PictureTheme.dark

  @Flag(help: "Draw signs in ASCII.")
  var ascii = false

  @Flag(help: "The terminal draws signs two cells wide: use ASCII for them.")
  var ambiguousWide = false

  /// The formats of a snapshot.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, styled, ansi, svg, json
  }

  func validate() throws {
    guard !animate || format == .svg else {
      throw ValidationError("--animate needs --format svg")
    }
  }

  @MainActor
  func run() async throws {
    let script = try KeyScript(keys)
    let terminal = HeadlessTerminal(size: size.size)
    let program = Program(
      model: try options.open(), terminal: terminal,
      appearance: Appearance(
        isASCII: ascii || ambiguousWide, isAmbiguousWide: ambiguousWide, theme: theme.theme,
        language: language))
    var frames: [CellBuffer] = []
    _ = await program.play(script.events) {
      if animate, let frame = terminal.lastFrame, frame != frames.last { frames.append(frame) }
    }
    if animate {
      guard frames.allSatisfy({ $0.size == size.size }) else {
        throw ValidationError("--animate: the keys resize the terminal")
      }
      return try StandardOutput.write(SVGAnimation(frames, theme: theme.theme).document)
    }
    guard let frame = terminal.lastFrame else { return }
    try StandardOutput.write(text(frame))
  }

  /// English unless asked for: nothing in the environment changes the picture.
  private var language: Language { options.spoken.language?.language ?? .english }

  private func text(_ frame: CellBuffer) -> String {
    switch format {
    case .text: frame.text
    case .styled: frame.description
    case .ansi: frame.ansi(theme: theme.theme)
    case .svg: frame.svg(theme: theme.theme)
    case .json: SnapshotReport(frame: frame).json.text
    }
  }
}

/// Columns and rows on the command line: `100x30`.
struct ScreenSize: ExpressibleByArgument, CustomStringConvertible {
  let size: Size

  init(size: Size) {
    self.size = size
  }

  init?(argument: String) {
    let parts = argument.split(separator: "x", omittingEmptySubsequences: false).compactMap {
      Int($0)
    }
    guard parts.count == 2, parts.allSatisfy({ (1...KeyScript.mostCells).contains($0) }) else {
      return nil
    }
    size = Size(columns: parts[0], rows: parts[1])
  }

  var description: String { size.description }
}

/// A theme on the command line.
enum PictureTheme: String, ExpressibleByArgument, CaseIterable {
  case dark, light

  var theme: Theme { self == .dark ? .dark : .light }
}
