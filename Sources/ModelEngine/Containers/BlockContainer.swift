internal import Tensors

/// A block that calls its children one after the other.
public protocol BlockContainer: Block, Sequence {
  /// The class of the children.
  associatedtype Layer: Block
}

extension BlockContainer {
  /// Adds blocks at the end, under the keys `0`, `1` and so on; a block may be added twice.
  public func add(_ blocks: Layer...) {
    add(blocks)
  }

  /// Adds blocks at the end.
  public func add(_ blocks: [Layer]) {
    for block in blocks { registerChild(block, as: "\(children.count)") }
  }

  /// The number of blocks, each use counted.
  public var count: Int { children.count }

  /// A block by its position; negative positions count from the end, as in Python.
  ///
  /// - Precondition: There is such a block.
  public subscript(index: Int) -> Block {
    let position = index < 0 ? index + children.count : index
    precondition(children.indices.contains(position), "list index out of range")
    return children[position].block
  }

  /// Goes over the blocks in order.
  public func makeIterator() -> IndexingIterator<[Block]> {
    children.map(\.block).makeIterator()
  }

  func passOn(_ input: Variable) throws(BlockError) -> Variable {
    var output = input
    for child in children { output = try child.block(output) }
    return output
  }

  func passOn(shape input: Shape) throws(BlockError) -> Shape {
    var output = input
    for child in children { output = try child.block(shape: output) }
    return output
  }

  func lastShape(for input: Shape) throws(BlockError) -> Shape {
    var output = input
    for child in children { output = try child.block.outputShape(for: output) }
    return output
  }

  /// Learns all unknown shapes from an input, or none if it does not fit.
  func inferAllShapes(from input: Shape) throws(BlockError) {
    let parameters = parametersByPath().map(\.parameter)
    let before = parameters.map(\.storedShape)
    do {
      var shape = input
      for child in children {
        try child.block.inferShape(from: shape)
        shape = try child.block.outputShape(for: shape)
      }
    } catch {
      for (parameter, shape) in zip(parameters, before) { parameter.storedShape = shape }
      throw error
    }
  }
}
