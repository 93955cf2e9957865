import ArgumentParser
import Tensors
import Words
import Workspace

/// The model and how to build it, as every command takes them.
struct ModelOptions: ParsableArguments {
  @Argument(help: "A network description, a file of parameters, or example:NAME.")
  var model: String

  @OptionGroup var build: BuildArguments

  @OptionGroup var spoken: LanguageArguments

  /// The language of what a person reads.
  var language: Language { spoken.chosen }

  /// Opens the model.
  @MainActor
  func open() throws -> OpenModel { try build.open(model) }
}

/// How a network is built.
struct BuildArguments: ParsableArguments {
  @Option(
    parsing: .unconditional,
    help: "The seed of the random stream (default: the description's, else 0).")
  var seed: Int?

  @Option(help: "The shape of the input, batch first: 2,20.")
  var input: InputShape?

  /// The seed as the stream takes it: its lower 32 bits.
  var streamSeed: Int32? { seed.map { Int32(truncatingIfNeeded: $0) } }

  /// Opens a model; nil is the example.
  @MainActor
  func open(_ model: String?) throws -> OpenModel {
    let options = BuildOptions(seed: streamSeed, input: input?.shape)
    return try OpenModel.open(ModelLocator(model), options: options)
  }
}

/// A shape on the command line: `2,20` or `2x20`.
struct InputShape: ExpressibleByArgument {
  let shape: Shape

  init?(argument: String) {
    guard let shape = BuildOptions.inputShape(argument) else { return nil }
    self.shape = shape
  }
}
