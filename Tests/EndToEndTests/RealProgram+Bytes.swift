import Foundation
import Glibc
import TerminalUI
import Testing

extension RealProgram {
  /// What the program sends to a terminal, byte by byte, and what it makes of answers.
  struct Bytes {
    private static let query = "\u{1B}[c"
    private static let attributes = "\u{1B}[?62;22c"

    /// Starts the program on a terminal that answers when it is asked.
    private func running(
      _ terminal: String, answer: String = attributes, variables: [String: String] = [:],
      options: [String] = [], model: String = "example:shared-mlp"
    ) throws -> PseudoTerminal {
      let all = ["TERM": terminal, "HOME": "/nonexistent"].merging(variables) { $1 }
      let session = try PseudoTerminal([model] + options, variables: all)
      if terminal.hasPrefix("xterm") || terminal.hasPrefix("tmux") {
        try session.wait(for: Self.query)
        session.send(answer)
      }
      try session.wait(for: "quit")
      return session
    }

    private func leave(_ session: PseudoTerminal) throws {
      session.send("q")
      #expect(try session.waitForEnd() == 0)
      #expect(session.isRestored)
    }

    @Test(arguments: ["UTF-8", "C"])
    func `a session on a VT100 sends nothing that it lacks`(encoding: String) throws {
      let session = try running(
        "vt100", variables: ["LC_ALL": encoding == "C" ? "C" : "C.UTF-8"])
      for keys in ["jj", "\t\t", "?", "\u{1B}", "ixavier\r", "u", "6", "z", "L", "\u{C}", "M"] {
        session.send(keys)
      }
      session.resize(to: Size(columns: 60, rows: 20))
      session.send("n")
      try session.wait(for: "undone")
      try leave(session)
      let parser = SequenceParser(session.bytes)
      #expect(parser.beyondVT100 == [])
      #expect(parser.sequences.count > 100)
      if encoding == "C" { #expect(parser.text.allSatisfy { $0.isASCII }) }
    }

    @Test(arguments: [
      ("xterm-256color", ["NO_COLOR": "1"], []), ("xterm-256color", [:], ["--color=never"]),
      ("vt220", [:], []), ("xterm-256color", ["NO_COLOR": "1", "CLICOLOR_FORCE": "1"], []),
      ("vt100", [:], ["--color=always"]), ("xterm-256color", ["CLICOLOR": "0"], []),
    ])
    func `no colour comes where none is wanted or known`(
      terminal: String, variables: [String: String], options: [String]
    ) throws {
      let session = try running(terminal, variables: variables, options: options)
      session.send("jji")
      try session.wait(for: "Preview")
      session.send("\u{1B}")
      try leave(session)
      #expect(SequenceParser(session.bytes).colors == [])
    }

    @Test(arguments: [
      (["NO_COLOR": ""], [String]()), (["NO_COLOR": "1"], ["--color=always"]),
      (["CLICOLOR": "0", "CLICOLOR_FORCE": "1"], []),
    ])
    func `colours come where they are wanted`(
      variables: [String: String], options: [String]
    ) throws {
      let session = try running("xterm-256color", variables: variables, options: options)
      try leave(session)
      #expect(SequenceParser(session.bytes).colors != [])
    }

    @Test(arguments: [
      ("xterm-256color", "\u{1B}]11;rgb:ffff/ffff/ffff\u{07}", [:], [], true),
      ("xterm-256color", "\u{1B}]11;rgb:0000/0000/0000\u{07}", ["COLORFGBG": "0;15"], [], false),
      ("xterm-256color", "", ["COLORFGBG": "0;15"], [], true),
      ("xterm-256color", "", [:], [], false),
      ("xterm-256color", "", [:], ["--theme=light"], true),
      ("xterm-256color", "\u{1B}]11;rgb:ffff/ffff/ffff\u{07}", [:], ["--theme=dark"], false),
    ])
    func `the theme is the terminal's, unless it is chosen`(
      terminal: String, answer: String, variables: [String: String], options: [String],
      isLight: Bool
    ) throws {
      let session = try running(
        terminal, answer: answer + Self.attributes, variables: variables, options: options)
      try leave(session)
      // The back of the selected row: 195 on light, 23 on dark (design, section 2).
      let colors = SequenceParser(session.bytes).colors.joined()
      #expect(colors.contains("48;5;195") == isLight)
      #expect(colors.contains("48;5;23") == !isLight)
    }

    @Test func `24-bit colours come with COLORTERM`() throws {
      let session = try running("xterm-256color", variables: ["COLORTERM": "truecolor"])
      try leave(session)
      let exact = SequenceParser(session.bytes).colors.filter { $0.contains("8:2:") }
      #expect(exact.contains { $0.contains("22:63:59") }, "the back of the selected row is #163F3B")
    }

    @Test func `a terminal that never answers is not waited for`() throws {
      let variables = ["TERM": "xterm-256color", "HOME": "/nonexistent"]
      let session = try PseudoTerminal(["example:mlp"], variables: variables)
      try session.wait(for: "quit")
      session.send("j\u{1B}]11;rgb:ffff/ffff/ffff\u{1B}\\\u{1B}[?62;22cq")
      #expect(try session.waitForEnd() == 0)
      #expect(session.isRestored)
    }

    @Test func `keys pressed while the terminal answers are not lost`() throws {
      let variables = ["TERM": "xterm-256color", "HOME": "/nonexistent"]
      let session = try PseudoTerminal(["example:mlp"], variables: variables)
      try session.wait(for: Self.query)
      session.send("q" + Self.attributes)
      #expect(try session.waitForEnd() == 0)
    }

    @Test func `frames are sent at once where the terminal can show them so`() throws {
      let session = try running("xterm-256color", answer: "\u{1B}[?2026;2$y" + Self.attributes)
      session.send("jj")
      try leave(session)
      let starts = session.text.components(separatedBy: "\u{1B}[?2026h").count - 1
      let ends = session.text.components(separatedBy: "\u{1B}[?2026l").count - 1
      #expect(starts >= 2 && ends >= starts)
      let without = try running("xterm-256color")
      try leave(without)
      #expect(!without.text.contains("\u{1B}[?2026h"))
    }

    @Test func `only what has changed is sent`() throws {
      let session = try running("xterm-256color")
      // What a scan finds is sent too; by then all of it has been.
      Thread.sleep(forTimeInterval: 1.5)
      for _ in 0..<40 { try session.wait(for: "quit") }
      let before = session.bytes.count
      session.send("M")
      try session.wait(for: "text", from: before)
      #expect(session.bytes.count - before < before / 4)
      try leave(session)
    }

    @Test func `the mouse selects, scrolls, opens, and is given back`() throws {
      let session = try running("xterm-256color")
      #expect(session.text.contains("\u{1B}[?1006;1000h"))
      session.send("\u{1B}[<0;6;5M\u{1B}[<0;6;5m")
      try session.waitForScreen(with: "Parameters of dense1")
      session.send("\u{1B}[<65;6;5M")
      try session.waitForScreen(with: "Parameters of dense3")
      var start = session.bytes.count
      session.send("M")
      try session.wait(for: "\u{1B}[?1006;1000l", from: start)
      start = session.bytes.count
      session.send("M")
      try session.wait(for: "\u{1B}[?1006;1000h", from: start)
      try leave(session)
      #expect(session.text.suffix(400).contains("\u{1B}[?1006;1000l"))
    }

    @Test func `the mouse can be left to the terminal`() throws {
      let session = try running("xterm-256color", options: ["--no-mouse"])
      try leave(session)
      #expect(!session.text.contains("1000h"))
    }

    @Test func `what is pasted is no command`() throws {
      let session = try running("xterm-256color")
      #expect(session.text.contains("\u{1B}[?2004h"))
      let start = session.bytes.count
      session.send("\u{1B}[200~qjj\u{1B}[31m\u{1B}[201~")
      try session.wait(for: "pasted", from: start)
      try leave(session)
      #expect(session.text.suffix(400).contains("\u{1B}[?2004l"))
    }

    @Test func `a storm of sizes ends with the last one`() throws {
      let session = try running("xterm-256color")
      for step in 0..<200 {
        session.resize(to: Size(columns: 20 + step * 37 % 380, rows: 5 + step * 13 % 95))
      }
      session.resize(to: Size(columns: 30, rows: 8))
      try session.wait(for: "need")
      let start = session.bytes.count
      session.resize(to: Size(columns: 120, rows: 36))
      try session.wait(for: "quit", from: start)
      try leave(session)
    }

    @Test(arguments: [SIGTERM, SIGINT, SIGHUP, SIGABRT, SIGSEGV])
    func `a signal leaves the terminal as it was`(signal: Int32) throws {
      let session = try running("xterm-256color", answer: "\u{1B}[?2026;2$y" + Self.attributes)
      session.send(signal: signal)
      #expect(try session.waitForEnd() == 128 + signal)
      #expect(session.isRestored)
      let end = session.text.suffix(200)
      for off in ["\u{1B}[?1006;1000l", "\u{1B}[?2004l", "\u{1B}[?2026l", "\u{1B}[23;2t"] {
        #expect(end.contains(off))
      }
    }

    @Test func `the window has a harmless name, and its own one afterwards`() throws {
      try withTemporaryFolder { folder in
        let file = folder.appending(path: "\u{1B}]0;evil\u{07}\u{202E}模型.yaml")
        try "layers: [dense: {units: 2, in_units: 2}]".write(
          to: file, atomically: true, encoding: .utf8)
        let session = try running("xterm-256color", model: file.path)
        try leave(session)
        let titles = SequenceParser(session.bytes).sequences.filter { $0.hasPrefix("\u{1B}]2;") }
        #expect(titles.count == 1)
        #expect(titles.first?.contains("模型.yaml") ?? false)
        #expect(titles.first?.dropFirst().dropLast(2).contains { $0.isControl } == false)
        #expect(!session.text.contains("\u{202E}") && !session.text.contains("\u{1B}]0;"))
        #expect(session.text.contains("\u{1B}[22;2t") && session.text.contains("\u{1B}[23;2t"))
      }
    }
  }
}
