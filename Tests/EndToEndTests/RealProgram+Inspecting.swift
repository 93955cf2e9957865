import Foundation
import TerminalUI
import Testing

extension RealProgram {
  /// Keys and what they change on the screen.
  struct Inspecting {
    private let network = "example:shared-mlp"

    /// Starts the program on a new terminal and waits for its first screen.
    private func inspecting(_ model: String, _ body: (TmuxSession) throws -> Void) throws {
      try TmuxSession.with { session in
        try session.enter("paramscope \(model)")
        try session.waitForSnapshot(of: model)
        try body(session)
      }
    }

    @Test(.needsTmux) func `a network opens with its layers and parameters`() throws {
      try inspecting("example:mlp") { session in
        let screen = try session.screen()
        for text in ["sequential0", "0 dense0", "1 dense1", "dense0_weight", "256×20", "q quit"] {
          #expect(screen.contains(text))
        }
      }
    }

    @Test(.needsTmux) func `without a model the example opens`() throws {
      try TmuxSession.with { session in
        try session.enter("paramscope")
        try session.waitForSnapshot(of: "example:mlp")
      }
    }

    @Test(.needsTmux) func `j goes down and k goes up, as in a snapshot`() throws {
      try inspecting("example:mlp") { session in
        try session.type("j")
        try session.waitForSnapshot(of: "example:mlp", keys: "j")
        try session.type("j")
        try session.waitForSnapshot(of: "example:mlp", keys: "jj")
        try session.type("k")
        try session.waitForSnapshot(of: "example:mlp", keys: "jjk")
      }
    }

    @Test(.needsTmux) func `the keys of a keyboard mean what they say`() throws {
      try inspecting("example:mlp") { session in
        var history = ""
        for (key, keys) in [
          ("Down", "<Down>"), ("End", "<End>"), ("Up", "<Up>"), ("Home", "<Home>"), ("F1", "<F1>"),
          ("Escape", "<Esc>"), ("Tab", "<Tab>"), ("BTab", "<S-Tab>"), ("BTab", "<S-Tab>"),
        ] {
          history += keys
          try session.press(key)
          try session.waitForSnapshot(of: "example:mlp", keys: history)
        }
      }
    }

    @Test(.needsTmux) func `initializing a shared layer changes every use of it at once`() throws {
      try inspecting(network) { session in
        let before = figures(in: try session.screen())
        #expect(before.count == 2 && Set(before).count == 1)

        try session.type("jjixavier")
        try session.press("Enter")
        let status = try session.wait(for: "changed together")
        #expect(status.contains("layers 1 and 2 changed together"))
        try session.type("g")
        let after = try session.waitForSnapshot(of: network, keys: "jjixavier<Enter>g")
        let drawn = figures(in: after)
        #expect(drawn.count == 2 && Set(drawn).count == 1 && drawn != before)

        try session.type("u")
        let undone = try session.waitForSnapshot(of: network, keys: "jjixavier<Enter>gu")
        #expect(figures(in: undone) == before)
        try session.press("C-r")
        let redone = try session.waitForSnapshot(of: network, keys: "jjixavier<Enter>gu<C-r>")
        #expect(figures(in: redone) == drawn)
      }
    }

    /// Shape, mean, standard deviation and distribution in each row of the shared weight.
    private func figures(in screen: ShownScreen) -> [[Substring]] {
      screen.rows(from: "dense1_weight  =a").map { Array($0.split(separator: " ").prefix(6)) }
    }

    @Test(.needsTmux) func `every size of the window shows what a snapshot of it shows`() throws {
      try inspecting(network) { session in
        for size in [
          Size(columns: 80, rows: 24), Size(columns: 40, rows: 12), Size(columns: 39, rows: 10),
          Size(columns: 40, rows: 9), Size(columns: 40, rows: 10), Size(columns: 200, rows: 50),
          Size(columns: 100, rows: 30),
        ] {
          try session.resize(to: size)
          let screen = try session.waitForSnapshot(of: network, size: size)
          let isTooSmall = size.columns < 40 || size.rows < 10
          #expect(screen.contains("need 40x10") == isTooSmall, "\(size)")
        }
      }
    }

    @Test(.needsTmux) func `Ctrl-L clears what another program wrote on the screen`() throws {
      try inspecting("example:mlp") { session in
        let tty = try session.tmux("display-message", "-p", "#{pane_tty}").dropLast()
        let terminal = try #require(FileHandle(forWritingAtPath: String(tty)))
        terminal.write(Data("\u{1B}[5;5Ha message from somebody else".utf8))
        try session.wait(for: "somebody else")
        try session.press("C-l")
        try session.waitForSnapshot(of: "example:mlp")
      }
    }
  }
}
