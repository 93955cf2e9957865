import ArgumentParser
import Tensors
import Words
import Workspace

/// Prints the layer tree.
struct TreeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tree", abstract: "Print the layer tree: shapes, counts, bytes, sharing.")

  @OptionGroup var options: ModelOptions

  @Flag(help: "Print one JSON object.")
  var json = false

  @MainActor
  func run() async throws {
    let outline = try options.open().outline
    let listed = outline.usedParameters
    try StandardOutput.write(
      json
        ? ModelReport(outline: outline, listed: listed, findings: nil).json.text
        : TreeText(outline, in: options.language).text)
  }
}
