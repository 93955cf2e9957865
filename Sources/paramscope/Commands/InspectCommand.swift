import ArgumentParser
import NcursesBackend
import TerminalInspector
import TerminalUI
import Words
import Workspace

/// Opens the inspector, or prints the tree where there is no screen.
struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Open the inspector (also without this word).")

  @Argument(help: "A network description, a file of parameters, or example:NAME.")
  var model: String?

  @OptionGroup var build: BuildArguments

  @OptionGroup(title: "Screen") var screen: ScreenArguments

  @Flag(help: "Read the file anew whenever it changes on disk.")
  var follow = false

  @MainActor
  func run() async throws {
    let opened = try build.open(model)
    if screen.plain {
      let settings = try screen.settings()
      var session = PlainSession(
        opened, preferences: settings.inspectorPreferences,
        language: settings.language ?? screen.spoken.chosen)
      return try await session.run()
    }
    guard StandardOutput.isTerminal, Environment.value("TERM") != "dumb" else {
      return try StandardOutput.write(TreeText(opened.outline, in: screen.spoken.chosen).text)
    }
    let settings = try screen.settings()
    try await inspect(
      opened, options: settings.screenOptions, preferences: settings.inspectorPreferences,
      language: settings.language ?? screen.spoken.chosen, following: follow)
  }
}
