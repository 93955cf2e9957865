import ArgumentParser
import Checkpoints
import Tensors
import Words
import Workspace

/// Writes a model in another format or element type.
struct ConvertCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "convert", abstract: "Write a model in another format, or element type.",
    discussion: """
      The ending of the output decides: .params is MXNet's format, anything else safetensors. \
      --dtype rounds floating-point parameters to nearest even; whole numbers stay as they are.
      """)

  @OptionGroup var options: ModelOptions

  @Option(name: [.short, .long], help: "The file to write.")
  var output: String

  @Option(help: "Round floating-point parameters to this type.")
  var dtype: FloatingType?

  @Flag(help: "Print one JSON object.")
  var json = false

  /// The types that can be converted to.
  enum FloatingType: String, ExpressibleByArgument, CaseIterable {
    case float16, bfloat16, float32, float64

    var elementType: ElementType? { ElementType(rawValue: rawValue) }
  }

  @MainActor
  func run() async throws {
    let model = try options.open()
    let saved = try await model.saveWithProgress(
      to: output, SaveOptions(elementType: dtype?.elementType), in: options.language)
    try StandardOutput.write(
      json
        ? report(model.outline, saved).text : saved.phrase.said(in: options.language) + "\n")
  }

  private func report(_ outline: Outline, _ saved: SavedModel) -> JSON {
    .object([
      ("version", .integer(1)), ("model", .string(outline.locator)),
      ("format", .string(outline.format)), ("dtype", .optional(dtype?.rawValue)),
      ("output", saved.json),
    ])
  }
}

extension SavedModel {
  /// What was written, for a person.
  var phrase: Phrase {
    "wrote \(tensorCount) tensors, \(NumberText.bytes(byteCount)), as \(format.name)"
  }

  /// The file as JSON.
  var json: JSON {
    .object([
      ("path", .string(path)), ("format", .string(format.name)),
      ("tensors", .integer(tensorCount)), ("bytes", .integer(byteCount)),
    ])
  }
}
