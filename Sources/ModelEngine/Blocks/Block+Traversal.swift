extension Block {
  /// Runs some work on every block below, then on this one; children come before their parents.
  ///
  /// - Returns: This block.
  @discardableResult
  public func apply(_ body: (Block) throws -> Void) rethrows -> Self {
    for child in children { try child.block.apply(body) }
    try body(self)
    return self
  }
}
