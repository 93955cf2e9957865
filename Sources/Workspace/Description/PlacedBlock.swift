internal import ModelEngine

/// A block of a network and the line that asks for it; a block that is used again has another line.
struct PlacedBlock {
  let block: Block
  let line: Int
  let children: [PlacedBlock]
  /// How many blocks there are, this one and those used again included.
  let count: Int

  init(_ block: Block, line: Int, children: [PlacedBlock] = []) {
    self.block = block
    self.line = line
    self.children = children
    count = children.reduce(1) { $0 + $1.count }
  }

  /// The same block, and all within, where a line uses it again.
  func reused(at line: Int) -> PlacedBlock {
    PlacedBlock(block, line: line, children: children.map { $0.reused(at: line) })
  }

  /// The block that has a parameter of its own.
  func owner(of parameter: Parameter) -> PlacedBlock? {
    if block.attributes.contains(where: { $0.parameter === parameter }) { return self }
    return children.lazy.compactMap { $0.owner(of: parameter) }.first
  }
}
