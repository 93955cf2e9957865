internal import ModelEngine
internal import Tensors

/// Refuses a network that would not fit into memory, before any value is made.
///
/// Follows the shape of the input from layer to layer, where it is known.
struct NetworkSize {
  let file: String
  /// The lines of the blocks, by their names.
  let lines: [String: Int]
  private var elementCount = 0
  private var seen: Set<ObjectIdentifier> = []

  init(file: String, lines: [String: Int]) {
    self.file = file
    self.lines = lines
  }

  /// Adds the parameters of a block and of everything below it; those shared count once.
  ///
  /// - Parameters:
  ///   - block: The block.
  ///   - input: The shape that goes in, or nil if it is not known.
  /// - Returns: The shape that comes out, or nil if it is not known.
  /// - Throws: An error at the line of the layer that has or gives too many values.
  @discardableResult
  mutating func add(_ block: Block, input: Shape?) throws(DescriptionError) -> Shape? {
    if block is any BlockContainer {
      var shape = input
      for child in block.children { shape = try add(child.block, input: shape) }
      return shape
    }
    var shapes: LayerShapes?
    if let input { shapes = try self.shapes(of: block, input) }
    for (index, parameter) in block.attributes.map(\.parameter).enumerated()
    where seen.insert(ObjectIdentifier(parameter)).inserted {
      let shape = parameter.isShapeKnown ? parameter.shape : shapes?.parameters[index]
      try add(shape?.checkedElementCount ?? (shape == nil ? 0 : .max), at: block)
    }
    guard let output = shapes?.output else { return nil }
    try check(output.checkedElementCount ?? .max, of: "outputs", at: block)
    return output
  }

  private func shapes(of block: Block, _ input: Shape) throws(DescriptionError) -> LayerShapes {
    do {
      _ = try block.outputShape(for: input)
      return try block.shapes(for: input)
    } catch {
      throw DescriptionError(
        file: file, line: lines[block.name], problem: .refused(oneLine("\(error)")))
    }
  }

  private mutating func add(_ count: Int, at block: Block) throws(DescriptionError) {
    let (sum, overflows) = elementCount.addingReportingOverflow(count)
    elementCount = overflows ? .max : sum
    try check(elementCount, of: "values", at: block)
  }

  private func check(_ count: Int, of what: String, at block: Block) throws(DescriptionError) {
    guard count > DescriptionReader.maximumElementCount else { return }
    throw DescriptionError(
      file: file, line: lines[block.name],
      problem: .tooLarge(
        what: "the number of \(what)", limit: DescriptionReader.maximumElementCount))
  }
}
