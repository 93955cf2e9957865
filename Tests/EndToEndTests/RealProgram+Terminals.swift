import Foundation
import TerminalUI
import Testing

extension RealProgram {
  /// Terminals of all kinds, and none.
  struct Terminals {
    @Test(
      .needsTmux,
      arguments: ["tmux-256color", "xterm-256color", "xterm-16color", "xterm", "screen", "linux"])
    func `every common terminal shows the same`(terminal: String) throws {
      try TmuxSession.with { session in
        try session.rememberModes()
        try session.enter("TERM=\(terminal) paramscope example:shared-mlp")
        try session.waitForSnapshot(of: "example:shared-mlp")
        try session.type("q")
        #expect(try session.waitForStatus() == 0)
        try session.expectRestored()
      }
    }

    @Test(.needsTmux) func `where the last column is uncertain it stays empty`() throws {
      try TmuxSession.with { session in
        try session.enter("TERM=ansi paramscope example:shared-mlp")
        let size = Size(columns: 99, rows: 30)
        try session.waitForSnapshot(of: "example:shared-mlp", size: size)
        try session.type("jjixavier")
        try session.press("Enter")
        try session.waitForSnapshot(
          of: "example:shared-mlp", size: size, keys: "jjixavier<Enter>")
      }
    }

    @Test(.needsTmux, arguments: ["vt100", "linux"])
    func `on a terminal with one screen the shell goes on below`(terminal: String) throws {
      try TmuxSession.with { session in
        try session.rememberModes()
        try session.enter("TERM=\(terminal) paramscope example:mlp")
        try session.wait(for: "q quit")
        try session.type("jq")
        #expect(try session.waitForStatus() == 0)
        try session.expectRestored()
        #expect(try session.screen().contains("q quit"))
      }
    }

    @Test(.needsTmux, arguments: ["no-such-terminal", ""])
    func `an unknown terminal is taken for a common one, and a line says so`(name: String) throws {
      try TmuxSession.with { session in
        try session.enter("TERM=\(name) paramscope example:mlp")
        let screen = try session.wait(for: "taken for xterm")
        #expect(screen.contains(name.isEmpty ? "TERM is not set" : "TERM=\(name) is unknown"))
        #expect(screen.contains("0 dense0"))
        try session.type("q")
        #expect(try session.waitForStatus() == 0)
      }
    }

    @Test(.needsTmux) func `a dumb terminal gets the tree and no escape sequence`() throws {
      try TmuxSession.with { session in
        let record = session.folder.appending(path: "record")
        try session.tmux("pipe-pane", "cat > '\(record.path)'")
        let tree = try RealProgram.run("tree", "example:mlp")
        #expect(try session.shell("TERM=dumb paramscope example:mlp") == 0)
        let bytes = try session.recorded(in: record, until: "end 1: 0")
        #expect(bytes.replacing("\r\n", with: "\n").contains(tree.output))
        #expect(!bytes.contains("\u{1B}"))
      }
    }

    @Test func `without a terminal the tree is printed`() throws {
      for model in [[], ["example:mlp"], ["inspect", "example:mlp"]] {
        var invocation = Invocation(try RealProgram.path(), model)
        invocation.environment = ["TERM": "xterm-256color"]
        let outcome = try invocation.run()
        outcome.expectSuccess()
        #expect(try outcome.output == RealProgram.run("tree", "example:mlp").output)
        #expect(!outcome.output.contains("\u{1B}"))
      }
    }

    @Test(.needsTmux) func `colours come with a terminal that has them`() throws {
      #expect(try hasColors(startedWith: ""))
    }

    @Test(.needsTmux, arguments: ["NO_COLOR=1", "TERM=vt100"])
    func `no colour comes where none is wanted or known`(setting: String) throws {
      #expect(try !hasColors(startedWith: setting))
    }

    @Test(.needsTmux) func `an empty NO_COLOR means nothing`() throws {
      #expect(try hasColors(startedWith: "NO_COLOR="))
    }

    /// Whether the first screen sets colours of its own.
    private func hasColors(startedWith setting: String) throws -> Bool {
      try TmuxSession.with { session in
        try session.enter("\(setting) paramscope example:shared-mlp")
        try session.wait(for: "q quit")
        let styled = try session.tmux("capture-pane", "-p", "-e")
        #expect(styled.contains("\u{1B}["), "there is nothing bold")
        let color = #/\x1B\[(?:[0-9;]*;)?(?:[349][0-7]|10[0-7]|[34]8[;:][0-9;:]*)(?:;[0-9;]*)?m/#
        return styled.contains(color)
      }
    }

    @Test(.needsTmux, arguments: ["LC_ALL=C", "LC_ALL=POSIX", "LC_ALL=no_SUCH", "LC_CTYPE=C"])
    func `a locale without UTF-8 gets ASCII`(locale: String) throws {
      try TmuxSession.with { session in
        try session.enter("\(locale) paramscope example:mlp")
        try session.waitForSnapshot(of: "example:mlp", options: ["--ascii"])
      }
    }

    @Test(.needsTmux, arguments: ["LANG=", "LC_ALL=xx_YY.UTF-8", "LC_ALL=C LC_ALL=C.utf8"])
    func `UTF-8 by name or by what the terminal shows gets all signs`(locale: String) throws {
      try TmuxSession.with { session in
        try session.enter("\(locale) paramscope example:mlp")
        try session.waitForSnapshot(of: "example:mlp")
      }
    }

    @Test(
      .needsTmux, arguments: [("--ascii", ["--ascii"]), ("--language zh", ["--language", "zh"])])
    func `options change signs and words`(option: String, snapshot: [String]) throws {
      try TmuxSession.with { session in
        try session.enter("paramscope example:mlp \(option)")
        try session.waitForSnapshot(of: "example:mlp", options: snapshot)
      }
    }

    @Test(.needsTmux, arguments: ["echo j |", "</dev/null"])
    func `keys come from the terminal when the input is none`(input: String) throws {
      try TmuxSession.with { session in
        try session.rememberModes()
        try session.enter("\(input) paramscope example:mlp")
        try session.waitForSnapshot(of: "example:mlp")
        try session.type("jj")
        try session.waitForSnapshot(of: "example:mlp", keys: "jj")
        try session.type("q")
        #expect(try session.waitForStatus() == 0)
        try session.expectRestored()
      }
    }

    @Test(.needsTmux) func `without any keyboard one line says so`() throws {
      try TmuxSession.with { session in
        #expect(try session.shell("setsid -w paramscope example:mlp </dev/null 2>errors") == 74)
        let errors = session.folder.appending(path: "errors")
        let line = try String(contentsOf: errors, encoding: .utf8)
        #expect(line.hasPrefix("paramscope: ") && line.hasSuffix("\n") && line.contains("/dev/tty"))
        #expect(line.count { $0 == "\n" } == 1)
      }
    }
  }
}

extension TmuxSession {
  /// What the terminal has received, as it was sent, once some text is part of it.
  fileprivate func recorded(in file: URL, until text: String) throws -> String {
    var bytes = ""
    try wait(for: "'\(text)' in the record") { _ in
      bytes = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
      return bytes.contains(text)
    }
    return bytes
  }
}
