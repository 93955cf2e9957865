public import Tensors

/// Blocks that are called one after the other.
open class Sequential: Block {
  /// Adds blocks at the end, under the keys `0`, `1` and so on; a block may be added twice.
  public func add(_ blocks: Block...) {
    add(blocks)
  }

  /// Adds blocks at the end.
  public func add(_ blocks: [Block]) {
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

  /// Passes the input through all blocks.
  open override func forward(_ input: Tensor) throws(BlockError) -> Tensor {
    var output = input
    for child in children { output = try child.block(output) }
    return output
  }
}
