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
    guard let dense = block as? Dense else {
      var shape = input
      for child in block.children { shape = try add(child.block, input: shape) }
      return shape
    }
    let width = input.map { self.width(of: $0, for: dense) }
    for attribute in dense.attributes
    where seen.insert(ObjectIdentifier(attribute.parameter)).inserted {
      let shape = attribute.parameter.shape
      let isWaiting = attribute.key == "weight" && shape[1] == 0
      elementCount += isWaiting ? dense.units * (width ?? 0) : shape.elementCount
      try check(elementCount, of: "values", at: dense)
    }
    guard let input else { return nil }
    let leading = dense.flatten || input.rank == 1 ? [input[0]] : Array(input.dimensions.dropLast())
    let output = Shape(leading + [dense.units])
    try check(output.elementCount, of: "outputs", at: dense)
    return output
  }

  private func width(of input: Shape, for dense: Dense) -> Int {
    if input.rank == 1 { return 1 }
    return dense.flatten ? input.elementCount / input[0] : input[input.rank - 1]
  }

  private func check(_ count: Int, of what: String, at block: Block) throws(DescriptionError) {
    guard count > DescriptionReader.maximumElementCount else { return }
    throw DescriptionError(
      file: file, line: lines[block.name],
      problem: .tooLarge(
        what: "the number of \(what)", limit: DescriptionReader.maximumElementCount))
  }
}
