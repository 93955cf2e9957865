import ArgumentParser
import Words
import Workspace

/// Reinitializes parameters and writes the result to another file.
struct InitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Reinitialize parameters and save the model to another file.",
    discussion: """
      In a network the initializers that layers declare win, so that a bias of zeros stays one; a \
      file declares none, and the ends of its names decide (bias, beta: 0, gamma: 1). --only draws \
      what a regular expression finds, whatever it declares. The output is written beside its \
      place, flushed and renamed: it is there whole or not at all, and never the opened file.
      """)

  @OptionGroup var options: ModelOptions

  @Option(help: "The initializer: xavier, 'uniform(scale: 0.1)'; see paramscope initializers.")
  var with: String

  @Option(help: "Draw only the parameters whose names this regular expression finds.")
  var only: String?

  @Option(
    name: [.short, .long],
    help: """
      The file to write: .params for MXNet's format, x-symbol.json for MXNet's graph of a network with \
      x-0000.params beside it, anything else for safetensors.
      """)
  var output: String

  @Flag(help: "Print one JSON object.")
  var json = false

  @MainActor
  func run() async throws {
    let report = try await perform()
    try StandardOutput.write(json ? report.json.text : report.text(in: options.language))
  }

  /// Draws and writes.
  @MainActor
  func perform() async throws -> InitializationReport {
    let model = try options.open()
    let request = ReinitializationRequest(
      scope: only.map { .matching($0) } ?? .network, initializer: with,
      seed: options.build.streamSeed)
    let change = try await ProgressBar.during("drawing", in: options.language) {
      try await model.reinitialize(request, measuring: false, report: $0)
    }
    return InitializationReport(
      change: change, saved: try await model.saveWithProgress(to: output, in: options.language))
  }
}
