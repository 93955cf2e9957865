/// What to draw anew, with what.
public struct ReinitializationRequest: Hashable, Sendable {
  /// Which parameters are meant.
  public var scope: Scope
  /// The initializer as text, in the grammar of the catalog.
  public var initializer: String
  /// The seed set just before, or nil to go on with the stream.
  public var seed: Int32?

  /// Creates a request.
  public init(scope: Scope, initializer: String, seed: Int32?) {
    self.scope = scope
    self.initializer = initializer
    self.seed = seed
  }

  /// Which parameters are meant.
  public enum Scope: Hashable, Sendable {
    /// One parameter; overrides what it declares.
    case parameter(Int)
    /// The parameters of one block, with Gluon's meaning: declared initializers win.
    case layer(node: Int)
    /// The parameters of a block and of everything below it, with Gluon's meaning.
    case subtree(node: Int)
    /// All parameters, with Gluon's meaning.
    case network
    /// The parameters whose names a regular expression finds; overrides what they declare.
    case matching(String)
  }
}
