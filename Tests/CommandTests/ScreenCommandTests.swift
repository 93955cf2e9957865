import ArgumentParser
import Inspector
import Testing

@testable import paramscope

/// The commands of the command line beside those of the `:` line.
@Suite struct ScreenCommandTests {
  /// What has no meaning on the screen: both print text that belongs into a file.
  private static let shellOnly: Set = ["config", "manual"]

  @Test func `every command of the command line is one of the screen`() {
    for command in Paramscope.configuration.subcommands {
      let name = command.configuration.commandName ?? ""
      #expect(
        (CommandEntry.named(name) != nil) != Self.shellOnly.contains(name), "\(name)")
    }
  }
}
