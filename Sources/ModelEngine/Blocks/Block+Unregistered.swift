extension Block {
  /// Notes a warning for each property that holds blocks in a list or dictionary: they are no children.
  ///
  /// Source: MXNet `Block._check_container_with_block` in `gluon/block.py`.
  func warnOfUnregisteredBlocks() {
    let registered = Set(children.map { ObjectIdentifier($0.block) })
    var mirror: Mirror? = Mirror(reflecting: self)
    while let level = mirror, level.subjectType != Block.self {
      for property in level.children where holdsBlocks(property.value, besides: registered) {
        ModelContext.current.warn(
          "\"\(Self.className).\(property.label ?? "?")\" is an unregistered container with Blocks. "
            + "Note that Blocks inside the list, tuple or dict will not be registered automatically. "
            + "Make sure to register them using register_child() or switching to "
            + "nn.Sequential/nn.HybridSequential instead. ")
      }
      mirror = level.superclassMirror
    }
  }

  private func holdsBlocks(_ value: Any, besides registered: Set<ObjectIdentifier>) -> Bool {
    let mirror = Mirror(reflecting: value)
    switch mirror.displayStyle {
    case .collection, .dictionary, .tuple, .set:
      return mirror.children.contains { element in
        if let block = element.value as? Block {
          return !registered.contains(ObjectIdentifier(block))
        }
        return holdsBlocks(element.value, besides: registered)
      }
    default: return false
    }
  }
}
