public import Tensors

/// Blocks that are called one after the other.
open class Sequential: Block, BlockContainer {
  /// The class of the children.
  public typealias Layer = Block

  /// A new container of this one's prefix with some of its blocks.
  ///
  /// - Precondition: There are such blocks.
  public subscript<Positions: RangeExpression<Int>>(positions: Positions) -> Sequential {
    let part = Sequential(prefix: prefix)
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

  /// Prepares hybrid blocks below; warns if all children are hybrid, as Gluon does.
  open override func hybridize(active: Bool = true) {
    if !children.isEmpty, children.allSatisfy({ $0.block is HybridBlock }) {
      ModelContext.current.warn(
        "All children of this Sequential layer '\(prefix)' are HybridBlocks. Consider using "
          + "HybridSequential for the best performance.")
    }
    super.hybridize(active: active)
  }
}
