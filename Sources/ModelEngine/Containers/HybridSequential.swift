public import Tensors

/// Hybrid blocks that are called one after the other.
open class HybridSequential: HybridBlock, BlockContainer {
  /// The class of the children.
  public typealias Layer = HybridBlock

  /// A new container of this one's prefix with some of its blocks.
  ///
  /// - Precondition: There are such blocks.
  public subscript<Positions: RangeExpression<Int>>(positions: Positions) -> HybridSequential {
    let part = HybridSequential(prefix: prefix)
    for child in children[positions] { part.registerChild(child.block, as: "\(part.count)") }
    return part
  }

  /// Passes the input through all blocks.
  open override func forward(_ input: Variable) throws(BlockError) -> Variable { try passOn(input) }

  /// Passes the shape of the input through all blocks.
  open override func forward(shape input: Shape) throws(BlockError) -> Shape {
    try passOn(shape: input)
  }

  /// The shape that comes out of the last block.
  open override func outputShape(for input: Shape) throws(BlockError) -> Shape {
    try lastShape(for: input)
  }

  /// Learns the unknown shapes of all blocks, or none if the input does not fit one of them.
  open override func inferShape(from input: Shape) throws(BlockError) {
    try inferAllShapes(from: input)
  }
}
