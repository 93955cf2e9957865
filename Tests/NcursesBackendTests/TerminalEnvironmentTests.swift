import TerminalUI
import Testing

@testable import NcursesBackend

/// What variables say of the terminal.
@Suite struct TerminalEnvironmentTests {
  private func environment(_ variables: [String: String]) -> TerminalEnvironment {
    TerminalEnvironment { variables[$0] }
  }

  @Test(arguments: [
    ([:], TerminalEnvironment.Encoding.unsaid), (["LANG": ""], .unsaid),
    (["LANG": "zh_CN.UTF-8"], .utf8), (["LANG": "C.utf8"], .utf8), (["LANG": "C"], .byLocale),
    (["LC_ALL": "C", "LANG": "en_US.UTF-8"], .byLocale),
    (["LC_CTYPE": "en_US.UTF-8", "LANG": "C"], .utf8),
  ])
  func `the first variable that is set names the encoding`(
    variables: [String: String], encoding: TerminalEnvironment.Encoding
  ) {
    #expect(environment(variables).encoding == encoding)
  }

  @Test(arguments: [
    ("15;0", Theme.dark), ("0;15", .light), ("0;default;15", .light), ("7;8", .dark),
    ("0;7", .light),
    ("0;default", nil), ("", nil), ("x", nil), ("0;99", nil),
  ])
  func `COLORFGBG suggests a theme`(value: String, theme: Theme?) {
    #expect(environment(["COLORFGBG": value]).theme == theme)
  }

  @Test(arguments: [
    ("xterm-256color", "truecolor", ["xterm-direct"]), ("tmux-256color", "24bit", ["tmux-direct"]),
    ("xterm-kitty", "truecolor", ["xterm-kitty-direct", "kitty-direct"]),
    ("alacritty", "truecolor", ["alacritty-direct"]), ("xterm-256color", "", []),
    ("xterm-direct", "truecolor", []), ("linux", "truecolor", []), ("vt100", "truecolor", []),
  ])
  func `COLORTERM lets 24-bit descriptions be tried`(
    terminal: String, colors: String, names: [String]
  ) {
    #expect(
      environment(["TERM": terminal, "COLORTERM": colors]).directColorTerminals == names)
  }

  @Test(arguments: [
    ("xterm", true), ("tmux-256color", true), ("screen", true), ("foot", true), ("linux", false),
    ("vt100", false), ("vt220", false), ("ansi", false), ("dumb", false), ("", false),
  ])
  func `only terminals that are like xterm are asked`(terminal: String, canAnswer: Bool) {
    #expect(environment(["TERM": terminal]).canAnswer == canAnswer)
  }

  @Test func `more patience over a network`() {
    #expect(environment([:]).patience < environment(["SSH_CONNECTION": "1 2 3 4"]).patience)
  }
}
