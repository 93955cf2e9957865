/// Holds a layer or parameter of a block under the name of the property.
///
/// Assigning registers, as assigning an attribute does in Python: a block becomes a child or replaces
/// the one that was there, a parameter becomes one of the block's own.
@propertyWrapper
public struct Registered<Value: Registrable> {
  private var value: Value?
  private let identity = Identity()

  /// Tells one property from another of the same type.
  private final class Identity {}

  /// Creates a property without a value.
  public init() {}

  /// Not for use: the property belongs to a block.
  @available(*, unavailable, message: "@Registered is for properties of a Block")
  public var wrappedValue: Value {
    get { preconditionFailure("the property does not belong to a block") }
    set { preconditionFailure("the property does not belong to a block") }
  }

  /// The value in a block.
  ///
  /// - Precondition: It was assigned before it is read.
  public static subscript<Owner: Block>(
    _enclosingInstance owner: Owner,
    wrapped wrappedKeyPath: ReferenceWritableKeyPath<Owner, Value>,
    storage storageKeyPath: ReferenceWritableKeyPath<Owner, Registered<Value>>
  ) -> Value {
    get {
      let storage = owner[keyPath: storageKeyPath]
      guard let value = storage.value else {
        preconditionFailure(
          "'\(Owner.className)' object has no attribute '\(storage.key(in: owner))'")
      }
      return value
    }
    set {
      newValue.register(in: owner, as: owner[keyPath: storageKeyPath].key(in: owner))
      owner[keyPath: storageKeyPath].value = newValue
    }
  }

  /// The name of the property: `hidden`, which the compiler stores as `_hidden`.
  private func key(in owner: Block) -> String {
    var mirror: Mirror? = Mirror(reflecting: owner)
    while let level = mirror {
      for child in level.children {
        guard let other = child.value as? Self, other.identity === identity else { continue }
        return String((child.label ?? "_").dropFirst())
      }
      mirror = level.superclassMirror
    }
    return ""
  }
}

/// What a block can hold: another block or a parameter.
public protocol Registrable {
  /// Makes a block hold this under an attribute name.
  func register(in owner: Block, as key: String)
}

extension Block: Registrable {
  /// Becomes a child, or replaces the one of that name.
  public func register(in owner: Block, as key: String) { owner.registerChild(self, as: key) }
}

extension Parameter: Registrable {
  /// Becomes one of the block's own parameters.
  ///
  /// - Precondition: The name is free.
  public func register(in owner: Block, as key: String) { owner.register(self, as: key) }
}
