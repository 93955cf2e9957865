extension RandomStream {
  /// Draws a whole number from `low` to below `high` with two words of the first engine.
  ///
  /// Source: `engine.md`, section 5 (`randint`): the first word, shifted by 31 bits, plus the second,
  /// modulo the width.
  ///
  /// - Precondition: `low` is below `high`, and their distance is representable.
  public mutating func integer(low: Int, high: Int) -> Int {
    precondition(low < high, "there is no number to draw")
    let words = words(engine: 0, count: 2)
    let value = UInt64(words[0]) << 31 + UInt64(words[1])
    return low + Int(value % UInt64(high - low))
  }
}
