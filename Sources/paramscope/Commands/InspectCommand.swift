import ArgumentParser
import NcursesBackend
import TerminalInspector
import TerminalUI
import Workspace

/// Opens the inspector, or prints the tree where there is no screen.
struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect", abstract: "Open the inspector (also without this word).")

  @Argument(help: "A network description, a file of parameters, or example:NAME.")
  var model: String?

  @OptionGroup var build: BuildArguments

  @MainActor
  func run() async throws {
    let opened = try build.open(model)
    guard StandardOutput.isTerminal, Environment.value("TERM") != "dumb" else {
      return try StandardOutput.write(TreeText(opened.outline).text)
    }
    let hasColors = Environment.value("NO_COLOR") == nil
    let options = ScreenOptions(mostColors: hasColors ? .trueColor : .monochrome)
    try await inspect(opened, options: options)
  }
}
