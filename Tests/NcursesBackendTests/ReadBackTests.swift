import CNcurses
import Glibc
import TerminalUI
import Testing

@testable import NcursesBackend

/// What ncurses has been told to show is what the frame says, cell by cell.
@Suite(.serialized) @MainActor struct ReadBackTests {
  /// A cell as ncurses has it.
  private struct Shown: Hashable {
    var text: String
    var attributes: UInt32
    var foreground: Int32
    var background: Int32
  }

  /// Opens a screen that shows nothing to anybody; its input is a terminal nobody types on.
  private func withScreen(
    _ name: String, isAmbiguousWide: Bool? = nil, _ body: (NcursesTerminal) throws -> Void
  ) throws {
    let leader = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (locked, number): (Int32, UInt32) = (0, 0)
    try #require(
      unsafe leader >= 0 && ioctl(leader, 0x4004_5431, &locked) == 0
        && ioctl(leader, 0x8004_5430, &number) == 0)
    let input = unsafe open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    let output = unsafe open("/dev/null", O_WRONLY | O_CLOEXEC)
    defer { for file in [leader, input, output] { close(file) } }
    let opening = try ScreenOpening(terminal: name, input: input, output: output)
    defer { nc_close() }
    let options = ScreenOptions(
      theme: .dark, isAmbiguousWide: isAmbiguousWide, reportsMouse: false)
    try body(NcursesTerminal(options: options, opening: opening))
  }

  private func shown(_ column: Int, _ row: Int) -> Shown {
    var scalars = [UInt32](repeating: 0, count: 8)
    var shown = Shown(text: "", attributes: 0, foreground: 0, background: 0)
    let count = unsafe scalars.withUnsafeMutableBufferPointer {
      unsafe nc_cell(
        Int32(row), Int32(column), $0.baseAddress, &shown.attributes, &shown.foreground,
        &shown.background)
    }
    for value in scalars.prefix(Int(count)) {
      if let scalar = Unicode.Scalar(value) { shown.text.unicodeScalars.append(scalar) }
    }
    return shown
  }

  private func expected(_ cell: Cell, _ palette: Palette) -> Shown {
    func number(_ color: ResolvedColor) -> Int32 {
      if case .indexed(let index) = color { Int32(index) } else { -1 }
    }
    let style = palette.resolve(cell.style)
    return Shown(
      text: String(cell.character), attributes: UInt32(style.attributes.rawValue),
      foreground: number(style.foreground), background: number(style.background))
  }

  private func frame(_ size: Size, seed: Int) -> CellBuffer {
    var frame = CellBuffer(size: size)
    let texts = [
      "dense0_weight", "模型.層", "e\u{301}\u{301}te\u{301}", "▁▂▃▄▅▆▇█", "\u{1B}[31mred\u{202E}x",
      "a👍b", "가나다", "━─│╭╰▸▾…×→√±",
    ]
    let inks: [Ink] = [
      .text, .dim, .accent, .rule, .selectionText, .flashText, .tie(0), .tie(5), .now, .before,
      .theory, .warning, .error, .good, .heat(-7), .heat(9),
    ]
    let backs: [Ink] = [
      .terminal, .selectionBack, .unfocusedBack, .flashBack, .titleBack, .heat(3),
    ]
    for step in 0..<200 {
      let mixed = (step + seed) &* 2_654_435_761 & 0xFFFF_FFFF
      let style = Style(
        inks[mixed % inks.count], on: backs[mixed / 7 % backs.count],
        Attributes(rawValue: UInt8(mixed / 64 % 2)))
      frame.write(
        texts[mixed / 3 % texts.count], column: mixed / 11 % (size.columns + 8) - 4,
        row: mixed / 13 % size.rows, style: style)
    }
    return frame
  }

  @Test func `ambiguous characters take two cells where the terminal draws them so`() throws {
    try withScreen("xterm-256color", isAmbiguousWide: true) { terminal in
      guard terminal.isUTF8 else { return }
      var frame = CellBuffer(size: terminal.size)
      CharacterWidth.$ambiguousIsWide.withValue(true) {
        _ = frame.write("é.слой.weight", column: 2, row: 1, style: .plain)
      }
      terminal.present(frame)
      let line = (2..<20).map { shown($0, 1).text }
      #expect(line.joined().replacing("\0", with: "").hasPrefix("é"))
      #expect(shown(4, 1).text == "." && shown(5, 1).text == "с" && shown(13, 1).text == ".")
      #expect(terminal.isASCII)
    }
  }

  @Test(arguments: ["xterm-256color", "tmux-256color", "xterm", "vt100", "linux"])
  func `every cell is drawn as the frame has it, also over another frame`(name: String) throws {
    try withScreen(name) { terminal in
      for seed in 0..<4 {
        let frame = frame(terminal.size, seed: seed)
        terminal.present(frame)
        for row in 0..<frame.size.rows {
          for column in 0..<frame.size.columns where !frame[column, row].isContinuation {
            let cell = frame[column, row]
            let (shown, expected) = (shown(column, row), expected(cell, terminal.palette))
            let isKnown = shown.text == expected.text || shown.text == "\u{FFFD}"
            #expect(isKnown, "\(name) frame \(seed) column \(column) row \(row)")
            #expect(shown.attributes == expected.attributes)
            guard terminal.palette.depth != .monochrome, cell.character != " " else { continue }
            #expect(shown.foreground == expected.foreground)
            #expect(shown.background == expected.background)
          }
        }
      }
    }
  }
}
