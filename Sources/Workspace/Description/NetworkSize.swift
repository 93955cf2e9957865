internal import ModelEngine
internal import Tensors
internal import Words

/// Refuses a network that would not fit into memory, before any value is made.
///
/// Follows the shape of the input from layer to layer, where it is known.
struct NetworkSize {
  let file: String
  private var elementCount = 0
  private var seen: Set<ObjectIdentifier> = []

  init(file: String) {
    self.file = file
  }

  /// Adds the parameters of a block and of everything below it; those shared count once.
  ///
  /// - Parameters:
  ///   - placed: The block and its line.
  ///   - input: The shape that goes in, or nil if it is not known.
  /// - Returns: The shape that comes out, or nil if it is not known.
  /// - Throws: An error at the line of the layer that has or gives too many values.
  @discardableResult
  mutating func add(_ placed: PlacedBlock, input: Shape?) throws(DescriptionError) -> Shape? {
    if placed.block is any BlockContainer {
      var shape = input
      for child in placed.children { shape = try add(child, input: shape) }
      return shape
    }
    var shapes: LayerShapes?
    if let input { shapes = try self.shapes(of: placed, input) }
    for (index, parameter) in placed.block.attributes.map(\.parameter).enumerated()
    where seen.insert(ObjectIdentifier(parameter)).inserted {
      let shape = parameter.isShapeKnown ? parameter.shape : shapes?.parameters[index]
      try add(shape?.checkedElementCount ?? (shape == nil ? 0 : .max), at: placed)
    }
    guard let output = shapes?.output else { return nil }
    try check(output.checkedElementCount ?? .max, of: "outputs", at: placed)
    return output
  }

  private func shapes(
    of placed: PlacedBlock, _ input: Shape
  ) throws(DescriptionError) -> LayerShapes {
    do {
      _ = try placed.block.outputShape(for: input)
      return try placed.block.shapes(for: input)
    } catch {
      throw DescriptionError(
        file: file, line: placed.line,
        problem: .unfitInput(input, layer: placed.block.name, message: oneLine("\(error)")))
    }
  }

  private mutating func add(_ count: Int, at placed: PlacedBlock) throws(DescriptionError) {
    let (sum, overflows) = elementCount.addingReportingOverflow(count)
    elementCount = overflows ? .max : sum
    try check(elementCount, of: "values", at: placed)
  }

  private func check(_ count: Int, of what: Phrase, at placed: PlacedBlock) throws(DescriptionError)
  {
    guard count > DescriptionReader.maximumElementCount else { return }
    throw DescriptionError(
      file: file, line: placed.line,
      problem: .tooLarge(
        what: "the number of \(what)", limit: DescriptionReader.maximumElementCount))
  }
}
