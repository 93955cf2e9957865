internal import ModelEngine
internal import Tensors

/// Initializes a network and runs it once, and says at which line that fails.
struct FirstRun {
  let file: String
  let description: NetworkDescription

  /// Initializes all parameters of a network.
  func initialize(_ network: PlacedBlock) throws(DescriptionError) {
    do {
      try network.block.initialize(description.initializer)
    } catch {
      throw failure(error, among: (try? network.block.collectParams().parameters) ?? [], network)
    }
  }

  /// Runs a block on shapes, layer after layer.
  @discardableResult
  func forward(_ placed: PlacedBlock, _ input: Shape) throws(DescriptionError) -> Shape {
    if placed.block is any BlockContainer {
      var shape = input
      for child in placed.children { shape = try forward(child, shape) }
      return shape
    }
    do {
      return try placed.block(shape: input)
    } catch .parameter(let error) {
      throw failure(error, among: placed.block.attributes.map(\.parameter), placed)
    } catch {
      throw DescriptionError(
        file: file, line: placed.line,
        problem: .unfitInput(input, layer: placed.block.name, message: oneLine("\(error)")))
    }
  }

  /// The first parameter that was left without values is the one that failed.
  private func failure(
    _ error: ParameterError, among parameters: [Parameter], _ placed: PlacedBlock
  ) -> DescriptionError {
    let culprit = parameters.first {
      if case .uninitialized = $0.state { true } else { false }
    }
    let message = oneLine("\(error)")
    guard case .initializer = error, let culprit else {
      return DescriptionError(file: file, line: placed.line, problem: .refused(message))
    }
    let line = placed.owner(of: culprit)?.line
    return DescriptionError(
      file: file, line: culprit.initializer == nil ? description.initializerLine ?? line : line,
      problem: .unfitInitializer(
        (culprit.initializer ?? description.initializer).description, parameter: culprit.name,
        message: message))
  }
}
