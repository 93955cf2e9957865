import Inspector
import NcursesBackend
import TerminalUI
import TestSupport
import Testing
import Words

@testable import paramscope

/// The file in which a user chooses once and for all.
@Suite struct ConfigurationTests {
  private func settings(_ text: String) throws -> Settings {
    try Configuration.settings(in: text, of: "config")
  }

  private func complaint(_ text: String) -> String {
    do {
      _ = try settings(text)
      return ""
    } catch {
      return (error as? Failure)?.message ?? "\(error)"
    }
  }

  @Test func `the printed defaults are a file that changes nothing`() throws {
    let defaults = try settings(Configuration.defaults(in: .english))
    #expect(defaults.theme == .auto && defaults.color == .auto && defaults.language == nil)
    #expect(defaults.isReadOnly == false && defaults.hasMotion == nil && defaults.isASCII == nil)
    #expect(defaults.preferences.checked)
  }

  @Test func `settings are read`() throws {
    let chosen = try settings(
      "# mine\n\n theme=light\r\ncolor = never\nlanguage = zh\nmouse = no\nkey.undo = <F11> <F12>\n"
    )
    #expect(chosen.theme == .light && chosen.color == .never && chosen.language == .chinese)
    #expect(chosen.reportsMouse == false)
    #expect(chosen.screenOptions.mostColors == .monochrome)
  }

  @Test(arguments: [
    ("theme = blue", "config, line 1: theme is \"blue\"; allowed: auto, dark, light"),
    ("\n\nthem = dark", "config, line 3: there is no setting \"them\""),
    ("theme", "config, line 1: expected \"name = value\", found \"theme\""),
    ("mouse = no\nmouse = yes", "config, line 2: mouse was already given in line 1"),
    ("columns = name sdt", "config, line 1: there is no column \"sdt\"; allowed: name tie"),
    ("key.fly = x", "config, line 1: there is no setting \"key.fly\""),
    ("key.undo = xy", "config, line 1: key.undo is \"xy\"; allowed: keys as in"),
    ("key.undo = <Fly>", "config, line 1: key.undo is \"<Fly>\""),
    ("# x\nkey.undo = j", "config, line 2: the key j of key.undo is also one of key.down"),
    ("key.undo = <F9>\nkey.redo = <F9>", "the key <F9> of key.undo is also one of key.redo"),
    ("theme = \u{1B}[31m", "theme is"), ("\u{202E} = 1", "there is no setting"),
  ])
  func `a mistake is named by its line, with what is allowed`(text: String, words: String) {
    let complaint = complaint(text)
    #expect(complaint.contains(words), "\(complaint)")
    #expect(!complaint.unicodeScalars.contains { $0.properties.generalCategory == .control })
  }

  @Test func `keys may change places`() throws {
    #expect(complaint("key.undo = i\nkey.initialize = u") == "")
    #expect(complaint("key.undo =") == "")
  }

  @Test func `a file that is almost right is read or refused in one line, whatever it holds`() {
    var random = SplitMix(seed: 1)
    let lines = Configuration.defaults(in: .english).split(separator: "\n").map(String.init)
    let odd = ["=", " ", "<", "<C-", "<F99>", "#", "\r", "\u{0}", "\u{202E}", "權", "=\n", "auto"]
    for _ in 0..<150 {
      var text = lines.shuffled(using: &random).prefix(12).joined(separator: "\n")
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = text.indices.randomElement(using: &random) ?? text.startIndex
        let end = text.index(place, offsetBy: 3, limitedBy: text.endIndex) ?? place
        text.replaceSubrange(place..<end, with: odd.randomElement(using: &random) ?? "")
      }
      #expect(!complaint(text).contains { $0.isNewline })
    }
  }

  @Test func `options of the command line win`() throws {
    let configured = try settings("theme = light\nhigh-contrast = yes\n")
    var given = Settings()
    given.theme = .dark
    let both = configured.overridden(by: given)
    #expect(both.theme == .dark && both.hasHighContrast == true)
  }
}

extension Preferences {
  fileprivate var checked: Bool { (try? checkKeys()) != nil }
}
