import ArgumentParser
import Glibc
import Words

/// The command line; each command has its own file.
@main
struct Paramscope: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "paramscope",
    abstract: "See, initialize and share the parameters of a neural network, in the terminal.",
    discussion: """
      MODEL is a network description (YAML), a safetensors, MXNet .params or NumPy .npy or .npz file, or \
      a built-in example: example:mlp, example:shared-mlp, example:reuse, example:lenet, example:lstm. \
      Without one the inspector opens example:mlp.

      The opened file is never written. No network, no telemetry.

      Exit status: 0 done, 1 diff found differences, 64 wrong usage, 65 wrong contents, 66 no such model, 73 cannot write \
      the output, 74 reading failed, 78 wrong configuration.
      """,
    version: "0.1.0",
    subcommands: [
      InspectCommand.self, TreeCommand.self, StatsCommand.self, SnapshotCommand.self,
      ShowCommand.self, InitCommand.self, EditCommand.self, ConvertCommand.self, DiffCommand.self,
      InitializersCommand.self, TrainCommand.self, LessonCommand.self, ConfigCommand.self,
      ManualCommand.self,
    ],
    defaultSubcommand: InspectCommand.self)

  static func main() async {
    StandardFiles.fillGaps()
    // A reader that has seen enough ends the program, silently.
    signal(SIGPIPE) { _ in _exit(0) }
    // A file that may not grow any further is an error of writing, not the end.
    signal(SIGXFSZ, SIG_IGN)
    do {
      try RawArguments.check()
      var command = try parseAsRoot()
      if var asyncCommand = command as? any AsyncParsableCommand {
        try await asyncCommand.run()
      } else {
        try command.run()
      }
    } catch {
      fail(error)
    }
  }

  /// A wrong command line in one line; nil for what is no error, as a request for help.
  private static func usageFailure(_ error: any Error) -> Failure? {
    let status = exitCode(for: error)
    guard status != .success else { return nil }
    let line = message(for: error).split(separator: "\n").first.map(String.init) ?? "wrong usage"
    return Failure("\(line). See paramscope --help", status: status.rawValue)
  }

  /// The language that `--language` asks for, whatever else is wrong with the command line.
  private static var language: Language {
    let arguments = CommandLine.arguments.dropFirst().prefix { $0 != "--" }
    let joined = arguments.last { $0.hasPrefix("--language=") }?.drop { $0 != "=" }.dropFirst()
    let separate = arguments.lastIndex(of: "--language").map { arguments[($0 + 1)...].first ?? "" }
    let asked = (joined.map(String.init) ?? separate).flatMap(LanguageChoice.init)
    return asked?.language ?? Environment.language
  }

  /// Ends with one line on the standard error and the status that belongs to the error, or with the
  /// help that was asked for.
  private static func fail(_ error: any Error) -> Never {
    guard let failure = Failure(error) ?? usageFailure(error) ?? failureOfHelp(error) else {
      Glibc.exit(EXIT_SUCCESS)
    }
    StandardError.write("paramscope: \(failure.message(in: language))\n")
    Glibc.exit(failure.status)
  }

  /// Prints help, the version or a completion script; returns why it cannot be printed.
  private static func failureOfHelp(_ request: any Error) -> Failure? {
    do throws(Failure) {
      let command = language == .english ? nil : HelpText.command(asked: request)
      let help = HelpText(in: language, columns: HelpText.terminalColumns)
      try StandardOutput.write(command.map(help.text) ?? fullMessage(for: request) + "\n")
      return nil
    } catch {
      return error
    }
  }
}
