import ArgumentParser
import Tensors
import Words
import Workspace

/// Prints the values of one parameter, or writes them to a file.
struct ShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Print the values of a parameter as NumPy prints them.",
    discussion: """
      A slice is NumPy's basic indexing: '0:4,:8', '-1', '..., ::2'. Only the bytes that are shown \
      are read. An output ends in .npy, .csv or .txt; decimals there are the shortest that give \
      each element back.
      """)

  @OptionGroup var options: ModelOptions

  @Argument(help: "A parameter, by its name or the path of a use.")
  var parameter: String

  @Option(parsing: .unconditional, help: "The elements to show: '0:4,:8'.")
  var slice: String?

  @Flag(help: "Show the gradient instead of the values.")
  var grad = false

  @Flag(help: "Print one JSON object.")
  var json = false

  @Option(name: [.short, .long], help: "A file to write: .npy, .csv or .txt.")
  var output: String?

  @MainActor
  func run() async throws {
    let model = try options.open()
    let index = try model.outline.parameter(named: parameter)
    let elements = grad ? try model.gradient(of: index) : try model.elements(of: index)
    let selection = try selection(of: elements.shape)
    if let output {
      return try await write(elements, selection, to: output, sparing: model)
    }
    guard json else {
      return try StandardOutput.write(
        try Tensor.numpyDescription(
          of: selection, elementType: elements.elementType, read: elements.readBytes) + "\n")
    }
    let values = try selection.tensor(of: elements.elementType, read: elements.readBytes)
    let report = ValuesReport(
      outline: model.outline, parameter: index, slice: slice, isGradient: grad,
      elementType: elements.elementType, values: values)
    try StandardOutput.write(report.json.text)
  }

  private func selection(of shape: Shape) throws(Failure) -> TensorSelection {
    guard let slice else { return TensorSelection(all: shape) }
    do {
      return try TensorSelection(slice, of: shape)
    } catch {
      throw Failure("--slice: \(error.phrase)", status: 64)
    }
  }

  @MainActor
  private func write(
    _ elements: Elements, _ selection: TensorSelection, to path: String, sparing model: OpenModel
  ) async throws {
    guard let kind = TensorExport(endingOf: path) else {
      throw Failure("\(path): the output must end in .npy, .csv or .txt", status: 64)
    }
    try await kind.write(elements, selection, to: path, sparing: model.openedFiles)
  }
}
