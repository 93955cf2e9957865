import ArgumentParser
import Words

/// Shows the configuration.
struct ConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config", abstract: "Check the configuration file, or print the defaults as one.",
    discussion: """
      The file holds lines of "name = value": colours, language, mouse, columns, and the keys of \
      every command. Options of the command line win; --no-config ignores the file.
      """)

  @Flag(help: "Print the defaults as a valid file.")
  var print = false

  @OptionGroup var spoken: LanguageArguments

  func run() throws {
    if print { return try StandardOutput.write(Configuration.defaults(in: spoken.chosen)) }
    _ = try Configuration.load()
    try StandardOutput.write((Configuration.path ?? "") + "\n")
  }
}
