/// Merges the moments of blocks in two levels, so that rounding does not grow with their number.
///
/// The length of a group is fixed: results depend on the elements alone, not on who read how much.
struct MomentsFold {
  /// The number of blocks that are merged before their group is.
  static let groupLengthInBlocks = 256

  private var total = Moments()
  private var group = Moments()
  private var groupedBlockCount = 0

  /// Adds the next block.
  mutating func append(_ block: Moments) {
    group.merge(block)
    groupedBlockCount += 1
    guard groupedBlockCount == Self.groupLengthInBlocks else { return }
    total.merge(group)
    group = Moments()
    groupedBlockCount = 0
  }

  /// The moments of all blocks.
  var moments: Moments {
    var result = total
    result.merge(group)
    return result
  }
}
