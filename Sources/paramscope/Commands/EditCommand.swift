import ArgumentParser
import Words
import Workspace

/// Edits values by an expression and writes the result to another file.
struct EditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Edit values by an expression and save the model to another file.",
    discussion: """
      x is the present value: 'x * 0.5', 'x + normal(0, 0.01)', 'clip(x, -1, 1)', '0'. There are \
      + - * / % **, comparisons, and or not, abs sqrt exp log sin cos tan tanh floor ceil round \
      sign min max pow where clip uniform normal, and fan_in fan_out shape0 shape1 i j pi e. \
      Without --only every floating-point parameter is edited.
      """)

  @OptionGroup var options: ModelOptions

  @Option(name: .customLong("expr"), parsing: .unconditional, help: "The expression.")
  var expression: String

  @Option(help: "Edit only the parameters whose names this regular expression finds.")
  var only: String?

  @Option(
    name: [.short, .long],
    help: "The file to write: .params for MXNet's format, anything else for safetensors.")
  var output: String

  @Flag(help: "Print one JSON object.")
  var json = false

  @MainActor
  func run() async throws {
    let model = try options.open()
    let request = ReinitializationRequest(
      scope: only.map { .matching($0) } ?? .network, expression: expression,
      seed: options.build.streamSeed)
    let change = try await model.reinitialize(request, measuring: false)
    let saved = try await model.saveWithProgress(to: output, in: options.language)
    let report = InitializationReport(change: change, saved: saved)
    try StandardOutput.write(json ? report.json.text : report.text(in: options.language))
  }
}

extension OpenModel {
  /// Saves the model and shows a bar meanwhile.
  @MainActor
  func saveWithProgress(
    to path: String, _ options: SaveOptions = SaveOptions(), in language: Language
  ) async throws -> SavedModel {
    try await ProgressBar.during("writing", in: language) {
      try await save(to: path, options, report: $0)
    }
  }
}
