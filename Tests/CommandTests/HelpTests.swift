import ArgumentParser
import TerminalUI
import Testing
import Words

@testable import paramscope

/// Help in the user's language.
@Suite struct HelpTests {
  private static let commands: [any ParsableCommand.Type] =
    [Paramscope.self] + Paramscope.configuration.subcommands

  private func names(in help: String) -> [String] {
    help.matches(of: #/--[a-z-]+|<[a-z]+>/#).map { String($0.output) }.sorted()
  }

  @Test(arguments: HelpTests.commands.map { $0.configuration.commandName ?? "" })
  func `Chinese help has every part of the English one`(name: String) throws {
    let command = try #require(Self.commands.first { $0.configuration.commandName == name })
    let english = Paramscope.helpMessage(for: command, columns: 1 << 20)
    let chinese = HelpText(in: .chinese, columns: 1 << 20).text(of: command)
    #expect(names(in: chinese) == names(in: english))
    #expect(chinese.split(separator: "\n", omittingEmptySubsequences: false).count > 4)
    let words = chinese.matches(of: #/[A-Za-z]+( [a-z]+){3,}/#).map { String($0.output.0) }
    #expect(words.allSatisfy { $0.contains("abs sqrt") || $0 == "i j pi e" }, "\(words)")
  }

  @Test(arguments: [20, 40, 80]) func `lines of Chinese help fit`(columns: Int) {
    for command in Self.commands {
      let text = HelpText(in: .chinese, columns: columns).text(of: command)
      let lines = text.split(separator: "\n").map(String.init)
      #expect(lines.allSatisfy { DisplayText($0).width <= max(columns, 46) }, "\(text)")
    }
  }

  @Test func `help in English is ArgumentParser's, in the new layout too`() {
    for command in Self.commands {
      let english = Paramscope.helpMessage(for: command, columns: 1 << 20)
      #expect(HelpText(in: .english, columns: 1 << 20).text(of: command) == english + "\n")
    }
  }
}
